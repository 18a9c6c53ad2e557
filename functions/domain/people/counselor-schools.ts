import type { StaffMember } from "./staff-member.ts";

/** The schools where the staff list places a counselor; none where it does not have her at any. @param counselor as plans and caseloads name the person */
export const counselorSchools = (
  members: readonly StaffMember[],
  counselor: string,
): readonly string[] =>
  members.flatMap(({ roles }) =>
    roles
      .filter(({ role, counselors }) => role === "counselor" && counselors.includes(counselor))
      .flatMap(({ schools }) => schools),
  );

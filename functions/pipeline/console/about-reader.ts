import { GRANTS, REQUEST_KINDS } from "../../access/grants.ts";
import { roleInWords } from "../../access/permit.ts";
import { SYSTEM_ACCOUNT } from "../../access/reader.ts";
import { STAFF_ROLE_NAMES } from "../../domain/people/staff-member.ts";
import type { AboutReader, ConsoleAnswer } from "../../console/answers.ts";
import type { ConsoleCase } from "./console-case.ts";
import { noticesFor } from "./notices.ts";
import { json } from "../../console/plain-answers.ts";
import { listSchools } from "./seen-students.ts";

/** Answers `/console/me`: who is signed in, what they may see and why. It shows no figure and no student. */
export async function aboutReader(of: ConsoleCase): Promise<ConsoleAnswer> {
  const { reader, manifest, latest, who, exact, schools } = of;
  const roles = reader.kind === "staff" ? reader.roles : [];
  return json({
    staff: reader.kind === "system" ? null : reader.staff,
    name:
      reader.kind === "system"
        ? SYSTEM_ACCOUNT
        : reader.kind === "unknown" || reader.name === ""
          ? reader.staff
          : reader.name,
    roles: roles.map((held) => ({
      role: held.role,
      roleName: STAFF_ROLE_NAMES[held.role],
      because: `${roleInWords(held, schools)}.`,
    })),
    district: { id: who.district, name: manifest?.districtName ?? who.district },
    asOf: latest?.asOf ?? null,
    figures: {
      isWholeDistrict: exact.isWholeDistrict,
      schools: schools.filter(({ id }) => exact.schools.includes(id)),
      because: exact.because,
    },
    listSchools: await listSchools(of),
    can: REQUEST_KINDS.filter(
      (kind) =>
        reader.kind === "system" || roles.some(({ role }) => GRANTS[role][kind] !== undefined),
    ),
    notices: await noticesFor(of),
  } satisfies AboutReader);
}

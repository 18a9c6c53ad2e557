import { ofSchool, permit, DISTRICT, type KnownSchool } from "./permit.ts";
import { GRANTS } from "./grants.ts";
import { rolesOf, type Reader } from "./reader.ts";

/** Which places a reader sees exactly; all others as the public does. */
export interface ExactPlaces {
  readonly isWholeDistrict: boolean;
  /** Ids of schools; every one where it is the whole district. */
  readonly schools: readonly string[];
  /** Why, a sentence each; a refusal where no place is seen exactly. */
  readonly because: string;
}

/** The places whose figures a reader sees exactly. */
export function exactPlaces(reader: Reader, schools: readonly KnownSchool[]): ExactPlaces {
  const district = permit(reader, "see-figures", DISTRICT, schools);
  if (district.isAllowed) {
    return {
      isWholeDistrict: true,
      schools: schools.map(({ id }) => id),
      because: district.because,
    };
  }
  const permits = schools.map(({ id }) => ({
    id,
    ...permit(reader, "see-figures", ofSchool(id), schools),
  }));
  const seen = permits.filter(({ isAllowed }) => isAllowed);
  return {
    isWholeDistrict: false,
    schools: seen.map(({ id }) => id),
    because:
      seen.length === 0 ? district.because : [...new Set(seen.map((one) => one.because))].join(" "),
  };
}

/** Whether a role of the reader grants the name of any student. */
export const namesStudents = (reader: Reader): boolean =>
  reader.kind === "system" ||
  rolesOf(reader).some(({ role }) =>
    (["see-student", "see-records", "see-data-to-fix"] as const).some(
      (kind) => GRANTS[role][kind] !== undefined,
    ),
  );

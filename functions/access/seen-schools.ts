import { ofSchool, permit, DISTRICT, type KnownSchool } from "./permit.ts";
import { GRANTS, type RequestKind } from "./grants.ts";
import { rolesOf, type Reader } from "./reader.ts";

/**
 * The places of which a reader sees exact figures. All others are shown as the public sees them.
 */
export interface ExactPlaces {
  readonly isWholeDistrict: boolean;
  /** Ids of schools; all of them if the reader sees the whole district. */
  readonly schools: readonly string[];
  /** Why, one sentence per role; a refusal if no place is seen exactly. */
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
      seen.length === 0
        ? district.because
        : [...new Set(seen.map((school) => school.because))].join(" "),
  };
}

/**
 * Which students the lists behind a page of figures may name: with plans, with records alone, or
 * none.
 */
export type NamesSeen = "plans" | "records" | "nobody";

export function namesSeen(reader: Reader): NamesSeen {
  if (seesPlans(reader)) return "plans";
  return grants(reader, "see-records") || grants(reader, "see-data-to-fix") ? "records" : "nobody";
}

/** Whether any role of the reader grants the plan of any student. */
export const seesPlans = (reader: Reader): boolean => grants(reader, "see-student");

/** Whether some role of the reader grants a kind of request, somewhere. */
export const grants = (reader: Reader, kind: RequestKind): boolean =>
  reader.kind === "system" || rolesOf(reader).some(({ role }) => GRANTS[role][kind] !== undefined);

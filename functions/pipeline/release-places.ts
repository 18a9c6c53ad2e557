import type { SchoolPartial } from "../metrics/school-partial.ts";
import type { DistrictPartial } from "../metrics/merge-partials.ts";

/** One level at which figures are published: the district, or one of its schools. */
export interface Place {
  readonly level: "district" | "school";
  readonly school: string;
  readonly schoolName: string;
  readonly partial: DistrictPartial;
}

/** The columns by which every table says whom a row is about. */
export interface PlaceColumns {
  readonly level: string;
  readonly school: string;
  readonly schoolName: string;
}

export const placeColumns = ({ level, school, schoolName }: Place): PlaceColumns => ({
  level,
  school,
  schoolName,
});

/** The district first, then its schools by name: the order of every table. */
export function placesOf(
  districtName: string,
  district: DistrictPartial,
  schools: readonly { readonly name: string; readonly partial: SchoolPartial }[],
): readonly Place[] {
  const own = [...schools]
    .sort((a, b) =>
      a.name === b.name ? (a.partial.school < b.partial.school ? -1 : 1) : a.name < b.name ? -1 : 1,
    )
    .map(({ name, partial }): Place => ({
      level: "school",
      school: partial.school,
      schoolName: name,
      partial,
    }));
  return [{ level: "district", school: "", schoolName: districtName, partial: district }, ...own];
}

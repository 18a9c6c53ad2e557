import { freshPlaces, type MemoryPlaces } from "./local-district.ts";
import { ingestFiles, type HandedIn } from "./ingest-files.ts";
import type { ConformedManifest } from "../../functions/conformed/conformed-manifest.ts";

const tabbed = (...rows: readonly (readonly string[])[]): string =>
  rows.map((cells) => `${cells.join("\t")}\n`).join("");

/** Students with a number of the district's and one of the state's; the fifth has moved, the sixth has no numbers. */
export const POWER_SCHOOL: readonly HandedIn[] = [
  [
    "schools.text",
    tabbed(
      ["school_number", "name", "abbreviation", "low_grade", "high_grade"],
      ["S1", "Fernhill Middle School", "FMS", "6", "8"],
      ["S2", "Fernhill High School", "FHS", "9", "12"],
    ),
  ],
  [
    "students.text",
    tabbed(
      [
        ...["id", "dcid", "student_number", "state_studentnumber", "last_name", "first_name"],
        ...["grade_level", "schoolid", "entrydate", "exitdate", "enroll_status"],
      ],
      ...[
        ["71", "0001", "9000000101", "Larkspur", "Ada", "S1"],
        ["72", "0002", "9000000102", "Sorrel", "Bo", "S1"],
        ["73", "0003", "9000000103", "Tansy", "Cy", "S1"],
        ["74", "71", "9000000104", "Yarrow", "Di", "S1"],
        ["75", "0005", "9000000105", "Vetch", "Em", "S2"],
        ["76", "", "", "Burdock", "Fi", "S2"],
      ].map(([id, number, state, family, given, school]) => [
        ...[id!, `9${id!}`, number!, state!, family!, given!],
        ...["9", school!, "08/23/2021", "06/11/2022", "0"],
      ]),
    ),
  ],
  [
    "reenrollments.text",
    tabbed(
      ["studentid", "schoolid", "entrydate", "exitdate", "entrycode", "exitcode"],
      ["75", "S1", "08/24/2020", "06/12/2021", "E1", "W1"],
    ),
  ],
  [
    "plans.csv",
    "plan_id,student_id,plan_type,school_year,status,opened_on,closed_on,counselor_id\nP1,71,ILP,2022,active,2021-09-10,,\n",
  ],
];

/** A district with these exports and nothing published. */
export async function powerSchoolDistrict(): Promise<{
  readonly places: MemoryPlaces;
  readonly manifest: ConformedManifest;
}> {
  const places = await freshPlaces();
  const { manifest } = await ingestFiles(places, POWER_SCHOOL);
  return { places, manifest };
}

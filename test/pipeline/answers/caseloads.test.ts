import { describe, expect, it } from "vitest";
import { day } from "../../../functions/domain/calendar/day.ts";
import type { RowOf } from "../../../functions/domain/records/table-definition.ts";
import { remedyOf } from "../../../functions/domain/records/reject.ts";
import {
  studentsTable,
  type StudentRow,
} from "../../../functions/reports/students/students-table.ts";
import { conformedInForce } from "../../../functions/pipeline/conform/conformed-in-force.ts";
import {
  countsKey,
  isMeasured,
  measure,
  studentsKey,
} from "../../../functions/pipeline/measure/measure.ts";
import type { Places } from "../../../functions/pipeline/ports.ts";
import { quarantineOf } from "../../../functions/pipeline/conform/quarantine.ts";
import { readStudents } from "../../../functions/reports/students/read-students.ts";
import { schoolWorklist } from "../../support/worklist-of-school.ts";
import { toArrow } from "../../../functions/releases/files/arrow-rows.ts";
import type { SchoolCube } from "../../../functions/metrics/cube/school-cube.ts";
import {
  FERNHILL,
  ingestFiles,
  lines,
  oneTo,
  ORGS,
  PLANS_HEADER,
  roles,
  roster,
  users,
  type HandedIn,
} from "../../support/ingest-files.ts";
import { EFFECTIVE_PRACTICE, freshPlaces, publishDay } from "../../support/local-district.ts";

const MEASURING = { asOf: day("2022-03-15"), mandate: EFFECTIVE_PRACTICE };
const HEADER = "counselor_id,student_id,school_id,grade,last_name_from,last_name_until";
const caseloadCsv = (...rows: readonly string[]): HandedIn => [
  "caseload.csv",
  lines(HEADER, ...rows),
];
/** Students 1 to 3 are at the middle school, 4 to 7 at the high school; 1 and 4 have a plan with a counselor. */
const WITH_PLANS: readonly HandedIn[] = [
  ["orgs.csv", ORGS],
  ["users.csv", users(oneTo(7))],
  ["roles.csv", roles(oneTo(7))],
  [
    "plans.csv",
    lines(
      PLANS_HEADER,
      "P1,0001,ILP,2022,active,2021-09-10,,K-1",
      "P4,0004,ILP,2022,active,2021-09-10,,K-4",
    ),
  ],
];

/** Of each student the counselor under whom the student is listed, and every counselor of the caseload. */
async function counselorsIn(places: Places) {
  const manifest = (await conformedInForce(places.records, FERNHILL))!;
  const rows: StudentRow[] = [];
  for (const school of manifest.schools) {
    await measure(places.records, manifest, school, MEASURING);
    const bytes = (await places.records.get(studentsKey(manifest, school, MEASURING)))!;
    rows.push(...readStudents(bytes, EFFECTIVE_PRACTICE));
  }
  return Object.fromEntries(
    rows.map(({ student, counselor, caseload }) => [student, `${counselor} of ${caseload}`]),
  );
}

describe("caseloads", () => {
  it("are those of the plans alone where the district sends no list", async () => {
    const places = await freshPlaces();
    const { manifest } = await ingestFiles(places, WITH_PLANS);
    expect(await counselorsIn(places)).toMatchObject({ "0001": "K-1 of K-1", "0002": " of " });
    const tables = manifest.schools.flatMap(({ partitions }) =>
      partitions.map(({ table }) => table),
    );
    expect(tables).not.toContain("caseload");
  });

  it("are those of the plan first, then of the list: by student, by grade and range, by school", async () => {
    const places = await freshPlaces();
    const rows = [
      "K-1,0002,,,,",
      "K-9,0001,,,,",
      "K-9,0002,,,,",
      "K-5,,S2,09,family5,FAMILY6",
      "K-6,,S2,08,,",
      "K-7,,S2,,,",
    ];
    await ingestFiles(places, [...WITH_PLANS, caseloadCsv(...rows)]);
    expect(await counselorsIn(places)).toEqual({
      "0001": "K-1 of K-1;K-9",
      "0002": "K-1 of K-1;K-9",
      "0003": " of ",
      "0004": "K-4 of K-4;K-7",
      "0005": "K-5 of K-5;K-7",
      "0006": "K-5 of K-5;K-7",
      "0007": "K-7 of K-7",
    });
  });

  it("count a student in figures under the counselor of the list, where no plan names one", async () => {
    const places = await freshPlaces();
    await ingestFiles(places, [...WITH_PLANS, caseloadCsv("K-7,,S2,,,")]);
    await counselorsIn(places);
    const manifest = (await conformedInForce(places.records, FERNHILL))!;
    const high = manifest.schools.find(({ id }) => id === "S2")!;
    const bytes = (await places.records.get(countsKey(manifest, high, MEASURING)))!;
    const { students } = JSON.parse(new TextDecoder().decode(bytes)) as SchoolCube;
    expect(students["enrolled"]).toMatchObject({ "counselor/K-4": 1, "counselor/K-7": 3 });
    expect(students["enrolled"]).not.toHaveProperty("counselor/");
  });

  it("follow a student to another school, and are those of the new one", async () => {
    const places = await freshPlaces();
    const list = caseloadCsv("K-3,,S1,,,", "K-7,,S2,,,", "K-9,0002,,,,");
    await ingestFiles(places, [...WITH_PLANS, list]);
    expect((await counselorsIn(places))["0002"]).toBe("K-9 of K-9;K-3");
    const moved = roles(oneTo(7))
      .replace(
        "R2,,,0002,primary,student,2021-08-23,,S1,",
        "R2,,,0002,primary,student,2021-08-23,2022-03-01,S1,",
      )
      .concat(lines("R2b,,,0002,primary,student,2022-03-01,,S2,"));
    await ingestFiles(places, [["roles.csv", moved]], { on: "2022-06-02" });
    expect((await counselorsIn(places))["0002"]).toBe("K-9 of K-9;K-7");
  });

  it("hold no student's identifier in the manifest, and are of the school whose students they name", async () => {
    const places = await freshPlaces();
    const list = caseloadCsv("K-9,0002,,,,", "K-7,,S2,09,,");
    const { manifest } = await ingestFiles(places, [...WITH_PLANS, list]);
    expect(JSON.stringify(manifest)).not.toMatch(/0002|K-9/);
    const partitions = manifest.schools.flatMap(({ id, partitions }) =>
      partitions.filter(({ table }) => table === "caseload").map(({ rows }) => [id, rows]),
    );
    expect(partitions).toEqual([
      ["S1", 1],
      ["S2", 1],
    ]);
  });

  it("come to the same version in whatever order rows and files come", async () => {
    const rows = ["K-9,0002,,,,", "K-7,,S2,09,,", "K-1,0002,,,,"];
    const ingested = await ingestFiles(await freshPlaces(), [...WITH_PLANS, caseloadCsv(...rows)]);
    const places = await freshPlaces();
    await ingestFiles(places, [caseloadCsv(...rows), ...WITH_PLANS.toReversed()]);
    const other = (await conformedInForce(places.records, FERNHILL))!;
    expect(other.version).toBe(ingested.manifest.version);
  });

  it("reject a row that names nobody, somebody whom no school enrolls, or no known school, without a value", async () => {
    const places = await freshPlaces();
    const nobody = "0099,,,u99,Ada,Poe,999,09";
    const files = WITH_PLANS.map(([name, content]): HandedIn =>
      name === "users.csv" ? [name, `${String(content)}${nobody}\n`] : [name, content],
    );
    const rows = [
      "K-9,0002,,,,",
      "K-9,,,09,,",
      "K-9,9999,,,,",
      "K-9,0099,,,,",
      "K-9,,S7,,,",
      "K-9,,S2,,D,C",
      "K-9,0002,,,,",
    ];
    const { manifest } = await ingestFiles(places, [...files, caseloadCsv(...rows)]);
    const file = manifest.files.find(({ name }) => name === "caseload.csv")!;
    expect(file).toMatchObject({ outcome: "used", records: 7, accepted: 1, rejected: 5 });
    expect(file.repeated).toBe(1);
    const { first } = await quarantineOf(places.records, FERNHILL, file.sha256);
    const byRecord = first.toSorted((a, b) => a.record - b.record);
    expect(
      byRecord.map((reject) => [reject.file, reject.record, reject.column, reject.reason]),
    ).toEqual([
      ["caseload.csv", 2, "student_id", "missing-value"],
      ["caseload.csv", 3, "student_id", "unknown-student"],
      ["caseload.csv", 4, "student_id", "not-enrolled"],
      ["caseload.csv", 5, "school_id", "unknown-school"],
      ["caseload.csv", 6, "last_name_until", "ends-before-it-begins"],
    ]);
    for (const reject of byRecord) expect(remedyOf(reject)).toMatch(/^[A-Z].*\.$/);
    expect(JSON.stringify(first)).not.toMatch(/9999|0099|S7|K-9/);
  });

  it("know a student by another identifier of the roster", async () => {
    const places = await freshPlaces();
    // The roster's `identifier` is looked up where nobody has it as the own one.
    await ingestFiles(places, [...WITH_PLANS, caseloadCsv("K-9,902,,,,")]);
    expect((await counselorsIn(places))["0002"]).toBe("K-9 of K-9");
  });

  it("no longer hold what a newer list lacks", async () => {
    const places = await freshPlaces();
    await ingestFiles(places, [...WITH_PLANS, caseloadCsv("K-9,0002,,,,", "K-9,0003,,,,")]);
    await ingestFiles(places, [caseloadCsv("K-9,0003,,,,")], { on: "2022-06-02" });
    expect(await counselorsIn(places)).toMatchObject({ "0002": " of ", "0003": "K-9 of K-9" });
  });
});

describe("a school", () => {
  it("counts as measured once it has both its counts and its students", async () => {
    const places = await freshPlaces();
    const { manifest } = await ingestFiles(places, WITH_PLANS);
    const school = manifest.schools[0]!;
    const { records } = places;
    const asked = [records, manifest, school, MEASURING] as const;
    const keys = [countsKey, studentsKey].map((keyOf) => keyOf(manifest, school, MEASURING));
    expect(await isMeasured(...asked)).toBe(false);
    expect(await measure(...asked)).toBe(true);
    expect(await measure(...asked)).toBe(false);
    for (const key of keys) {
      const bytes = await records.get(key);
      await records.delete([key]);
      expect(await isMeasured(...asked)).toBe(false);
      expect(await measure(...asked)).toBe(true);
      expect(await records.get(key)).toEqual(bytes);
    }
  });

  it("whose students were written before caseloads were noted is measured again", async () => {
    const places = await freshPlaces();
    const { manifest } = await ingestFiles(places, WITH_PLANS);
    const school = manifest.schools[0]!;
    const { records } = places;
    await measure(records, manifest, school, MEASURING);
    // So the file was named before.
    const key = studentsKey(manifest, school, MEASURING);
    const former = countsKey(manifest, school, MEASURING).replace(/\.json$/, "-students.arrow");
    expect(key).not.toBe(former);
    await records.put(former, (await records.get(key))!);
    await records.delete([key]);
    expect(await measure(records, manifest, school, MEASURING)).toBe(true);
  });
});

describe("an edition of before caseloads were noted", () => {
  it("is read, each student in the caseload of the plan's counselor alone", async () => {
    const places = await freshPlaces();
    await ingestFiles(places, [...roster(oneTo(7)), caseloadCsv("K-7,,S2,,,")]);
    await publishDay(places, "2022-03-15", FERNHILL);
    const before = (await schoolWorklist(places, FERNHILL, "S2"))!;
    expect(before.counselors).toEqual(["K-7"]);
    const [file] = (await places.records.list("editions/staff/fernhill/")).filter((key) =>
      key.endsWith("/students.arrow"),
    );
    const bytes = (await places.records.get(file!))!;
    const definition = studentsTable(EFFECTIVE_PRACTICE.requirements.map(({ id }) => id));
    const old = {
      ...definition,
      columns: definition.columns.filter(({ name }) => name !== "caseload"),
    };
    const rows = readStudents(bytes, EFFECTIVE_PRACTICE);
    const older = rows.map((row) => ({ ...row, counselor: "K-8" }));
    await places.records.put(file!, toArrow(old, older as unknown as readonly RowOf<typeof old>[]));
    expect((await schoolWorklist(places, FERNHILL, "S2"))?.counselors).toEqual(["K-8"]);
    const read = readStudents((await places.records.get(file!))!, EFFECTIVE_PRACTICE);
    expect(new Set(read.map(({ caseload }) => caseload))).toEqual(new Set(["K-8"]));
  });
});

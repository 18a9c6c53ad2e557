import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { quarantineReplay } from "../../functions/cli/steps/quarantine.ts";
import {
  quarantineList,
  quarantineShow,
} from "../../functions/pipeline/conform/quarantine-list.ts";
import { quarantineText, rejectsText } from "../../functions/cli/text/step-text.ts";
import type { Places } from "../../functions/pipeline/ports.ts";
import { conformedInForce } from "../../functions/pipeline/conform/conformed-in-force.ts";
import { conformedRows } from "../support/conformed-rows.ts";
import {
  ATTENDANCE_HEADER,
  FERNHILL,
  ingestFiles,
  lines,
  oneTo,
  roster,
} from "../support/ingest-files.ts";
import { freshPlaces, quiet } from "../support/local-district.ts";
import { ilp } from "../support/run-ilp.ts";
import { scratchFolder } from "../support/scratch-folder.ts";

/** The district's own codes, for a kind of file that the project knows. */
const CODES = {
  id: "fernhill",
  version: 1,
  title: "Codes of Fernhill",
  files: [],
  codes: [
    {
      kind: "plain/daily_attendance.csv",
      field: "kind",
      values: { HB: "excused", Suspended: "unexcused" },
    },
  ],
};
const ATTENDANCE = lines(
  ATTENDANCE_HEADER,
  "0001,2022-03-01,hb,",
  "0002,2022-03-01,SUSPENDED,",
  "0003,2022-03-01,absent,",
);

/** A profile in a folder of its own; its path. */
function profileFile(profile: unknown): string {
  const path = join(scratchFolder(), "ilp.profile.json");
  writeFileSync(path, typeof profile === "string" ? profile : JSON.stringify(profile));
  return path;
}

const absencesIn = async (places: Places) =>
  (await conformedRows(places, (await conformedInForce(places.records, FERNHILL))!, "absence")).map(
    ({ student, excusal }) => `${String(student)} ${String(excusal)}`,
  );

describe("quarantine replay", () => {
  it("brings in what was rejected once the district's codes are known, and nothing is sent again", async () => {
    const places = await freshPlaces();
    await ingestFiles(places, [...roster(oneTo(4)), ["daily_attendance.csv", ATTENDANCE]]);
    expect(await absencesIn(places)).toEqual(["0003 unknown"]);
    expect(await quarantineList(places, FERNHILL)).toMatchObject([
      {
        file: "daily_attendance.csv",
        rejected: 2,
        reasons: [{ column: "status", reason: "not-a-listed-value", records: 2 }],
      },
    ]);
    const rejects = await quarantineShow(places, FERNHILL, "daily_attendance.csv");
    expect(rejects.rejects.map(({ record }) => record)).toEqual([1, 2]);
    expect(rejectsText(rejects)).not.toMatch(/hb|SUSPENDED|0001/);

    const replayed = await quarantineReplay(places, FERNHILL, profileFile(CODES), quiet);
    expect(replayed.files).toEqual([
      {
        file: "daily_attendance.csv",
        kind: "plain/daily_attendance.csv",
        outcome: "used",
        rejectedBefore: 2,
        rejected: 0,
      },
    ]);
    expect((await absencesIn(places)).sort()).toEqual([
      "0001 excused",
      "0002 unexcused",
      "0003 unknown",
    ]);
    expect(await quarantineList(places, FERNHILL)).toEqual([]);
  });

  it("reads a file that nobody knew by a profile that came later", async () => {
    const places = await freshPlaces();
    await ingestFiles(places, [...roster(oneTo(4)), ["absences.txt", "0001|3/21/2022|HB\n"]]);
    expect(await quarantineList(places, FERNHILL)).toMatchObject([{ outcome: "not-recognized" }]);
    const profile = {
      ...CODES,
      codes: undefined,
      files: [
        {
          ...{ file: "absences.txt", name: "Absences", pattern: "^absences\\.txt$", signature: [] },
          ...{ headers: ["no", "day", "code"], delimiter: "|", mode: "append" },
          reads: [
            {
              table: "attendance",
              columns: [
                { to: "student", from: ["no"], isRequired: true },
                { to: "on", from: ["day"], isRequired: true },
                { to: "kind", from: ["code"], isRequired: true, values: { HB: "excused" } },
              ],
            },
          ],
        },
      ],
    };
    const replayed = await quarantineReplay(places, FERNHILL, profileFile(profile), quiet);
    expect(replayed.files).toMatchObject([{ kind: "fernhill/absences.txt", outcome: "used" }]);
    expect(await absencesIn(places)).toEqual(["0001 excused"]);
  });

  it.each([
    ["no JSON", "{", /not a valid profile/],
    [
      "a field that is not there",
      { ...CODES, codes: [{ ...CODES.codes[0], field: "kinds" }] },
      /codes\[0\]\.field is no field/,
    ],
    [
      "a kind misspelt",
      { ...CODES, codes: [{ ...CODES.codes[0], kind: "plain/daily_atendance.csv" }] },
      /codes\[0\]\.kind .*did you mean "plain\/daily_attendance\.csv"/,
    ],
    [
      "a value of no list",
      { ...CODES, codes: [{ ...CODES.codes[0], values: { HB: "home" } }] },
      /codes\[0\]\.values\["HB"\]/,
    ],
    ["neither files nor codes", { ...CODES, codes: undefined }, /files says too little/],
  ])("refuses a profile with %s and names the place", async (_what, profile, message) => {
    const places = await freshPlaces();
    await ingestFiles(places, roster(oneTo(2)));
    await expect(quarantineReplay(places, FERNHILL, profileFile(profile), quiet)).rejects.toThrow(
      message,
    );
  });

  it("tells of an invalid profile beside exports with its path, and reads the exports all the same", async () => {
    const places = await freshPlaces();
    const faulty = { ...CODES, codes: [{ ...CODES.codes[0], feild: "kind" }] };
    const { received, manifest } = await ingestFiles(places, [
      ["ilp.profile.json", JSON.stringify(faulty)],
      ...roster(oneTo(2)),
    ]);
    expect(received[0]).toMatchObject({
      file: "ilp.profile.json",
      outcome: "unreadable",
      message: expect.stringContaining('codes[0].feild is no setting here; did you mean "field"'),
    });
    expect(await conformedRows(places, manifest, "student")).toHaveLength(2);
  });

  it("runs from the command line", async () => {
    const folder = scratchFolder();
    const data = scratchFolder();
    for (const [name, content] of [
      ...roster(oneTo(4)),
      ["daily_attendance.csv", ATTENDANCE] as const,
    ]) {
      writeFileSync(join(folder, name), content);
    }
    const options = ["--district", "fernhill", "--data", data];
    expect((await ilp("ingest", folder, ...options)).status).toBe(0);
    const profile = ["--profile", profileFile(CODES)];
    const replayed = await ilp("quarantine", "replay", ...profile, "--json", ...options);
    expect(replayed.status, replayed.stderr).toBe(0);
    expect(JSON.parse(replayed.stdout)).toMatchObject({
      files: [{ file: "daily_attendance.csv", rejectedBefore: 2, rejected: 0 }],
    });
    expect((await ilp("quarantine", "list", ...options)).stdout).toContain(
      "nothing is in quarantine",
    );
  });
});

describe("quarantine list", () => {
  it("prints no mark that moves a cursor or turns text, whatever a sender names a file", async () => {
    const places = await freshPlaces();
    const name = "da\u001b[2Jy\u202e\u009b.csv";
    await ingestFiles(places, [...roster(oneTo(2)), [name, "a,b\n1,2\n"]]);
    const files = await quarantineList(places, FERNHILL);
    expect(files.map(({ file }) => file)).toEqual([name]);
    expect(quarantineText(files)).toContain("da\uFFFD[2Jy\uFFFD\uFFFD.csv");
    // oxlint-disable-next-line no-control-regex -- these are what must not be there
    expect(quarantineText(files)).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
  });
});

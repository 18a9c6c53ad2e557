import { describe, expect, it } from "vitest";
import { remedyOf } from "../../../functions/domain/records/reject.ts";
import { staffMembers } from "../../../functions/domain/people/staff-member.ts";
import { conform } from "../../../functions/pipeline/conform/conform.ts";
import type { ConformedManifest } from "../../../functions/conformed/conformed-manifest.ts";
import { quarantineOf } from "../../../functions/pipeline/conform/quarantine.ts";
import { recordFile } from "../../../functions/pipeline/decisions/record-file.ts";
import { staffFile } from "../../../functions/pipeline/decisions/record-statement.ts";
import type { Places } from "../../../functions/pipeline/ports.ts";
import { quarantineReplay } from "../../../functions/cli/steps/quarantine.ts";
import {
  FERNHILL,
  ingestFiles,
  lines,
  oneTo,
  roster,
  type HandedIn,
} from "../../support/ingest-files.ts";
import { freshPlaces, quiet } from "../../support/local-district.ts";

const HEADER = "staff_id,name,role,school_ids,counselor_ids,is_removed,recorded_at";
const staffCsv = (...rows: readonly string[]): HandedIn => ["staff.csv", lines(HEADER, ...rows)];
const ROSTER = roster(oneTo(8));
/** The day on which roles are recorded one at a time. */
const MAY_1 = "2022-05-01T09:00:00.000Z";

const heldIn = ({ staff = [] }: ConformedManifest) =>
  staffMembers(staff).map((member) => [
    member.staff,
    ...member.roles.map(({ role, schools }) => [role, ...schools].join(" ")),
  ]);

/** What is in quarantine of one file: record, column and reason. */
async function keptOf(places: Places, { files }: ConformedManifest, name = "staff.csv") {
  const file = files.find((file) => file.name === name)!;
  const { first } = await quarantineOf(places.records, FERNHILL, file.sha256);
  return {
    counts: [file.records, file.accepted, file.rejected, file.setAside],
    kept: first.map(({ record, column, reason }) => [record, column, reason]),
    remedies: first.map(remedyOf),
    text: JSON.stringify(first),
  };
}

describe("a staff list", () => {
  it("is in the conformed manifest, record by record, in the order of recording", async () => {
    const places = await freshPlaces();
    const rows = [
      "S-2,B. Lund,counselor,S2,K-7;Lund,,",
      "S-1,A. Rivera,principal,S1;S2,,no,2022-03-15T08:00:00+02:00",
      "S-9,C. Poe,researcher,,,,2022-03-14",
      "S-1,A. Rivera,principal,,,yes,2022-04-01",
      "S-3,D. Moss,,,,,",
    ];
    const { manifest } = await ingestFiles(places, [...ROSTER, staffCsv(...rows)]);
    const record = (staff: string, name: string, role: string | null) => ({ staff, name, role });
    const none = { schools: [], counselors: [], isRemoved: false };
    expect(manifest.staff).toEqual([
      {
        ...record("S-2", "B. Lund", "counselor"),
        ...{ schools: ["S2"], counselors: ["K-7", "Lund"], isRemoved: false, recordedAt: "" },
      },
      { ...record("S-3", "D. Moss", null), ...none, recordedAt: "" },
      { ...record("S-9", "C. Poe", "researcher"), ...none, recordedAt: "2022-03-14T00:00:00.000Z" },
      {
        ...record("S-1", "A. Rivera", "principal"),
        ...{ ...none, schools: ["S1", "S2"], recordedAt: "2022-03-15T06:00:00.000Z" },
      },
      {
        ...record("S-1", "A. Rivera", "principal"),
        ...{ ...none, isRemoved: true, recordedAt: "2022-04-01T00:00:00.000Z" },
      },
    ]);
    expect(manifest.rejects).toEqual([]);
    expect(await keptOf(places, manifest)).toMatchObject({ counts: [5, 5, 0, undefined] });
  });

  it("leaves the version alone of a district that sends none, and of one whose list comes in other files", async () => {
    const without = await ingestFiles(await freshPlaces(), ROSTER);
    expect(without.manifest).not.toHaveProperty("staff");
    const recorded = (name: string, row: string): HandedIn => [name, lines(HEADER, row)];
    const first = recorded("recorded_staff_a.csv", "S-1,A. Rivera,principal,S1,,no,2022-03-15");
    const second = recorded("recorded_staff_b.csv", "S-2,B. Lund,registrar,S1,,no,2022-03-14");
    const together = await ingestFiles(await freshPlaces(), [...ROSTER, first, second]);
    const places = await freshPlaces();
    await ingestFiles(places, [second, ...ROSTER]);
    const apart = await ingestFiles(places, [first]);
    expect(apart.manifest.version).toBe(together.manifest.version);
    expect(apart.manifest.staff?.map(({ staff }) => staff)).toEqual(["S-2", "S-1"]);
  });

  it("keeps the person of an unknown role without a role, and tells of it without the word", async () => {
    const places = await freshPlaces();
    const rows = [
      "S-1,A. Rivera,librarian,S1,K-1,,",
      "S-1,A. Rivera,coach,S1,,,",
      "S-2,B. Lund,principal,S1,,,",
    ];
    const { manifest } = await ingestFiles(places, [...ROSTER, staffCsv(...rows)]);
    expect(heldIn(manifest)).toEqual([["S-1"], ["S-2", "principal S1"]]);
    const { counts, kept, remedies, text } = await keptOf(places, manifest);
    expect(counts).toEqual([3, 3, 0, 2]);
    expect(kept).toEqual([
      [1, "role", "unknown-role"],
      [2, "role", "unknown-role"],
    ]);
    expect(remedies[0]).toContain("used without this role");
    expect(text).not.toMatch(/librarian|coach|Rivera/);
    expect(JSON.stringify(manifest)).not.toMatch(/librarian|coach/);
    expect(manifest.rejects).toEqual([
      { kind: "plain/staff.csv", column: "role", reason: "unknown-role", records: 2 },
    ]);
  });

  it("leaves out an unknown school, and of a role of schools without any grants nothing", async () => {
    const places = await freshPlaces();
    const rows = [
      "S-1,A. Rivera,counselor,S1;S7;S2,K-9,,",
      "S-2,B. Lund,counselor,S7,K-1,,",
      "S-3,C. Poe,registrar,,,,",
      "S-4,D. Moss,district-leader,S1,,,",
      "S-5,E. Hall,researcher,,,,",
    ];
    const { manifest } = await ingestFiles(places, [...ROSTER, staffCsv(...rows)]);
    expect(heldIn(manifest)).toEqual([
      ["S-1", "counselor S1 S2"],
      ["S-2", "counselor"],
      ["S-3", "registrar"],
      ["S-4", "district-leader"],
      ["S-5", "researcher"],
    ]);
    expect(manifest.staff?.map(({ counselors }) => counselors.join(";"))).toEqual([
      "K-9",
      "",
      "",
      "",
      "",
    ]);
    const { counts, kept, text } = await keptOf(places, manifest);
    expect(counts).toEqual([5, 5, 0, 5]);
    expect(kept).toEqual([
      [1, "school_ids", "school-left-out"],
      [2, "school_ids", "school-left-out"],
      [2, "school_ids", "role-without-school"],
      [3, "school_ids", "role-without-school"],
      [4, "school_ids", "school-of-district-role"],
    ]);
    expect(text).not.toContain("S7");
  });

  it("rejects what cannot be said, nobody and a removal of no known role, and passes over a role told twice", async () => {
    const rows = [
      "S-1,A. Rivera,principal,S1,,,",
      "S-1,A. Rivera,principal,S2,,,",
      ",B. Lund,registrar,S1,,,",
      "S-1,A. Rivera,princpal,,,yes,",
    ];
    for (const order of [rows, rows.toReversed()]) {
      const places = await freshPlaces();
      const { manifest } = await ingestFiles(places, [...ROSTER, staffCsv(...order)]);
      expect(heldIn(manifest)).toEqual([["S-1", "principal S2"]]);
      const { counts, kept } = await keptOf(places, manifest);
      expect(counts).toEqual([4, 1, 2, undefined]);
      expect(manifest.files.find(({ name }) => name === "staff.csv")?.contradicted).toBe(1);
      const recordOf = (row: number): number => order.indexOf(rows[row - 1]!) + 1;
      expect(kept.toSorted()).toEqual(
        [
          [recordOf(1), "staff_id", "contradicts-another"],
          [recordOf(3), "staff_id", "missing-value"],
          [recordOf(4), "role", "not-a-listed-value"],
        ].toSorted(),
      );
    }
  });

  it("costs a record none of what else it says, where one file tells of more than staff", async () => {
    const places = await freshPlaces();
    const own = {
      ...{ id: "offices", version: 1, title: "Schools with whoever leads them" },
      files: [
        {
          ...{ file: "offices.csv", name: "Offices", pattern: "^offices\\.csv$" },
          signature: ["office", "leader"],
          reads: [
            {
              table: "organization",
              columns: [
                { to: "id", from: ["office"], isRequired: true },
                { to: "name", from: ["office_name"], isRequired: true },
                { to: "type", value: "school" },
              ],
            },
            {
              table: "staff",
              columns: [
                { to: "staff", from: ["leader"], isRequired: true },
                { to: "role", from: ["leads_as"] },
                { to: "schools", from: ["office"] },
              ],
            },
          ],
        },
      ],
    };
    const offices = lines("office,office_name,leader,leads_as", "S3,Fernhill Annex,S-1,overseer");
    const { manifest } = await ingestFiles(places, [
      ...ROSTER,
      ["ilp.profile.json", JSON.stringify(own)],
      ["offices.csv", offices],
    ]);
    expect(manifest.schools.map(({ id }) => id)).toEqual(["S1", "S2", "S3"]);
    expect(heldIn(manifest)).toEqual([["S-1"]]);
    expect(await keptOf(places, manifest, "offices.csv")).toMatchObject({
      counts: [1, 1, 0, 1],
      kept: [[1, "leads_as", "unknown-role"]],
    });
  });

  it("does not stop as a whole for values that are set aside", async () => {
    const places = await freshPlaces();
    const rows = oneTo(30).map((n) => `T-${n},Teacher ${n},teacher,S1,,,`);
    const { manifest } = await ingestFiles(places, [...ROSTER, staffCsv(...rows)]);
    expect(manifest.files.find(({ name }) => name === "staff.csv")?.outcome).toBe("used");
    expect(heldIn(manifest)).toHaveLength(30);
  });

  it("takes the place of the list before it, and not of what was recorded one at a time", async () => {
    const places = await freshPlaces();
    const night = staffCsv("S-1,A. Rivera,principal,S1,,,", "S-2,B. Lund,registrar,S1,,,");
    await ingestFiles(places, [...ROSTER, night]);
    const rowAt = (recordedAt: string, role: "principal" | "researcher", isRemoved: boolean) =>
      staffFile([
        {
          ...{ staff: "S-1", name: "A. Rivera", role, isRemoved, recordedAt },
          schools: [],
          counselors: [],
        },
      ]);
    await recordFile(
      places,
      FERNHILL,
      rowAt("2022-05-01T08:00:00.000Z", "principal", true),
      quiet,
      MAY_1,
    );
    await recordFile(
      places,
      FERNHILL,
      rowAt("2022-05-01T08:00:01.000Z", "researcher", false),
      quiet,
      MAY_1,
    );
    // The next list still has the principal, and the registrar no more.
    const next = staffCsv("S-1,A. Rivera,principal,S1,,,", "S-3,C. Poe,registrar,S2,,,");
    const { manifest } = await ingestFiles(places, [next], { on: "2022-06-02" });
    expect(heldIn(manifest)).toEqual([
      ["S-1", "researcher"],
      ["S-3", "registrar S2"],
    ]);
  });

  it("comes to the same when it is replayed, and to more once its words are mapped", async () => {
    const places = await freshPlaces();
    const list = staffCsv("S-1,A. Rivera,rektor,S1,,,");
    const { manifest } = await ingestFiles(places, [...ROSTER, list]);
    const again = await conform(FERNHILL, { name: null, acceptRemovals: false }, places, quiet);
    expect(again).toMatchObject({ isNew: false, manifest: { version: manifest.version } });
    expect(await quarantineReplay(places, FERNHILL, null, quiet)).toMatchObject({
      version: manifest.version,
    });
    const codes = {
      ...{ id: "fernhill", version: 1, title: "Words of the district", files: [] },
      codes: [{ kind: "plain/staff.csv", field: "role", values: { rektor: "principal" } }],
    };
    const mapped = await ingestFiles(places, [["ilp.profile.json", JSON.stringify(codes)]]);
    expect(heldIn(mapped.manifest)).toEqual([["S-1", "principal S1"]]);
    expect(mapped.manifest.rejects).toEqual([]);
  });
});

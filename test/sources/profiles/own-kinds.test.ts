import { expect, describe, it } from "vitest";
import {
  filesByKind,
  kindsRead,
  rejectsByReason,
  staffFileRows,
} from "../../../functions/editions/data-quality-tables.ts";
import { conformedInForce } from "../../../functions/pipeline/conform/conformed-in-force.ts";
import { PROFILES } from "../../../functions/sources/profiles/profiles.ts";
import { latestPublic } from "../../../functions/pipeline/release/public-releases.ts";
import {
  FERNHILL,
  ingestFiles,
  lines,
  oneTo,
  PLANS_HEADER,
  roster,
} from "../../support/ingest-files.ts";
import { everything, freshPlaces, publishDay } from "../../support/local-district.ts";

const PLAIN = PROFILES.find(({ id }) => id === "plain")!;

/** A file of the plain format under names of a district's own, which only staff may read. */
const fileOf = (plain: string, table: string) => {
  const { reads } = PLAIN.files.find(({ file }) => file === plain)!;
  return {
    ...{ file: `zebra_${plain}`, name: `Zebra ${table} of room 12`, pattern: `^zebra_${plain}$` },
    signature: ["Zebra student_id"],
    reads: reads.map((read) => ({
      ...read,
      columns: read.columns.map(({ from = [], ...column }) => ({
        ...column,
        from: from.map((name) => `Zebra ${name}`),
      })),
    })),
  };
};
const PROFILE = {
  ...{ id: "zebra-own", version: 1, title: "Zebra's own export" },
  files: [fileOf("plans.csv", "plan"), fileOf("exemptions.csv", "waiver")],
};
const ofZebra = (header: string): string =>
  header
    .split(",")
    .map((name) => `Zebra ${name}`)
    .join(",");

const OWN_COLUMN = "a column of the district's own format";

describe("a file that a district's own profile reads", () => {
  const ingested = async () => {
    const places = await freshPlaces();
    const { received, manifest } = await ingestFiles(places, [
      ["ilp.profile.json", JSON.stringify(PROFILE)],
      ...roster(oneTo(60)),
      [
        "zebra_plans.csv",
        lines(
          ofZebra(PLANS_HEADER),
          ...oneTo(9).map(
            (n) => `Z${n},${String(n).padStart(4, "0")},ILP,2022,active,2021-09-10,,`,
          ),
          "Z10,0010,ILP,2022,active,soon,,",
        ),
      ],
      [
        "zebra_exemptions.csv",
        lines(
          ofZebra("student_id,requirement,reason,decided_by,from_on"),
          "0011,all,medical,S-1,2021-09-10",
        ),
      ],
    ]);
    expect(received.find(({ file }) => file === "ilp.profile.json")?.outcome).toBe("profile");
    return { places, manifest };
  };

  it("is called for staff as the profile calls it, and for the public by what it fills", async () => {
    const { manifest } = await ingested();
    const own = staffFileRows(manifest).find(({ kind }) => kind === "zebra-own/zebra_plans.csv");
    expect(own).toMatchObject({
      ...{ file: "zebra_plans.csv", kindName: "Zebra plan of room 12", outcome: "used" },
    });
    expect(kindsRead(manifest, "staff")).toContainEqual(
      expect.objectContaining({ kindName: "Zebra plan of room 12" }),
    );
    expect(filesByKind(manifest).map(({ key }) => key)).toContainEqual(
      expect.objectContaining({
        file: "a file of the district's own format",
        kind: "own-format/plan",
        kindName: "Plans (the district's own format)",
      }),
    );
    expect(rejectsByReason(manifest, "staff")).toContainEqual(
      expect.objectContaining({ key: expect.objectContaining({ column: "Zebra opened_on" }) }),
    );
    expect(rejectsByReason(manifest, "public").map(({ key }) => key)).toContainEqual(
      expect.objectContaining({ kind: "own-format/plan", column: OWN_COLUMN }),
    );
    for (const rows of [
      filesByKind(manifest),
      rejectsByReason(manifest, "public"),
      kindsRead(manifest, "public"),
    ]) {
      expect(JSON.stringify(rows)).not.toMatch(/zebra|room 12/i);
    }
  });

  it("leaves no word of the district's own in anything that is public", async () => {
    const { places } = await ingested();
    await publishDay(places, "2022-03-15", FERNHILL, { isAsked: true, isNewSecret: false });
    expect(await latestPublic(places.public, FERNHILL)).not.toBeNull();
    const open = Object.values(await everything(places.public)).join("\n");
    expect(open).toContain("Plans (the district's own format)");
    expect(open).not.toMatch(/zebra|room 12/i);
  });

  it("counts files of several own kinds that fill the same as one in public, and none that decides of single students", () => {
    const kinds = ["a", "b", "c"].map((kind) => ({
      ...{ kind: `own/${kind}`, file: kind, name: kind },
      tables: [kind === "c" ? ("exemption" as const) : ("attendance" as const)],
    }));
    const files = kinds.map(({ kind }) => ({
      ...{ name: kind, kind, mode: "bulk", sha256: kind, outcome: "used", records: 60 },
      ...{ accepted: 60, rejected: 0, leftOut: 0, repeated: 0 },
    })) as never;
    const rejects = kinds.map(({ kind }) => ({
      ...{ kind, column: `column of ${kind}`, reason: "not-a-day", records: 60 },
    })) as never;
    const manifest = { files, rejects, ownKinds: kinds };
    expect(filesByKind(manifest)).toMatchObject([
      { key: { kindName: "Attendance records (the district's own format)" }, records: 120 },
    ]);
    expect(rejectsByReason(manifest, "public")).toMatchObject([
      { key: { kind: "own-format/attendance", column: OWN_COLUMN }, records: 120 },
    ]);
    expect(staffFileRows(manifest)).toHaveLength(3);
  });

  it("is none where every file is of a format that ships, which keeps its version", async () => {
    const places = await freshPlaces();
    await ingestFiles(places, roster(oneTo(8)));
    expect(await conformedInForce(places.records, FERNHILL)).not.toHaveProperty("ownKinds");
  });
});

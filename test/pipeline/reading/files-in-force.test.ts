import { copyFileSync, cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { conformedInForce } from "../../../functions/pipeline/conform/conformed-in-force.ts";
import {
  CAST,
  CAST_EXPORTS,
  everything,
  freshPlaces,
  ingestPath,
} from "../../support/local-district.ts";
import { scratchFolder } from "../../support/scratch-folder.ts";

/** A copy of the cast's exports that a test may change. */
function exportsCopy(): string {
  const folder = join(scratchFolder(), "exports");
  cpSync(CAST_EXPORTS, folder, { recursive: true });
  return folder;
}

const reviewsOf = async (places: Awaited<ReturnType<typeof freshPlaces>>) => {
  const manifest = await conformedInForce(places.records, CAST);
  return manifest!.schools.flatMap(({ partitions }) =>
    partitions.filter(({ table }) => table === "review").map(({ rows }) => rows),
  );
};

describe("the files in force", () => {
  it("keeps the last good reviews when an emptied file comes, and says that it stopped", async () => {
    const places = await freshPlaces();
    const folder = exportsCopy();
    await ingestPath(places, folder);
    const before = await reviewsOf(places);

    const path = join(folder, "reviews.csv");
    writeFileSync(path, readFileSync(path, "utf8").split("\n")[0] + "\n");
    const { conformed } = await ingestPath(places, folder);
    expect(await reviewsOf(places)).toEqual(before);
    if (conformed.kind !== "conformed") throw new Error("expected a conformed district");
    const files = conformed.manifest.files.filter(({ name }) => name === "reviews.csv");
    expect(files.map(({ outcome }) => outcome)).toEqual(["stopped", "used"]);

    // A later night with another change must not forget which version was good.
    const goals = join(folder, "goals.csv");
    writeFileSync(goals, readFileSync(goals, "utf8").trimEnd());
    await ingestPath(places, folder);
    await ingestPath(places, folder);
    expect(await reviewsOf(places)).toEqual(before);
  });

  it("takes the newer version of a file that is sent again", async () => {
    const places = await freshPlaces();
    const folder = exportsCopy();
    await ingestPath(places, folder);
    const before = (await reviewsOf(places)).reduce((a, b) => a + b, 0);
    const path = join(folder, "reviews.csv");
    const lines = readFileSync(path, "utf8").trimEnd().split("\n");
    writeFileSync(path, `${lines.slice(0, -1).join("\n")}\n`);
    await ingestPath(places, folder);
    expect((await reviewsOf(places)).reduce((a, b) => a + b, 0)).toBe(before - 1);
  });

  it("uses the rest when one file is unreadable, and stores that file as sent too", async () => {
    const places = await freshPlaces();
    const folder = exportsCopy();
    copyFileSync(join(folder, "goals.csv"), join(folder, "goals-again.csv"));
    writeFileSync(
      join(folder, "goals.csv"),
      'goal_id,plan_id,domain\n"G-1,open quote\nand so on\n',
    );
    writeFileSync(join(folder, "photo.bin"), Buffer.from([0, 255, 254, 1, 2, 3, 0, 0]));
    const { conformed } = await ingestPath(places, folder);
    if (conformed.kind !== "conformed") throw new Error("expected a conformed district");
    const outcome = (name: string) =>
      conformed.manifest.files.find((file) => file.name === name)?.outcome;
    expect(outcome("goals.csv")).toBe("unreadable");
    expect(outcome("goals-again.csv")).toBe("used");
    expect(outcome("photo.bin")).toBe("not-recognized");
    expect(outcome("users.csv")).toBe("used");
    const raw = await everything(places.records, "raw/");
    expect(Object.values(raw)).toContain('goal_id,plan_id,domain\n"G-1,open quote\nand so on\n');
  });

  it("forgets a file that nobody could make out once it is sent again mended", async () => {
    const places = await freshPlaces();
    const folder = exportsCopy();
    const path = join(folder, "reviews.csv");
    const good = readFileSync(path, "utf8");
    writeFileSync(path, "a,b\n1,2\n");
    const kinds = async () => {
      const { conformed } = await ingestPath(places, folder);
      if (conformed.kind !== "conformed") throw new Error("expected a conformed district");
      return conformed.manifest.files.filter(({ name }) => name === "reviews.csv");
    };
    expect((await kinds()).map(({ outcome }) => outcome)).toEqual(["not-recognized"]);
    writeFileSync(path, good);
    expect((await kinds()).map(({ outcome }) => outcome)).toEqual(["used"]);
  });

  it("conforms nothing and publishes nothing when no file is usable", async () => {
    const places = await freshPlaces();
    const folder = scratchFolder();
    writeFileSync(join(folder, "notes.txt"), "nothing here\n");
    const { conformed } = await ingestPath(places, folder);
    expect(conformed.kind).toBe("nothing-usable");
    expect(await conformedInForce(places.records, CAST)).toBeNull();
    expect(await everything(places.public)).toEqual({});
  });

  it("counts every record of every file as accepted or rejected, and keeps the rejects without a value", async () => {
    const places = await freshPlaces();
    const folder = exportsCopy();
    const path = join(folder, "plans.csv");
    writeFileSync(
      path,
      `${readFileSync(path, "utf8").trimEnd()}\nP-XX,C-9999,ILP,2022,active,2021-09-10,,\nP-XY,,ILP,2022,active,2021-09-10,,\n`,
    );
    const { conformed } = await ingestPath(places, folder);
    if (conformed.kind !== "conformed") throw new Error("expected a conformed district");
    for (const { records, accepted, rejected, ...more } of conformed.manifest.files) {
      expect(accepted + rejected + more.repeated + (more.contradicted ?? 0)).toBe(records);
    }
    expect(conformed.manifest.rejects).toEqual(
      expect.arrayContaining([
        { kind: "plain/plans.csv", column: "student_id", reason: "missing-value", records: 1 },
        { kind: "plain/plans.csv", column: "student_id", reason: "unknown-student", records: 1 },
      ]),
    );
    const kept = Object.values(await everything(places.records, "quarantine/")).join("");
    expect(kept).toContain('"reason":"unknown-student"');
    expect(kept).not.toContain("C-9999");
  });
});

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { localTable } from "../../../functions/adapters/table/local-table.ts";
import { folderStore } from "../../../functions/adapters/folder/folder-store.ts";
import { localFolders } from "../../../functions/cli/arguments/local-places.ts";
import { oldReleaseDays } from "../../../functions/pipeline/release/from-old-releases.ts";
import { staffLatest } from "../../../functions/pipeline/release/staff-editions.ts";
import { CAST } from "../../support/local-district.ts";
import { ilp } from "../../support/run-ilp.ts";
import { scratchFolder } from "../../support/scratch-folder.ts";

const OLD = new URL("../../../fixtures/data-folders/before-two-editions.zip", import.meta.url);

/** The data folder of the cast as the version before left it. */
function oldDataFolder(): string {
  const data = scratchFolder();
  for (const [path, bytes] of Object.entries(unzipSync(readFileSync(OLD)))) {
    if (path.endsWith("/")) continue;
    mkdirSync(dirname(join(data, path)), { recursive: true });
    writeFileSync(join(data, path), bytes);
  }
  return data;
}

const publish = (data: string) =>
  ilp("publish", "--as-of", "2022-03-15", "--district", "cast", "--data", data);

describe("a data folder of the version before", () => {
  it("loses the releases of the old method at the first publish, and has their days again for staff", async () => {
    const data = oldDataFolder();
    const open = folderStore(join(data, "public"));
    const records = folderStore(join(data, "records"));
    expect(await oldReleaseDays(open, CAST)).toEqual(["2022-01-31", "2022-03-15"]);
    const before = await open.list("cast/releases/");
    expect(before.length).toBeGreaterThan(20);

    const first = await publish(data);
    expect(first.stderr).toBe("");
    expect(first.stdout).toContain(
      "releases made by the old method were removed from the public folder, since counts could be worked out from them: 2022-01-31, 2022-03-15",
    );
    const after = await open.list("cast/");
    expect(before.filter((key) => after.includes(key))).toEqual([]);
    const releases = new Set(
      after.map((key) => key.split("/")[2]).filter((name) => name !== undefined),
    );
    expect(releases.size).toBe(1);
    expect((await staffLatest(records, CAST))?.editions.map(({ asOf }) => asOf)).toEqual([
      "2022-03-15",
      "2022-01-31",
    ]);
    expect(await records.size("restricted/cast/secret-2021-22")).toBe(32);
    expect(await records.list("patterns/")).toEqual([]);
    expect(await records.list("partials/")).toEqual([]);
    expect(await records.size("conformed/cast/settings/suppression.json")).toBeNull();
    // Twelve was set: the next larger size to choose from is 15.
    const setting = await records.get("conformed/cast/settings/protection.json");
    expect(JSON.parse(Buffer.from(setting ?? []).toString())).toEqual({ smallestGroup: 15 });

    const second = await publish(data);
    expect(second.stdout).not.toContain("old method");
    expect(second.stdout).toContain("already exists; nothing changed");
  }, 60_000);

  it("loses them too where one of their days cannot be made again, and says which", async () => {
    const data = oldDataFolder();
    const open = folderStore(join(data, "public"));
    const key = "cast/latest.json";
    const latest = JSON.parse(Buffer.from((await open.get(key)) ?? []).toString()) as {
      releases: object[];
    };
    latest.releases.push({ release: "old", asOf: "2019-01-15", path: "releases/old/" });
    await open.put(key, Buffer.from(JSON.stringify(latest)), "application/json");
    const first = await publish(data);
    expect(first.status).toBe(0);
    expect(first.stdout).toContain("not published again");
    expect(first.stdout).toContain("on these dates: 2019-01-15");
    expect(await oldReleaseDays(open, CAST)).toBeNull();
    expect((await publish(data)).stdout).not.toContain("not published again");
  }, 60_000);

  it("has one worklist item per school in place of one per student and requirement", async () => {
    const data = oldDataFolder();
    const students = ["C-0403", "C-0404", "C-0428"];
    const items = async () => {
      const { table, close } = await localTable(localFolders(data));
      try {
        const own = await Promise.all(
          students.map((student) =>
            table.query({ partition: `cast#student#${student}`, sortBeginsWith: "worklist#" }),
          ),
        );
        const schools = await table.query({ partition: "cast#worklist" });
        return { own: own.flatMap((page) => page.items).length, schools: schools.items.length };
      } finally {
        await close();
      }
    };
    expect((await items()).own).toBeGreaterThan(3);
    await publish(data);
    expect(await items()).toEqual({ own: 0, schools: 4 });
  }, 60_000);
});

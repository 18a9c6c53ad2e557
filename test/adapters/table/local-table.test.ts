import { fork } from "node:child_process";
import { once } from "node:events";
import { cpSync, readdirSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { localTable } from "../../../functions/adapters/table/local-table.ts";
import { allItems } from "../../../functions/pipeline/all-items.ts";
import { scratchFolder, scratchFolderOfAll } from "../../support/scratch-folder.ts";

const item = { partition: "p", sort: "s", text: "Zoë" };

const foldersOf = (data: string) => ({
  table: join(data, "items"),
  tableBefore: join(data, "table"),
});

function tableProcess(data: string, does: "close" | "wait" | "leave") {
  const { table, tableBefore } = foldersOf(data);
  return fork(new URL("table-process.ts", import.meta.url), [table, tableBefore, does], {
    execArgv: ["--import", "tsx"],
  });
}

async function itemsIn(data: string) {
  const { table, close } = await localTable(foldersOf(data));
  const items = await allItems(table, "many");
  await close();
  return items;
}

describe("local-table", () => {
  it("keeps its items from one start to the next", async () => {
    const data = join(scratchFolder(), "not", "yet", "made");
    const first = await localTable(foldersOf(data));
    await first.table.put(item);
    await first.close();
    const second = await localTable(foldersOf(data));
    expect(await second.table.get(item)).toEqual(item);
    await second.close();
  });

  it("may be closed twice", async () => {
    const { close } = await localTable(foldersOf(scratchFolder()));
    await Promise.all([close(), close()]);
    await close();
  });

  it("ends what is under way before it closes", async () => {
    const data = scratchFolder();
    const { table, close } = await localTable(foldersOf(data));
    const puts = Array.from({ length: 50 }, (_, n) =>
      table.put({ partition: "many", sort: String(n) }),
    );
    await Promise.all([...puts, close()]);
    expect(await itemsIn(data)).toHaveLength(50);
  });

  it("says who holds the folder, and goes on holding it", async () => {
    const data = scratchFolder();
    const folders = foldersOf(data);
    const holder = await localTable(folders);
    await holder.table.put(item);
    const message = `another ilp command is using the data folder ${folders.table}: wait until it has ended`;
    await expect(localTable(folders)).rejects.toThrow(message);
    const other = tableProcess(data, "close");
    const [answer] = await once(other, "message");
    expect(answer).toContain(message);
    await once(other, "exit");
    expect(await holder.table.get(item)).toEqual(item);
    await holder.close();
  });

  it("says why else a folder does not open, and what to do", async () => {
    const data = scratchFolder();
    const { table } = foldersOf(data);
    writeFileSync(table, "");
    await expect(localTable(foldersOf(data))).rejects.toThrow(`the table in the folder ${table}`);
  });

  it("does not open without a file that it needs, until the folder is moved away", async () => {
    const data = scratchFolder();
    const folders = foldersOf(data);
    const { close } = await localTable(folders);
    await close();
    for (const name of readdirSync(folders.table)) {
      if (name.startsWith("MANIFEST")) rmSync(join(folders.table, name));
    }
    const damaged = new RegExp(
      `${folders.table} does not open .*restore the data folder from a backup, or move .* away and run "ilp ingest"`,
      "s",
    );
    await expect(localTable(folders)).rejects.toThrow(damaged);
    rmSync(folders.table, { recursive: true });
    await (await localTable(folders)).close();
  });

  it("does not keep a command alive that forgot to close, nor lose what it wrote", async () => {
    const data = scratchFolder();
    const leaving = tableProcess(data, "leave");
    const [code] = await once(leaving, "exit");
    expect(code).toBe(0);
    expect(await itemsIn(data)).toHaveLength(1_000);
  });
});

describe("local-table, whose process was killed in the midst of writing", () => {
  const left = scratchFolderOfAll();
  beforeAll(async () => {
    const killed = tableProcess(left, "wait");
    await once(killed, "message");
    killed.kill("SIGKILL");
    await once(killed, "exit");
  });

  /** What was left, without the last bytes that were written. */
  function tornTable(bytes: number): string {
    const data = scratchFolder();
    cpSync(left, data, { recursive: true });
    const { table } = foldersOf(data);
    const logs = readdirSync(table).filter((name) => name.endsWith(".log"));
    const path = join(table, logs.sort().at(-1)!);
    expect(statSync(path).size).toBeGreaterThan(50_000);
    truncateSync(path, Math.max(0, statSync(path).size - bytes));
    return data;
  }

  it("has all that it had said to be written", async () => {
    expect((await itemsIn(tornTable(0))).length).toBeGreaterThanOrEqual(1_000);
  });

  it.each([1, 8, 1_000, 40_000, 10_000_000])(
    "has the first of what was written when the last %i bytes of it are lost",
    async (bytes) => {
      const data = tornTable(bytes);
      const items = await itemsIn(data);
      // Batches are whole, and nothing that came later is there without what came before.
      expect(items.length % 1_000).toBe(0);
      expect(items.map(({ sort }) => Number(sort))).toEqual(items.map((_, n) => n));
      const { table, close } = await localTable(foldersOf(data));
      await table.put(item);
      await close();
      expect(await itemsIn(data)).toEqual(items);
    },
  );
});

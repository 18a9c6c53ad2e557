import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import {
  CreateTableCommand,
  DeleteTableCommand,
  type DynamoDBClient,
  waitUntilTableNotExists,
} from "@aws-sdk/client-dynamodb";
import { beforeAll, describe, expect, it } from "vitest";
import { closeFolder, openFolder } from "../../../functions/adapters/table/level-folder.ts";
import { localTable } from "../../../functions/adapters/table/local-table.ts";
import { tableKeys, TABLE } from "../../../functions/layout.ts";
import { allItems } from "../../../functions/pipeline/all-items.ts";
import type { Item, Table } from "../../../functions/pipeline/ports.ts";
import { createTable } from "../../support/dynalite/create-table.ts";
import { startDynalite } from "../../support/dynalite/start-dynalite.ts";
import { scratchFolder, scratchFolderOfAll } from "../../support/scratch-folder.ts";

/** What the version before kept: the ledger, the log, pseudonyms, a decision, plan documents. */
const KEPT: readonly Item[] = [
  {
    ...tableKeys.ledger("cast", "feed#students.csv"),
    edition: { name: "students.csv", good: null, versions: [{ sha256: "ab", rows: 3 }] },
  },
  { ...tableKeys.formerAccess("cast", "2022-03-15T08:00:00.000Z", "r1"), staff: "P-1", rows: 4 },
  { ...tableKeys.surrogate("cast", "C-0403"), surrogate: "7f3a", at: 0.25, isKept: true },
  { ...tableKeys.run("cast", "failure"), wentThroughAt: "2022-03-15", step: null },
  { ...tableKeys.worklist("cast", "CAST-MS"), empty: "", list: [], map: {}, text: "Zoë “😀”" },
  ...Array.from({ length: 400 }, (_, n) => ({
    ...tableKeys.plan("cast", `C-${n}#ÿ~/`, 2022),
    document: JSON.stringify({ plans: [{ plan: `p${n}`, text: "x".repeat(n) }] }),
  })),
];

const foldersOf = (data: string) => ({
  table: join(data, "items"),
  tableBefore: join(data, "table"),
});

async function everything(table: Table): Promise<readonly Item[]> {
  const partitions = [...new Set(KEPT.map(({ partition }) => partition))];
  return (await Promise.all(partitions.map((partition) => allItems(table, partition)))).flat();
}

describe("move-table", { timeout: 30_000 }, () => {
  const written = scratchFolderOfAll();
  beforeAll(async () => {
    mkdirSync(join(written, "indexed"));
    for (const folder of ["plain", "indexed"]) {
      const dynamo = await startDynalite(join(written, folder));
      if (folder === "indexed") await makeIndexedTable(dynamo.client);
      await dynamo.table.putAll(KEPT);
      await dynamo.table.deleteAll([tableKeys.ledger("cast", "none")]);
      // Another table's items are not ours, whatever its name.
      await createTable(dynamo.client, `${TABLE.name}-0`);
      await dynamo.close();
    }
  }, 60_000);

  const dataWith = (folder: "plain" | "indexed"): string => {
    const data = scratchFolder();
    cpSync(join(written, folder), join(data, "table"), { recursive: true });
    return data;
  };
  const expectMoved = async (data: string): Promise<void> => {
    const { table, close } = await localTable(foldersOf(data));
    try {
      expect(await everything(table)).toEqual(KEPT_IN_ORDER);
    } finally {
      await close();
    }
    expect(readdirSync(data)).toEqual(["items"]);
  };

  it.each(["plain", "indexed"] as const)("moves each item of a table once (%s)", async (folder) => {
    const data = dataWith(folder);
    await expectMoved(data);
    const { table, close } = await localTable(foldersOf(data));
    await table.deleteAll(KEPT);
    await close();
    const again = await localTable(foldersOf(data));
    expect(await everything(again.table)).toEqual([]);
    await again.close();
  });

  it("begins again where it was killed before the new folder was whole", async () => {
    const data = dataWith("plain");
    const half = await localTable({
      ...foldersOf(data),
      table: join(data, "items.moving"),
      tableBefore: "",
    });
    await half.table.put({ ...KEPT[0]!, edition: "half" });
    await half.table.put({ partition: "cast#ledger", sort: "of the killed move", edition: null });
    await half.close();
    await expectMoved(data);
  });

  /** A data folder after a whole move, and the old table beside it under the name. */
  const movedWith = async (name: "table" | "table.moved"): Promise<string> => {
    const data = dataWith("plain");
    await expectMoved(data);
    cpSync(join(written, "plain"), join(data, name), { recursive: true });
    return data;
  };

  it("ends the move that was killed before the copy got its name, and does not copy again", async () => {
    const data = await movedWith("table.moved");
    renameSync(join(data, "items"), join(data, "items.moving"));
    const copied = statSync(join(data, "items.moving")).ino;
    await expectMoved(data);
    expect(statSync(join(data, "items")).ino).toBe(copied);
  });

  it("does so where LevelDB was only asked for the new table", async () => {
    const data = await movedWith("table.moved");
    renameSync(join(data, "items"), join(data, "items.moving"));
    mkdirSync(join(data, "items"));
    writeFileSync(join(data, "items", "LOCK"), "");
    await expectMoved(data);
  });

  it("ends the removal that was killed", async () => {
    const data = await movedWith("table.moved");
    rmSync(join(data, "table.moved", "CURRENT"));
    await expectMoved(data);
  });

  it("removes an old table of which the new one has each item, as a move by an earlier version left it", async () => {
    const data = await movedWith("table");
    mkdirSync(join(data, "table.moved"));
    writeFileSync(join(data, "table.moved", "000007.ldb"), "half removed");
    await expectMoved(data);
  });

  it.each([
    ["has changed an item", (items: readonly Item[]) => [{ ...items[0]!, edition: "newer" }]],
    ["has written another", () => [{ ...tableKeys.ledger("cast", "later"), edition: 2 }]],
  ])(
    "refuses where an earlier version %s after the move, and changes nothing",
    async (_which, later) => {
      const data = await movedWith("table");
      const dynamo = await startDynalite(join(data, "table"));
      await dynamo.table.putAll(later(KEPT));
      await dynamo.close();
      const [table, items] = [join(data, "table"), join(data, "items")];
      for (const _try of [1, 2]) {
        await expect(localTable(foldersOf(data))).rejects.toThrow(
          `To go on with ${items}, move ${table} out of the data folder; to go on with ${table}, move ${items} out of it`,
        );
      }
      expect(readdirSync(data).toSorted()).toEqual(["items", "table"]);
      const away = scratchFolder();
      renameSync(items, join(away, "items"));
      const taken = await localTable(foldersOf(data));
      const [written] = later(KEPT);
      expect(await taken.table.get(written!)).toEqual(written);
      await taken.close();
      expect(readdirSync(data)).toEqual(["items"]);
    },
  );

  it("ends the killed move first where an earlier version ran after it", async () => {
    const data = await movedWith("table.moved");
    renameSync(join(data, "items"), join(data, "items.moving"));
    const dynamo = await startDynalite(join(data, "table"));
    await dynamo.table.put({ ...KEPT[0]!, edition: "newer" });
    await dynamo.close();
    await expect(localTable(foldersOf(data))).rejects.toThrow("both hold a table");
    renameSync(join(data, "table"), join(scratchFolder(), "table"));
    await expectMoved(data);
  });

  it("says what to do where the copy of a killed move is gone", async () => {
    const data = await movedWith("table.moved");
    rmSync(join(data, "items"), { recursive: true });
    const [table, moved] = [join(data, "table"), join(data, "table.moved")];
    await expect(localTable(foldersOf(data))).rejects.toThrow(`rename ${moved} to ${table}`);
    renameSync(moved, table);
    await expectMoved(data);
  });

  it("makes no table of its own while another process is between the two names", async () => {
    const data = await movedWith("table.moved");
    renameSync(join(data, "items"), join(data, "items.moving"));
    const holder = await openFolder(join(data, "table.moved"));
    await expect(localTable(foldersOf(data))).rejects.toThrow("another ilp command is using");
    expect(readdirSync(data).toSorted()).toEqual(["items.moving", "table.moved"]);
    await closeFolder(holder);
    await expectMoved(data);
  });

  it("waits while a command of the version before holds the old folder, and leaves it whole", async () => {
    const data = dataWith("plain");
    const dynamo = await startDynalite(join(data, "table"));
    await expect(localTable(foldersOf(data))).rejects.toThrow("another ilp command is using");
    expect(existsSync(join(data, "items"))).toBe(false);
    await dynamo.close();
    await expectMoved(data);
  });

  it("says so where the old folder is damaged, and makes no empty table in its place", async () => {
    const data = dataWith("plain");
    writeFileSync(join(data, "table", "CURRENT"), "nothing\n");
    await expect(localTable(foldersOf(data))).rejects.toThrow(
      `the table in the folder ${join(data, "table")} does not open`,
    );
    expect(existsSync(join(data, "items"))).toBe(false);
  });
});

const KEPT_IN_ORDER = [...new Set(KEPT.map(({ partition }) => partition))].flatMap((partition) =>
  KEPT.filter((item) => item.partition === partition),
);

/** Puts in place of the table one with the index that worklists once had. */
async function makeIndexedTable(client: DynamoDBClient): Promise<void> {
  await client.send(new DeleteTableCommand({ TableName: TABLE.name }));
  await waitUntilTableNotExists(
    { client, maxWaitTime: 10, minDelay: 1, maxDelay: 1 },
    { TableName: TABLE.name },
  );
  const keys = (partition: string, sort: string) => [
    { AttributeName: partition, KeyType: "HASH" as const },
    { AttributeName: sort, KeyType: "RANGE" as const },
  ];
  await client.send(
    new CreateTableCommand({
      TableName: TABLE.name,
      BillingMode: "PAY_PER_REQUEST",
      AttributeDefinitions: ["partition", "sort", "worklistPartition", "worklistSort"].map(
        (name) => ({ AttributeName: name, AttributeType: "S" }),
      ),
      KeySchema: keys("partition", "sort"),
      GlobalSecondaryIndexes: [
        {
          IndexName: "worklist",
          KeySchema: keys("worklistPartition", "worklistSort"),
          Projection: { ProjectionType: "ALL" },
        },
      ],
    }),
  );
  await createTable(client, TABLE.name);
}

import { cpSync, existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  CreateTableCommand,
  DeleteTableCommand,
  type DynamoDBClient,
  waitUntilTableNotExists,
} from "@aws-sdk/client-dynamodb";
import { beforeAll, describe, expect, it } from "vitest";
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

  it("only takes the old folder away where it was killed after that", async () => {
    const data = dataWith("plain");
    const { table, close } = await localTable(foldersOf(data));
    await table.put({ ...KEPT[0]!, edition: "newer" });
    await close();
    cpSync(join(written, "plain"), join(data, "table"), { recursive: true });
    mkdirSync(join(data, "table.moved"));
    writeFileSync(join(data, "table.moved", "000007.ldb"), "half removed");
    const again = await localTable(foldersOf(data));
    expect(await again.table.get(KEPT[0]!)).toEqual({ ...KEPT[0]!, edition: "newer" });
    await again.close();
    expect(readdirSync(data)).toEqual(["items"]);
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

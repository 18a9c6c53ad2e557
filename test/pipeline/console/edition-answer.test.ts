import { tableFromIPC } from "apache-arrow";
import { beforeEach, describe, expect, it } from "vitest";
import type { Column } from "../../../functions/domain/records/table-definition.ts";
import { recordsKeys } from "../../../functions/layout.ts";
import { consoleAnswer } from "../../../functions/pipeline/console/routes/console-answer.ts";
import type { Places } from "../../../functions/pipeline/ports.ts";
import { fromArrow, toArrowFile } from "../../../functions/releases/files/arrow-rows.ts";
import { EXACT_RATES } from "../../../functions/releases/tables/tables.ts";
import { requestOf, textOf } from "../../support/asked-console.ts";
import { conformedCast } from "../../support/conformed-districts.ts";
import { CAST, CAST_DAY, publishDay } from "../../support/local-district.ts";
import { parquetRows } from "../../support/parquet-rows.ts";
import { setStaff, staffRow } from "../../support/staff-of.ts";

const NAMES = EXACT_RATES.columns.map(({ name }) => name);
const column = (name: string, type: Column["type"]): Column => ({
  ...{ name, type, title: name, definition: "" },
});
/** The columns of the rates as other versions of the product could have written them. */
const WRITTEN: readonly (readonly [what: string, columns: readonly Column[]])[] = [
  ["this version", EXACT_RATES.columns],
  ["one that lacked a column", EXACT_RATES.columns.filter(({ name }) => name !== "measureName")],
  ["one with a column that is gone", [...EXACT_RATES.columns, column("former", "text")]],
  ["one with its columns in another order", EXACT_RATES.columns.toReversed()],
  [
    "one with text where there is a number",
    EXACT_RATES.columns.map((each) => (each.name === "n" ? column("n", "text") : each)),
  ],
];

describe("a table that an edition keeps as Arrow alone", { timeout: 60_000 }, () => {
  let places: Places;
  let edition: string;
  beforeEach(async () => {
    places = await conformedCast();
    edition = (await publishDay(places, CAST_DAY)).edition;
    await setStaff(places, [staffRow("D-1", "district-leader", [], [])]);
  }, 60_000);

  const answer = (file: string) =>
    consoleAnswer(
      places,
      { district: CAST, staff: "D-1", isDemo: false, through: "console" },
      requestOf(`/data/cast/editions/${edition}/${file}`, "2022-03-16T08:00:00.000Z"),
    );

  it.each(WRITTEN)("is read by the columns of %s", async (_what, columns) => {
    const key = `${recordsKeys.staffEdition(CAST, edition)}rates.arrow`;
    const rows = fromArrow(EXACT_RATES, (await places.records.get(key))!).map((row) => ({
      ...row,
      former: "once",
      ...(columns.find(({ name }) => name === "n")?.type === "text" && { n: `${row.n} students` }),
    }));
    await places.records.put(key, toArrowFile({ ...EXACT_RATES, columns }, rows as never));
    const csv = await textOf(await answer("rates.csv"));
    const [header, first = ""] = csv.replace("\uFEFF", "").split("\r\n");
    expect(header?.split(",")).toEqual(columns.map(({ name }) => name));
    expect(first).toContain(columns.length > NAMES.length ? ",once" : String(rows[0]!.n));
    const parquet = await parquetRows((await answer("rates.parquet")).body as Uint8Array);
    expect(parquet).toHaveLength(rows.length);
    expect(parquet[0]?.["n"]).toEqual((rows[0] as { readonly n: unknown }).n);
    expect(tableFromIPC((await answer("rates.arrow")).body as Uint8Array).numRows).toBe(
      rows.length,
    );
  });
});

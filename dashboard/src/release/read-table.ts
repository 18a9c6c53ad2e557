import { tableFromIPC } from "apache-arrow";
import type { PageTable, RowsByTable } from "./rows-by-table.ts";

/** The rows of one published table, in the order of the file. */
export async function readTable<N extends PageTable>(
  address: URL,
): Promise<readonly RowsByTable[N][]> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address.pathname} answered ${response.status}`);
  const table = tableFromIPC(new Uint8Array(await response.arrayBuffer()));
  const fields = table.schema.fields.map(({ name, type }) => ({
    name,
    isDay: String(type).startsWith("Date"),
  }));
  return table.toArray().map((row: { readonly [column: string]: unknown }) => {
    const entries = fields.map(({ name, isDay }) => [name, plain(row[name], isDay)]);
    return Object.fromEntries(entries) as RowsByTable[N];
  });
}

/** Arrow gives days as milliseconds and 64-bit integers as bigint; pages want ISO days and numbers. */
function plain(value: unknown, isDay: boolean): unknown {
  if (value === null || value === undefined) return null;
  if (isDay) return new Date(Number(value)).toISOString().slice(0, 10);
  return typeof value === "bigint" ? Number(value) : value;
}

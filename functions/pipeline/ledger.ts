import { tableKeys } from "../layout.ts";
import type { Encoding } from "../sources/encoding.ts";
import type { Item, Table } from "./ports.ts";

/**
 * The newest edition of one file of a district: the same name and kind sent again is a newer
 * edition of it. `good` is the last edition that could be used; it stays in force while a newer one
 * cannot.
 */
export interface Edition {
  readonly kind: string;
  readonly name: string;
  readonly newest: ReceivedFile;
  readonly good: ReceivedFile | null;
  /** Ingests are counted from 1, so that later editions win over earlier ones. */
  readonly batch: number;
}

export interface ReceivedFile {
  readonly sha256: string;
  readonly encoding: Encoding;
}

const EDITION = "edition#";

export async function editions(table: Table, district: string): Promise<readonly Edition[]> {
  const { partition } = tableKeys.ledger(district, "");
  const found: Edition[] = [];
  let after: string | null = null;
  do {
    const page: { items: readonly Item[]; next: string | null } = await table.query({
      partition,
      sortBeginsWith: EDITION,
      after,
    });
    found.push(...page.items.map((item) => item["edition"] as Edition));
    after = page.next;
  } while (after !== null);
  return found.sort((a, b) => a.batch - b.batch || (editionKey(a) < editionKey(b) ? -1 : 1));
}

export async function putEdition(table: Table, district: string, edition: Edition): Promise<void> {
  await table.put({ ...tableKeys.ledger(district, EDITION + editionKey(edition)), edition });
}

/** Forgets editions; their bytes stay as sent. */
export async function dropEditions(
  table: Table,
  district: string,
  dropped: readonly Edition[],
): Promise<void> {
  await table.deleteAll(
    dropped.map((edition) => tableKeys.ledger(district, EDITION + editionKey(edition))),
  );
}

const editionKey = ({ kind, name }: { readonly kind: string; readonly name: string }): string =>
  `${kind}#${name.toLowerCase()}`;

/** A batch stays open until all of its files are in: an ingest that was killed goes on in the same batch. */
export async function openBatch(table: Table, district: string): Promise<number> {
  const key = tableKeys.ledger(district, "batch");
  const item = await table.get(key);
  const last = Number(item?.["batch"] ?? 0);
  if (item?.["isOpen"] === true) return last;
  await table.put({ ...key, batch: last + 1, isOpen: true });
  return last + 1;
}

export async function closeBatch(table: Table, district: string, batch: number): Promise<void> {
  await table.put({ ...tableKeys.ledger(district, "batch"), batch, isOpen: false });
}

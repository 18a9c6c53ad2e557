/**
 * Holds every figure in the messages of an edition to the row of the table that it speaks of, matches a
 * second time: by the columns that name the row, and by no code that wrote the message.
 */
import type { Message } from "../../functions/releases/words/message.ts";
import type { Row } from "./conformed-records.ts";
import { claimsOf, type Claim } from "./message-claims.ts";
import type { Edition } from "./published-district.ts";
import { isContradicted, type Asked } from "./said-to-be-missing.ts";

type Columns = { readonly [column: string]: unknown };

export interface Checked {
  /** Figures that a table says otherwise, or that no table says. */
  readonly faults: readonly string[];
  readonly checked: number;
}

/** Every message of the pages of an edition. */
export function checkMessages(edition: Edition): Checked {
  const { schools, ...pages } = edition.manifest.messages;
  const said = [
    ...Object.entries(pages).map(([page, messages]) => ({ page, place: "", messages })),
    ...Object.entries(schools).map(([place, messages]) => ({ page: "schools", place, messages })),
  ];
  return checkAll(
    said.flatMap(({ page, place, messages }) =>
      messages.map((message) => ({
        where: `${page} ${place}`,
        message,
        place,
        ...askedOf(page, edition),
      })),
    ),
    edition,
  );
}

/** The table that a page without a figure asked: that of reviews where the mandate has any. */
const askedOf = (page: string, { tables }: Edition): { readonly asked: Asked } => ({
  asked: page === "reviews" && (tables["statuses"] ?? []).length > 0 ? "statuses" : "standings",
});

/** One message of a place, which is the district by no name. */
export interface Said {
  readonly where: string;
  readonly message: Message;
  readonly place: string;
  readonly asked: Asked;
}

export function checkAll(said: readonly Said[], edition: Edition): Checked {
  const claims = said.flatMap(({ where, message, place }) =>
    claimsOf(message, place, edition.asOf).map((claim) => ({
      where: `${where} ${message.id}`,
      claim,
    })),
  );
  return {
    faults: [
      ...claims.flatMap(({ where, claim }) =>
        claimFaults(claim, edition).map((fault) => `${where}: ${fault}`),
      ),
      ...said
        .filter(({ message, place, asked }) => isContradicted(message, place, asked, edition))
        .map(
          ({ where, message }) =>
            `${where} ${message.id}: the tables have what is said to be missing`,
        ),
    ],
    checked: claims.length,
  };
}

export function claimFaults(
  { table, row, says, isOfOne = false }: Claim,
  { tables }: Edition,
): readonly string[] {
  const matches = rowsWith(tables[table] ?? [], row);
  if (isOfOne) {
    return rowsWith(matches, says).length > 0
      ? []
      : [`no row of ${table} with ${JSON.stringify(row)} says ${JSON.stringify(says)}`];
  }
  if (matches.length !== 1) {
    return [`${matches.length} rows of ${table} have ${JSON.stringify(row)}`];
  }
  return Object.entries(says)
    .filter(([column, value]) => matches[0]?.[column] !== value)
    .map(
      ([column, value]) =>
        `${column} is ${String(value)}, and ${table} says ${String(matches[0]?.[column])}`,
    );
}

const rowsWith = (rows: readonly Row[], wanted: Columns): readonly Row[] =>
  rows.filter((row) => Object.entries(wanted).every(([column, value]) => row[column] === value));

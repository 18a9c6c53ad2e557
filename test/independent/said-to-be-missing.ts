/** Whether a message says that something is missing, or that there is nothing, where the tables have it. */
import type { Message, MessageId, MessageValues } from "../../functions/releases/words/message.ts";
import type { Row } from "./conformed-records.ts";
import type { Edition } from "./published-district.ts";

/** The table whose figures a message says are missing. */
export type Asked = "standings" | "statuses" | "next-steps";

type Columns = { readonly [column: string]: unknown };

/** The rows of an edition, and those of the place that the message is said of. */
interface Found {
  readonly rows: (table: string, wanted: Columns) => readonly Row[];
  readonly own: (table: string, wanted: Columns) => readonly Row[];
  readonly asked: Asked;
  readonly manifest: Edition["manifest"];
}

/** @param place the district by no name */
export function isContradicted(
  { id, values }: Message,
  place: string,
  asked: Asked,
  { tables, manifest }: Edition,
): boolean {
  const rows = (table: string, wanted: Columns): readonly Row[] =>
    (tables[table] ?? []).filter((row) =>
      Object.entries(wanted).every(([column, value]) => row[column] === value),
    );
  const own = (table: string, wanted: Columns) => rows(table, { school: place, ...wanted });
  // The id pairs the values with what they are held to; the compiler does not follow one through the other.
  const contradiction = CONTRADICTIONS[id] as Contradiction<typeof id> | undefined;
  return contradiction?.({ rows, own, asked, manifest }, values as never) ?? false;
}

type Contradiction<Id extends MessageId> = (tables: Found, values: MessageValues[Id]) => boolean;

const isShown = (row: Row): boolean => row["state"] === "shown";

const ALL = { requirement: "all", breakdown: "all" };
const PLANS = { measure: "plan-coverage", breakdown: "all" };

const isAnythingAsked = ({ rows }: Found): boolean => rows("standings", {}).length > 0;

const isCompared = ({ rows }: Found): boolean =>
  rows("associations", {
    ...{ level: "district", exposure: "plan", method: "within-school-difference" },
  }).some((row) => row["estimate"] !== null);

const CONTRADICTIONS: { readonly [Id in MessageId]?: Contradiction<Id> } = {
  "no-figure": ({ own, asked }, { state }) => {
    const all = own(asked, asked === "next-steps" ? {} : ALL);
    // Where nothing is asked, a school is asked for its plans.
    const of = all.length > 0 ? all : own("rates", PLANS);
    // An action says of a place that was left out that it has too few students.
    const states: readonly unknown[] = [
      state,
      ...(state === "too-few-students" ? ["left-out"] : []),
    ];
    return of.some(isShown) || !of.some((row) => states.includes(row["state"]));
  },
  "no-plans-sent": ({ own }) => [...own("standings", ALL), ...own("next-steps", {})].some(isShown),
  "school-not-covered": ({ own }) => own("rates", PLANS).some(isShown),
  "no-requirements": isAnythingAsked,
  "none-readable": isAnythingAsked,
  "none-in-force": isAnythingAsked,
  "no-reviews": ({ own }) => own("statuses", ALL).length > 0,
  "no-transitions": ({ own }) => own("rates", { measure: "transition-coverage" }).length > 0,
  "attendance-no-data": isCompared,
  "attendance-too-few": isCompared,
  "all-records-used": ({ rows }) => rows("rejects", {}).length > 0,
  "records-not-used": ({ rows }, { reasons }) => rows("rejects", {}).length !== reasons,
  "file-left-out": ({ rows }) =>
    rows("files", {}).every(({ outcome }) => outcome === "used" || outcome === "ignored"),
  "absences-outside": ({ manifest }, { records }) => manifest.reading.absencesOutside !== records,
  "nothing-to-do": ({ own }) =>
    own("next-steps", {})
      .filter(isShown)
      .some((row) => row["high"] !== 0),
  "little-to-do": ({ own }) =>
    own("next-steps", {})
      .filter((row) => isShown(row) && row["need"] !== "due-soon")
      .some((row) => row["low"] !== 0),
  "no-action-public": ({ own }) => own("next-steps", {}).length > 0,
};

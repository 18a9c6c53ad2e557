import { isGrade } from "../domain/people/grade.ts";
import { gradesOfGroup } from "../domain/figures/group-key.ts";
import { TABLES } from "../releases/tables/tables.ts";
import { copiesOfRates } from "./copies-of-rates.ts";
import { unexplained, type KnownNumbers } from "./explained-numbers.ts";
import type { Finding, FindingKind } from "./reading/finding.ts";
import type { ReadRelease, SeenRow } from "./reading/read-release.ts";
import { figureFault, NUMBER_FAULTS } from "./strict-numbers.ts";

/** Records by order of magnitude: nothing more exact is public. */
export const ORDERS =
  /^(under 100|100 to 999|1,000 to 9,999|10,000 to 99,999|100,000 to 999,999|1,000,000 or more)$/;

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));

/** Every column that a public table may have. */
const TEXTS =
  words(`level school schoolName breakdown group groupName state band measure measureName
  requirement requirementName status statusName standing standingName need needName division
  divisionName comparedWith comparedWithName gap exposure exposureName outcome outcomeName method
  methodName unit note isHeadline change changeName table tableName file kind
  kindName outcome records remedy column reason reasonName effect answer answerName`);
const DAYS = words("drawnOn asOf previousAsOf comparableSince");
const FIGURES = words("rates answers statuses standings student-groups next-steps trend");
/** The table whose rows are those of the year before, checked against what was published then. */
const LAST_YEAR = "last-year";
const SHARES = [...FIGURES, LAST_YEAR];
/** Which tables have which numbers. */
const NUMBERS: { readonly [column: string]: ReadonlySet<string> } = {
  n: new Set(SHARES),
  low: new Set([...SHARES, "associations", "exposure-groups", "changes"]),
  high: new Set([...SHARES, "associations", "exposure-groups", "changes"]),
  estimate: words("associations"),
  students: words("associations"),
  mean: words("exposure-groups"),
  gapLow: words("student-groups"),
  gapHigh: words("student-groups"),
  previousLow: words("changes"),
  previousHigh: words("changes"),
};

/**
 * Checks that every value of every table may be public: bands of the ladder, numbers of students of
 * bars, estimates as coarse as they must be, orders of magnitude, and texts without other numbers.
 * @param days the as-of days of the public releases of the year
 */
export function strictRows(
  release: ReadRelease,
  knownNumbers: KnownNumbers,
  days: ReadonlySet<string>,
): readonly Finding[] {
  const { manifest, tables } = release;
  const schools = new Set(["", ...manifest.schools.map(({ id }) => id)]);
  return TABLES.flatMap(({ name, columns, primaryKey }) => {
    const rows = tables[name] ?? [];
    const findings: Finding[] = columns
      .filter(({ name: column }) => !isKnownColumn(name, column))
      .map(({ name: column }) => ({ kind: "unknown-column", where: `${name}: ${column}` }));
    const keys = new Set<string>();
    for (const row of rows) {
      const key = primaryKey.map((column) => String(row[column])).join(" ");
      const find = (kind: FindingKind, what: string): void => {
        findings.push({ kind, where: `${name} of ${key}: ${what}` });
      };
      if (keys.has(key)) find("unknown-column", "two rows");
      keys.add(key);
      if (name === LAST_YEAR) continue;
      if (!schools.has(String(row["school"] ?? ""))) find("exact-number", "school");
      for (const [column, value] of Object.entries(row)) {
        if (DAYS.has(column) && value !== null && !days.has(String(value))) {
          find("exact-number", column);
        }
        if (TEXTS.has(column) && !isPlain(name, column, row, knownNumbers))
          find("exact-number", column);
      }
      const fault = FIGURES.has(name)
        ? figureFault(row, manifest.protection.smallestGroup)
        : (NUMBER_FAULTS[name]?.(row) ?? null);
      if (fault !== null) find(...fault);
    }
    return [...findings, ...copiesOfRates(name, release)];
  });
}

const isKnownColumn = (table: string, column: string): boolean =>
  TEXTS.has(column) || DAYS.has(column) || NUMBERS[column]?.has(table) === true;

/** Whether a text says no number of its own. */
function isPlain(table: string, column: string, row: SeenRow, knownNumbers: KnownNumbers): boolean {
  const text = String(row[column] ?? "");
  if (column === "records") return ORDERS.test(text);
  // A row about files names no school: its files would show its size.
  if (row["schoolName"] === undefined && !knownNumbers.fixed.has(text)) {
    if (knownNumbers.schools.some((school) => text.includes(school))) return false;
  }
  if (column === "school" || column === "band") return true;
  if (column === "group") {
    if (row["breakdown"] === "grade" && gradesOfGroup(text).every(isGrade)) return true;
    if (table === "exposure-groups" && /^\d\+?$/.test(text)) return true;
  }
  return unexplained(text, knownNumbers) === null;
}

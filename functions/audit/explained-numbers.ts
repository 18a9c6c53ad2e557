import { METRICS } from "../metrics/measures/metrics.ts";
import { shareInWords } from "../releases/words/share-words.ts";
import type { ReadRelease, SeenRow } from "./reading/read-release.ts";

/** The numbers that a text of a release may hold, because a table shows them or they are not about students. */
export interface KnownNumbers {
  /** Texts that are the same for every district. */
  readonly fixed: ReadonlySet<string>;
  /** Ids and names of schools. */
  readonly schools: readonly string[];
  /** Names and fixed texts with digits in them, the longest first. */
  readonly texts: readonly string[];
  /** Shares as sentences say them, in lower case. */
  readonly shares: ReadonlySet<string>;
  /** Students of shown figures, and of estimates about how many. */
  readonly students: ReadonlySet<string>;
  /** Estimates with their limits, and gaps in points. */
  readonly amounts: ReadonlySet<string>;
}

/** @param texts fixed texts of the program, such as names of file formats */
export function knownNumbers(
  { manifest, tables }: ReadRelease,
  texts: Iterable<string>,
): KnownNumbers {
  const { district, schools, mandate, measures, release, previousRelease, landmark } = manifest;
  // Figures published the year before do not explain a number of this release.
  const { "last-year": _published, ...own } = tables;
  const rows = Object.values(own).flat();
  const named = [district, ...schools, ...mandate.requirements, ...measures];
  const numbers = (column: string): readonly number[] =>
    rows.flatMap((row) => (typeof row[column] === "number" ? [row[column]] : []));
  return {
    fixed: new Set(texts),
    schools: schools.flatMap(({ id, name }) => [id, name]),
    texts: [
      ...named.flatMap(({ id, name }) => [id, name]),
      // Citations, file names and the title of the mandate: the law's own words. Older releases have none.
      ...[mandate.title, ...mandate.requirements.map(({ wouldDecide }) => wouldDecide ?? "")],
      // Releases through version 9 name releases in their rows.
      ...rows.flatMap((row) =>
        [row["release"], row["previousRelease"]].map((id) => String(id ?? "")),
      ),
      ...[release, previousRelease ?? ""],
      ...[`instructional day ${landmark.instructionalDay}`, `${landmark.minimumDaysAfter} days`],
      `fewer than ${landmark.minimumDaysAfter} instructional days`,
      ...FIXED,
      ...METRICS.flatMap(({ statistics }) => statistics)
        .flatMap(({ parts }) => parts)
        .map(({ name }) => name),
      ...texts,
    ]
      .filter((text) => /\d/.test(text))
      .sort((a, b) => b.length - a.length),
    shares: new Set(rows.flatMap(sharesOf)),
    students: new Set(
      [...numbers("n"), ...numbers("students")].map((n) => n.toLocaleString("en-US")),
    ),
    amounts: new Set(
      ["estimate", "low", "high", "gapLow", "gapHigh"]
        .flatMap(numbers)
        .flatMap((amount) => [0, 1, 2].map((digits) => Math.abs(amount).toFixed(digits))),
    ),
  };
}

/** Numbers that sentences and notes hold whatever the figures are. */
const FIXED = ["95% interval", "at least 8 schools"];
const ENOUGH = /at least 30 students with( a plan)? and 30 without/g;

function sharesOf(row: SeenRow): readonly string[] {
  return [
    [row["low"], row["high"]],
    [row["previousLow"], row["previousHigh"]],
  ].flatMap(([low, high]) =>
    typeof low === "number" && typeof high === "number"
      ? [shareInWords({ low, high }).toLowerCase()]
      : [],
  );
}

const DAY =
  /(January|February|March|April|May|June|July|August|September|October|November|December) \d{1,2}, \d{4}/g;
const GRADES = /\bgrades? \d+((–| to |, | and )\d+)*/gi;
/** Counts of groups, reasons and goals, which are not counts of students. */
const OTHERS = /\b\d+ (other groups? also|different reasons? or|goals?\b|or more goals\b)/g;
/** Absences by order of magnitude. */
const ABSENCES = /\b(under 100|[\d,]+ to [\d,]+|1,000,000 or more) absences\b/gi;
const SHARE = /(at most |less than |more than )?\d+(–\d+)?%( or more)?/gi;
const STUDENTS = /\b(\d[\d,]*) students?\b/g;
const AMOUNT = /\d+(\.\d+)?(?= (percentage )?points?\b| to [+−]?\d|,? (95% )?interval|[,;)])/g;

/** The rest of a text that has an unexplained number; null if every number is explained. */
export function unexplained(text: string, knownNumbers: KnownNumbers): string | null {
  if (!/\d/.test(text)) return null;
  let left = text;
  for (const fixed of knownNumbers.texts) left = left.replaceAll(fixed, " ");
  left = left
    .replace(DAY, " ")
    .replace(GRADES, " ")
    .replace(OTHERS, " ")
    .replace(ENOUGH, " ")
    .replace(ABSENCES, " ")
    .replace(SHARE, (words) => (knownNumbers.shares.has(words.toLowerCase()) ? " " : words))
    .replace(STUDENTS, (words, n: string) => (knownNumbers.students.has(n) ? " " : words))
    .replace(AMOUNT, (amount) => (knownNumbers.amounts.has(amount) ? " " : amount));
  return /\d/.test(left) ? left.replace(/\s+/g, " ").trim() : null;
}

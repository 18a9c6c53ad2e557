// Longer than most: what is left to do is said beside the guess that it is about.
import { RECORD_TYPES } from "../../domain/record-types/record-types.ts";
import type { ByteFacts } from "../csv/byte-facts.ts";
import { CANONICAL_FIELDS, type CanonicalField } from "../profiles/canonical-fields.ts";
import { ISO_DAYS } from "../values/day-formats.ts";
import { daysSeen } from "./day-formats-seen.ts";
import { guessRead, type GuessedRead } from "./guess-read.ts";
import type { FileHead } from "./inspect-head.ts";
import { placesOf } from "../csv/header.ts";
import {
  DEFAULT_DAY_FORMATS,
  type CanonicalTable,
  type FileProfile,
  type Profile,
  type TableRead,
} from "../profiles/profile.ts";
import type { FileKind } from "../profiles/profiles.ts";
import { missingFields } from "../profiles/read-contradictions.ts";
import { shownColumns } from "../propose/words/shown-columns.ts";
import { END_DAYS_LEFT, withEnrollmentDays } from "./enrollment-reads.ts";

/** A profile to begin with, and what a person has still to do to it. */
export interface StarterProfile {
  readonly profile: Profile;
  readonly leftToDo: readonly string[];
}

export const DELIMITERS = [",", ";", "\t", "|", "^"] as const;
/** A file under another name is known by so many columns at least. */
const TELLING_COLUMNS = 3;
const MOST_NAMED = 100;

/**
 * Makes a profile for a file by its header alone: each column that it maps is a guess to be checked.
 * Where a known kind reads the file already, it begins as that kind, with the file's own days.
 */
export function starterProfile(
  file: string,
  facts: ByteFacts,
  head: FileHead,
  kinds: readonly FileKind[],
): StarterProfile {
  const { kind } = head;
  const shown = shownColumns(head.isHeaderKnown ? head.header : [], kinds, head.records);
  // A name that may be a student's is in no profile, nor in anything that is said of it.
  const header = head.header.map((name, place) => (shown.isShown[place] === false ? "" : name));
  const isContradicted = (column: string, is: CanonicalField): boolean =>
    contradicts(head.records, header.indexOf(column), column, is);
  const guess =
    kind === null && head.isHeaderKnown ? guessRead(header, kinds, isContradicted) : null;
  const enrollments = kind === null ? null : withEnrollmentDays(kind, header, kinds);
  const reads = enrollments?.reads ?? guess?.reads ?? [];
  const delimiter = DELIMITERS.find((candidate) => candidate === head.delimiter);
  const { formats, isUndecided } = dayFormatsOf(head, reads);
  const stem = file.replace(/\.[^.]*$/, "");
  const profile: Profile = {
    id: idOf(stem),
    version: 1,
    title: `Exports such as ${file}`,
    sources: ["made by ilp profile new; check each column"],
    files: [
      {
        ...(kind === null
          ? named({ ...head, header }, guess, stem)
          : { ...kind.profile, ...kind.rules }),
        file,
        pattern: patternOf(file),
        // Plain ASCII fits more than one, and the next export may hold more than this one.
        ...(facts.because === "plain-ascii" ? {} : { encoding: facts.encoding }),
        ...(delimiter === undefined || head.format === "json-lines" ? {} : { delimiter }),
        ...(formats.length === 0 ? {} : { dayFormats: formats }),
        reads,
      },
    ],
  };
  const toDo =
    kind === null
      ? leftToDo({ ...head, header }, guess)
      : [begunAs(kind), ...(enrollments?.leftToDo ?? [])];
  const isOpen = isUndecided && !isOrderStated(kind?.rules.dayFormats);
  return { profile, leftToDo: [...toDo, ...(isOpen ? [UNDECIDED] : [])] };
}

/** Whether a column has dates and the field does not, or the other way round. */
function contradicts(
  records: readonly (readonly string[])[],
  place: number,
  column: string,
  is: CanonicalField,
): boolean {
  const isEmpty = records.every((record) => (record[place]?.trim() ?? "") === "");
  if (place < 0 || isEmpty) return false;
  const holdsDays = daysSeen(`${column} date`, records, place) !== null;
  const isDay = is.is === "day" || is.is === "end-day";
  const mayBeDay = isDay || is.is === "school-year" || is.is === "text" || is.is === "id";
  return holdsDays ? !mayBeDay && is.is !== "number" && is.is !== "student" : isDay;
}

/** What a file that no profile reads is called, and how it is recognized. */
const named = (head: FileHead, guess: GuessedRead | null, stem: string) => ({
  name: guess === null ? stem : fileNameOf(guess.read.table),
  ...(head.format === "json-lines" ? { format: "json-lines" as const } : {}),
  signature: signatureOf(head, guess),
  ...(head.isHeaderKnown ? {} : { headers: head.header.map((_, place) => `column ${place + 1}`) }),
  // A file of some days says nothing of the days of others.
  ...(guess?.read.table === "attendance" ? { mode: "append" as const } : {}),
});

const begunAs = ({ kind }: FileKind): string =>
  `files[0]: it begins as ${kind} reads the file already; change what this export does otherwise`;

const isOrderStated = (formats: readonly string[] = DEFAULT_DAY_FORMATS): boolean =>
  !formats.some((format) => format.startsWith("M/D")) ||
  !formats.some((format) => format.startsWith("D/M"));

/** The name of a file with one type of record. */
export const fileNameOf = (table: CanonicalTable): string => {
  const words: string = RECORD_TYPES[table].words.many;
  return words.slice(0, 1).toUpperCase() + words.slice(1);
};

const UNDECIDED =
  "files[0].dayFormats: the records looked at do not show whether the month comes first; write M/D/YYYY or D/M/YYYY";

function leftToDo(head: FileHead, guess: GuessedRead | null): readonly string[] {
  if (!head.isHeaderKnown) {
    return [
      "files[0].headers: the file seems to have no header row; write the name of each column",
      "files[0].reads: say which table the records fill and map the columns",
    ];
  }
  if (guess === null) {
    return [
      "files[0].reads: no table fits the columns; say which one the records fill and map them",
    ];
  }
  const { reads, unread, likened } = guess;
  const hasEnds = reads.some(({ columns }) => columns.some(({ to }) => to === "withdrewOn"));
  return [
    ...reads.flatMap((read, index) => leftToDoIn(read, likened, `files[0].reads[${index}]`)),
    ...(hasEnds ? [END_DAYS_LEFT] : []),
    ...(unread.length === 0 ? [] : [`columns not used: ${unread.slice(0, MOST_NAMED).join(", ")}`]),
  ];
}

function leftToDoIn(read: TableRead, likened: readonly string[], path: string): readonly string[] {
  const { fields } = CANONICAL_FIELDS[read.table];
  return [
    ...missingFields(read).map(
      (ways) => `${path}.columns: map a column to ${ways}${constantFor(ways, fields)}`,
    ),
    ...(read.attendance?.shape === "wide" ? [codesLeft(path)] : []),
    ...(read.table === "goal" && !read.columns.some(({ to }) => to === "setOn")
      ? [
          `${path}.columns: map a column to setOn only if it says when the goal was set; a target date does not, and a goal without setOn still counts`,
        ]
      : []),
    ...read.columns
      .filter(({ from = [] }) => from.some((name) => likened.includes(name)))
      .map(
        ({ to, from = [] }) =>
          `${path}.columns: ${from.join(", ")} is taken for ${to} because its name is almost the same; take it out if it is not`,
      ),
    ...read.columns.flatMap(({ to }, index) => {
      const field = fields[to];
      if (field?.is === "yes-no") {
        return [
          `${path}.columns[${index}].values: say what each local value means, unless the file writes yes, no, true, false, 1, 0`,
        ];
      }
      if (field?.is !== "one-of" && field?.is !== "list-of") return [];
      // Grades are read in the many ways that exports write them.
      if (to === "grade") return [];
      return [
        `${path}.columns[${index}].values: say what each local value means, unless the file writes ${field.values.join(", ")}`,
      ];
    }),
  ];
}

const codesLeft = (path: string): string =>
  `${path}.attendance.codes: say what each code in a cell means, such as "A": "absent"; an empty cell is present`;

/** What one value stated for all records will do for. */
function constantFor(field: string, fields: { readonly [field: string]: CanonicalField }): string {
  const is = fields[field];
  return is?.is === "one-of"
    ? `, or state it for all records: { "to": "${field}", "value": "${is.values[0] ?? ""}" }`
    : "";
}

/** The formats in which every day of the mapped columns is written, where there is one such for each. */
function dayFormatsOf(head: FileHead, reads: readonly TableRead[]) {
  const formats = new Set<string>();
  let isUndecided = false;
  const columns = reads.flatMap(({ table, columns }) =>
    columns.map(({ to, from = [] }) => ({ from, field: CANONICAL_FIELDS[table].fields[to] })),
  );
  for (const { from, field } of columns) {
    if (field?.is !== "day" && field?.is !== "end-day") continue;
    const [place] = placesOf(from, head.header);
    if (place === undefined) continue;
    const seen = daysSeen(`${head.header[place] ?? ""} date`, head.records, place);
    const fitting = seen?.formats.filter(({ cells }) => cells === seen.cells) ?? [];
    const [only, second] = fitting;
    // What every file may hold no profile need name.
    if (only?.format === ISO_DAYS) continue;
    if (only !== undefined && second === undefined) formats.add(only.format);
    else if (second !== undefined) isUndecided = true;
  }
  return { formats: [...formats], isUndecided };
}

/** The columns of what a row cannot do without come first, since they will not be left out. */
function signatureOf(head: FileHead, guess: GuessedRead | null): FileProfile["signature"] {
  if (!head.isHeaderKnown) return [];
  const mapped = (guess?.read.columns ?? []).flatMap(({ from, isRequired }) =>
    isRequired === true ? (from ?? []) : [],
  );
  const named = head.header.filter((name) => name !== "" && !mapped.includes(name));
  return [...mapped, ...named.slice(0, Math.max(0, TELLING_COLUMNS - mapped.length))];
}

export const idOf = (stem: string): string =>
  stem
    .toLowerCase()
    .replace(/\d{2,}/g, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "") || "our-export";

/** The name with any numbers where it has some: exports carry the day they were made. */
export const patternOf = (file: string): string =>
  `^${file
    .split(/(\d{2,}(?:[-_.]?\d{2,})*)/)
    .map((part, index) =>
      index % 2 === 1 ? "[\\d._-]+" : part.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"),
    )
    .join("")}$`;

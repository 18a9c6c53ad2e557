import { CANONICAL_FIELDS } from "../profiles/canonical-fields.ts";
import { partsOfDay } from "../inspect/guess-read.ts";
import type { CanonicalTable, WideAttendance } from "../profiles/profile.ts";
import { fieldScore, LEAST_SCORE, OWN_KEYS, type Evidence } from "./field-score.ts";
import { TABLE_TOKENS } from "./words/field-words.ts";
import { flagColumns } from "./program-flags.ts";
import { tokensOfHeader } from "./words/split-header.ts";
import type { SurveyedColumn, SurveyedFile } from "./survey.ts";

/** How well the columns of a file fill a table. */
export interface TableFit {
  readonly table: CanonicalTable;
  readonly columns: ReadonlyMap<string, SurveyedColumn>;
  readonly parts: WideAttendance | null;
  readonly score: number;
}

/** The tables that a district exports; what it states of its own has files of its own. */
export const PROPOSED_TABLES = [
  "organization",
  "session",
  "calendarDay",
  "person",
  "enrollment",
  "attendance",
  "attendanceTotal",
  "program",
  "incident",
  "plan",
  "goal",
  "actionStep",
  "review",
  "staff",
  "caseload",
] as const satisfies readonly CanonicalTable[];

const FILE_NAMED = 2.5;
/** A row without it is no row; other fields may be stated once for all. */
const LACKS_KEY = 2.5;
const LACKS_CONSTANT = 0.5;
const CONSTANTS: ReadonlySet<string> = new Set([
  ...[
    "planType",
    "schoolYear",
    "status",
    "state",
    "type",
    "event",
    "kind",
    "role",
    "name",
    "program",
  ],
]);

/** The best columns for each field of a table, each column for one field and the best pairs first. */
export function tableFit(file: SurveyedFile, table: CanonicalTable, evidence: Evidence): TableFit {
  const { fields, required } = CANONICAL_FIELDS[table];
  const pairs = file.columns
    .flatMap((column) =>
      Object.keys(fields).flatMap((field) => {
        const score = fieldScore(file, column, table, field, evidence);
        return score === null || score < LEAST_SCORE ? [] : [{ column, field, score }];
      }),
    )
    .sort((a, b) => b.score - a.score || a.column.place - b.column.place);
  const columns = new Map<string, SurveyedColumn>();
  const taken = new Set<SurveyedColumn>();
  let score = 0;
  // Where each part of the day has a cell, no other column says whether somebody was there.
  const isInCells = table === "attendance" && partsIn(file, NONE) !== null;
  for (const { column, field, score: of } of pairs) {
    if (columns.has(field) || taken.has(column) || (isInCells && KINDS.includes(field))) continue;
    columns.set(field, column);
    taken.add(column);
    score += Math.min(4, of);
  }
  const parts = table === "attendance" ? partsIn(file, taken) : null;
  if (parts !== null) score += 4;
  const flags = table === "program" && columns.has("student") ? flagColumns(file, taken).length : 0;
  score += 1.5 * flags;
  for (const ways of required) {
    const isFilled = ways.some((way) => way.every((field) => columns.has(field)));
    const isInParts = parts !== null && ways.some((way) => way[0] === "kind");
    const isInFlags = flags > 0 && ways.some((way) => way[0] === "program");
    if (isFilled || isInParts || isInFlags) continue;
    const isStated = ways.some((way) => way.every((field) => CONSTANTS.has(field)));
    score -= isStated ? LACKS_CONSTANT : LACKS_KEY;
  }
  const named = namedTable(file.file);
  if (named.includes(table)) score += FILE_NAMED;
  const key = columns.get(OWN_KEYS[table] ?? "");
  if (key !== undefined && (TABLE_TOKENS[table] ?? []).some((token) => key.tokens.has(token)))
    score += 1;
  const has = (...names: readonly string[]): boolean => names.some((name) => columns.has(name));
  score += STRUCTURES[table]?.(has, file, columns) ?? 0;
  return { table, columns, parts, score };
}

const NONE: ReadonlySet<SurveyedColumn> = new Set();

const partsIn = (file: SurveyedFile, taken: ReadonlySet<SurveyedColumn>): WideAttendance | null => {
  const free = file.columns.filter((column) => column.isShown && !taken.has(column));
  return partsOfDay(
    free.map(({ name }) => name),
    new Set(),
  );
};

type Structure = (
  has: (...fields: readonly string[]) => boolean,
  file: SurveyedFile,
  columns: ReadonlyMap<string, SurveyedColumn>,
) => number;

const KINDS = ["kind", "isAbsent", "isPresent", "minutesAbsent", "portionAbsent", "portionPresent"];

/** What each table must have, beyond its fields, not to be taken for another. */
const STRUCTURES: { readonly [T in CanonicalTable]?: Structure } = {
  person: (has, file, columns) => {
    const isNamed = has("givenName", "familyName") || fullNameOf(file, columns) !== null;
    return isNamed || has("birthOn", "sex", "raceEthnicity") ? 1 : has("grade") ? -1 : -4;
  },
  enrollment: (has) => (has("enteredOn", "withdrewOn") ? 0.5 : -1.5),
  organization: (_, file, columns) =>
    columns.get("id")?.shape.isUnique === true && file.records <= 5_000 ? 0 : -3,
  session: (_, file) => (file.records <= 200 ? 0 : -4),
  calendarDay: (_, { columns }) =>
    columns.length <= 12 && !columns.some(({ tokens }) => tokens.has("student")) ? 0.5 : -4,
  attendance: (has) => (has(...KINDS) ? 1 : -1),
  attendanceTotal: (has, { columns }) => {
    const areDaily = columns.some(
      ({ shape, tokens }) => shape.days !== null && shape.distinct > 3 && !tokens.has("birth"),
    );
    return has("enrolledDays", "excusedDays", "unexcusedDays") && !areDaily ? 1.5 : -2;
  },
  // An enrollment has a student, a school and its days too: a plan is numbered, or called one.
  plan: (has, { file, columns: all }, columns) =>
    has("plan", "planType") ||
    namedTable(file).includes("plan") ||
    all.some(({ tokens, isShown }) => isShown && tokens.has("plan")) ||
    [...columns.values()].some(({ tokens }) => tokens.has("counselor"))
      ? has("plan", "status", "openedOn")
        ? 0
        : -3
      : -3,
  goal: (has) => (has("description") ? 0.5 : -2),
  review: (has) => (has("heldOn", "scheduledOn", "state") ? 0 : -4),
  staff: (has) => (has("name", "role") ? 0 : -3),
  caseload: (has) => (has("counselor") && has("student", "school") ? 0.5 : -5),
};

/** The column with a student's whole name, if no two columns have its parts. */
export function fullNameOf(
  file: SurveyedFile,
  columns: ReadonlyMap<string, SurveyedColumn>,
): SurveyedColumn | null {
  if (columns.has("givenName") && columns.has("familyName")) return null;
  const isFull = ({ shape, isShown, tokens }: SurveyedColumn): boolean =>
    isShown &&
    (shape.names === "family-given" || shape.names === "given-family") &&
    !["guardian", "counselor", "teacher", "staff", "school", "homeroom", "caseload"].some((token) =>
      tokens.has(token),
    );
  const fullColumns = file.columns.filter(isFull);
  return (
    fullColumns.find(({ tokens }) => tokens.has("name") || tokens.has("student")) ??
    fullColumns[0] ??
    null
  );
}

/** What a file's name says that it has: the narrowest of the things it names. */
export function namedTable(file: string): readonly CanonicalTable[] {
  const tokens = tokensOfHeader(file.replace(/\.[^.]*$/, ""));
  for (const [names, tables] of NAMED) if (names.some((name) => tokens.has(name))) return tables;
  return [];
}

const NAMED: readonly (readonly [readonly string[], readonly CanonicalTable[]])[] = [
  [["step"], ["actionStep"]],
  [["goal"], ["goal"]],
  [["review"], ["review"]],
  [["calendar"], ["calendarDay"]],
  [
    ["absence", "attendance", "minutes"],
    ["attendance", "attendanceTotal"],
  ],
  [["incident", "behavior"], ["incident"]],
  [["program", "iep", "ell", "frl", "s504"], ["program"]],
  [["caseload"], ["caseload"]],
  [["plan"], ["plan"]],
  [["session"], ["session"]],
  [["counselor"], ["staff", "caseload"]],
  [["staff", "teacher"], ["staff"]],
  [["begin", "membership"], ["enrollment"]],
  [["student"], ["person"]],
  [["school"], ["organization"]],
  [["date", "instructional", "holiday"], ["calendarDay"]],
];

/** From the columns that fill a table to the reads of a profile. (One table after another, so longer than most.) */
import { CANONICAL_FIELDS } from "../canonical-fields.ts";
import { GAP, type CanonicalTable, type ColumnMap, type TableRead } from "../profile.ts";
import { missingFields } from "../read-contradictions.ts";
import { PLAN_TYPES } from "../../domain/plan.ts";
import { dayFormatOf, type DayFormatOf } from "./day-format.ts";
import type { Evidence } from "./field-score.ts";
import { knownShare, OWN_KEYS } from "./field-score.ts";
import { refersTo, type IdDomain } from "./id-domains.ts";
import { localValues } from "./local-values.ts";
import { flagColumns } from "./program-flags.ts";
import type { Code } from "./column-shape.ts";
import type { SurveyedColumn, SurveyedFile } from "./survey.ts";
import { fullNameOf, type TableFit } from "./table-fit.ts";
import { wordsOfHeader } from "./split-header.ts";

/** What a file's reads are made with. */
export interface ReadContext {
  readonly file: SurveyedFile;
  readonly evidence: Evidence;
  /** The codes of a column, also of other files of the same kind. */
  readonly codesOf: (column: SurveyedColumn) => readonly Code[];
  readonly formatOf: DayFormatOf;
  /** Whether goals and reviews say whose plan they are of, and not which plan. */
  readonly arePlansUnnumbered: boolean;
  /** Whether the last day of a stay still counts, where records show it. */
  readonly endDays: "last-day-in" | "first-day-out" | null;
}

export interface ProposedReads {
  readonly reads: readonly TableRead[];
  /** Names of the columns that are read. */
  readonly used: ReadonlySet<string>;
  readonly notes: readonly string[];
}

export function proposedReads(fits: readonly TableFit[], context: ReadContext): ProposedReads {
  const notes: string[] = [];
  const reads = fits.flatMap((fit) => readsOf(fit, context, notes));
  const used = new Set(reads.flatMap(columnsOf));
  const roster = fits.find(
    ({ table }) => table === "person" || table === "enrollment" || table === "program",
  );
  const flags =
    roster === undefined ||
    fits.some(({ table, columns }) => table === "program" && columns.has("program"))
      ? []
      : flagReads(roster, used, context);
  const all = [...reads, ...flags];
  return { reads: all, used: new Set(all.flatMap(columnsOf)), notes };
}

const columnsOf = ({ columns, keep = [], attendance }: TableRead): readonly string[] => [
  ...columns.flatMap(({ from = [], join = [] }) => [...from, ...join]),
  ...keep.map(({ column }) => column),
  ...(attendance === undefined
    ? []
    : attendance.shape === "wide"
      ? attendance.cells
      : attendance.sectionColumns),
];

function readsOf(fit: TableFit, context: ReadContext, notes: string[]): readonly TableRead[] {
  const { table } = fit;
  const columns = mapped(fit, context, notes);
  const read = (all: readonly ColumnMap[]): TableRead => ({ table, columns: inOrder(table, all) });
  switch (table) {
    case "person": {
      const isRepeated = fit.columns.get("student")?.shape.isUnique === false;
      return [
        {
          ...read([...columns, ...namesFrom(fit, context)]),
          ...(isRepeated && { repeats: "first" as const }),
        },
      ];
    }
    case "enrollment":
      return [
        completed(read([...columns, ...onlySchool(columns, context)])),
        ...schoolsOf(fit, context),
      ];
    case "organization":
      return [
        completed(
          read([
            ...columns,
            ...(has(columns, "name") || !has(columns, "id")
              ? []
              : [{ ...one(columns, "id"), to: "name" }]),
            ...(has(columns, "type") ? [] : [{ to: "type", value: "school" }]),
          ]),
        ),
      ];
    case "calendarDay":
      return calendarReads(columns, fit, context);
    case "attendance":
      return [attendanceRead(columns, fit, context, notes)];
    case "program":
      return fit.columns.has("program") ? [completed(read(columns))] : [];
    case "plan": {
      const unnumbered = context.arePlansUnnumbered
        ? columns.filter(({ to }) => to !== "plan")
        : columns;
      return [completed(read([...unnumbered, ...planParts(unnumbered, context)]))];
    }
    case "goal":
    case "review":
    case "actionStep": {
      const own = [...columns, ...joinedKey(columns, fit, context)];
      const parts =
        table === "actionStep" || has(own, "plan") || !has(own, "student")
          ? []
          : planParts(own, context);
      const whole = [...own.filter(({ to }) => to !== "student" || !has(own, "plan")), ...parts];
      return table === "review"
        ? reviewReads(whole, fit, context, notes)
        : [completed(read(whole))];
    }
    case "incident":
      return [
        completed(
          read([...columns, ...joinedKey(columns, fit, context), ...onlySchool(columns, context)]),
        ),
      ];
    default:
      return [completed(read(columns))];
  }
}

const has = (columns: readonly ColumnMap[], field: string): boolean =>
  columns.some(({ to }) => to === field);
const one = (columns: readonly ColumnMap[], field: string): ColumnMap =>
  columns.find(({ to }) => to === field) ?? { to: field };

function inOrder(table: CanonicalTable, columns: readonly ColumnMap[]): readonly ColumnMap[] {
  const order = Object.keys(CANONICAL_FIELDS[table].fields);
  return [...columns].sort((a, b) => order.indexOf(a.to) - order.indexOf(b.to));
}

/** Each column with how its days are written and what its values mean. */
function mapped(
  { table, columns }: TableFit,
  context: ReadContext,
  notes: string[],
): readonly ColumnMap[] {
  const { fields, required } = CANONICAL_FIELDS[table];
  return [...columns].map(([to, column]): ColumnMap => {
    const isAlone = required.some(
      (ways) => ways.length === 1 && ways[0]?.length === 1 && ways[0][0] === to,
    );
    const is = fields[to]?.is;
    const base = { to, from: [column.name], ...(isAlone ? { isRequired: true } : {}) };
    if (is === "day" || is === "end-day" || (is === "school-year" && column.shape.days !== null)) {
      return {
        ...base,
        ...dayFormatOf(column, context.formatOf),
        ...endDaysOf(table, to, column, context),
      };
    }
    if (is === "student") {
      const { idType } = domainOf(column, context) ?? { idType: "sis" };
      return { ...base, ...(table !== "person" && idType !== "sis" ? { idType } : {}) };
    }
    if (is !== "one-of" && is !== "list-of" && is !== "yes-no") return base;
    const { values, rare } = localValues(
      table,
      to,
      context.codesOf(column),
      context.evidence.translate,
    );
    // Of a role that is none here a person of the staff has none.
    const kept =
      table === "staff"
        ? Object.entries(values).filter(([, ours]) => ours !== GAP)
        : Object.entries(values);
    if (rare > 0) {
      notes.push(
        `${column.name} holds ${rare} value${rare === 1 ? "" : "s"} more that only single records have: if they are codes, add what they mean`,
      );
    }
    return { ...base, ...(kept.length === 0 ? {} : { values: Object.fromEntries(kept) }) };
  });
}

const domainOf = ({ shape }: SurveyedColumn, { evidence }: ReadContext): IdDomain | undefined =>
  evidence.domains
    .filter(({ entity }) => entity === "student")
    .find(({ column }) => refersTo(shape, column.shape));

function endDaysOf(
  table: CanonicalTable,
  to: string,
  column: SurveyedColumn,
  { endDays }: ReadContext,
): Partial<ColumnMap> {
  if (table !== "enrollment" || to !== "withdrewOn") return {};
  const words = wordsOfHeader(column.name).join(" ");
  if (/\b(?:last|ultimo|ultima)\b/.test(words)) return { endDays: "last-day-in" };
  return { endDays: endDays ?? (column.shape.filled === 0 ? "first-day-out" : GAP) };
}

const FAMILY_OF = "^\\s*([^,]+?)\\s*,";
const GIVEN_OF = ",\\s*(\\S.*?)\\s*$";
const FIRST_WORD = "^\\s*(\\S+)";
/** Behind the given name and the initials of others. */
const OTHER_WORDS = "^\\s*\\S+(?:\\s+[A-Z]\\.?)*\\s+(\\S.*?)\\s*$";

/** The parts of a name that stands whole in one column. */
function namesFrom(fit: TableFit, { file }: ReadContext): readonly ColumnMap[] {
  const full = fullNameOf(file, fit.columns);
  if (full === null) return [];
  const isFamilyFirst = full.shape.names === "family-given";
  const parts = [
    { to: "givenName", from: [full.name], extract: isFamilyFirst ? GIVEN_OF : FIRST_WORD },
    { to: "familyName", from: [full.name], extract: isFamilyFirst ? FAMILY_OF : OTHER_WORDS },
  ];
  return parts.filter(({ to }) => !fit.columns.has(to));
}

/** The one school of a district that has no other, where a file names none. */
function onlySchool(
  columns: readonly ColumnMap[],
  { evidence }: ReadContext,
): readonly ColumnMap[] {
  const schools = schoolIds(evidence);
  const [only] = schools;
  return has(columns, "school") || schools.length !== 1 || only === undefined
    ? []
    : [{ to: "school", value: only }];
}

const MOST_SCHOOLS = 30;

function schoolIds({ domains }: Evidence): readonly string[] {
  const domain = domains.find(({ entity }) => entity === "school");
  if (domain === undefined || domain.column.shape.distinct > MOST_SCHOOLS) return [];
  const ids = domain.file.rows.map((row) => row[domain.column.place]?.trim() ?? "");
  return [...new Set(ids.filter((id) => id !== ""))];
}

/** Where no file tells of the schools, they are those that the students are at. */
function schoolsOf({ columns }: TableFit, { file, evidence }: ReadContext): readonly TableRead[] {
  const school = columns.get("school");
  if (school === undefined || evidence.domains.some(({ entity }) => entity === "school")) return [];
  const name = file.columns.find(
    (column) =>
      column.isShown &&
      column !== school &&
      column.tokens.has("school") &&
      column.tokens.has("name"),
  );
  return [
    {
      table: "organization",
      repeats: "first",
      columns: [
        { to: "id", from: [school.name], isRequired: true },
        { to: "name", from: [(name ?? school).name], isRequired: true },
        { to: "type", value: "school" },
      ],
    },
  ];
}

const FEWEST_DAYS = 100;

/** One read, or one for each school where the calendar is that of all. */
function calendarReads(
  columns: readonly ColumnMap[],
  fit: TableFit,
  context: ReadContext,
): readonly TableRead[] {
  const days = fit.columns.get("on");
  const isOfSchoolDays = days !== undefined && days.shape.distinct >= FEWEST_DAYS;
  const told = has(columns, "isInstructional")
    ? columns.filter(({ to }) => to !== "event")
    : has(columns, "event")
      ? columns
      : [...columns, { to: "event", value: isOfSchoolDays ? "instructional" : GAP }];
  const read = (all: readonly ColumnMap[]): TableRead => ({
    table: "calendarDay",
    columns: inOrder("calendarDay", all),
  });
  if (has(told, "school")) return [completed(read(told))];
  const schools = schoolIds(context.evidence);
  return schools.length === 0
    ? [completed(read(told))]
    : schools.map((value) => completed(read([{ to: "school", value }, ...told])));
}

function attendanceRead(
  columns: readonly ColumnMap[],
  fit: TableFit,
  context: ReadContext,
  notes: string[],
): TableRead {
  const { file } = context;
  const kinds = ["kind", "isAbsent", "isPresent", "portionAbsent", "portionPresent"];
  const isTold =
    fit.parts !== null ||
    kinds.some((field) => has(columns, field)) ||
    has(columns, "minutesAbsent");
  const told = withoutReasons(columns, fit, context);
  const isOfAbsences = !isTold && /absen|ausen|falta/i.test(file.file);
  const added: readonly ColumnMap[] = isTold
    ? []
    : [{ to: "kind", value: isOfAbsences ? "absent" : GAP }];
  const minutes: readonly ColumnMap[] =
    has(columns, "minutesAbsent") && !has(columns, "minutesPossible")
      ? [{ to: "minutesPossible", value: GAP }]
      : [];
  const all = inOrder("attendance", [...told, ...added, ...minutes]);
  if (fit.parts !== null) {
    return {
      table: "attendance",
      attendance: { ...fit.parts, codes: partCodes(fit, context) },
      columns: all,
    };
  }
  const sections = ["kind", "isAbsent", "isPresent"].some((field) => has(all, field))
    ? sectionColumns(fit, file)
    : [];
  if (sections.length === 0) return completed({ table: "attendance", columns: all });
  notes.push(
    "students and days stand in it more than once, and are added up by their parts: if it holds absences alone, say how many parts a whole day has (rollUp.periods)",
  );
  return completed({
    table: "attendance",
    attendance: { shape: "sections", sectionColumns: sections, rollUp: { rule: "share" } },
    columns: all,
  });
}

const AMOUNTS = ["minutesAbsent", "portionAbsent", "portionPresent"];
const MOSTLY = 0.6;

/** Where the amount missed says it all, why it was missed is no kind of attendance, unless its words are known. */
function withoutReasons(
  columns: readonly ColumnMap[],
  { columns: found }: TableFit,
  { evidence }: ReadContext,
): readonly ColumnMap[] {
  const kind = found.get("kind");
  if (kind === undefined || !AMOUNTS.some((field) => has(columns, field))) return columns;
  const share = knownShare("attendance", "kind", kind.shape, evidence.translate);
  return share >= MOSTLY ? columns : columns.filter(({ to }) => to !== "kind");
}

function partCodes({ parts }: TableFit, { file, codesOf, evidence }: ReadContext) {
  const cells = file.columns.filter(({ name }) => parts?.cells.includes(name) === true);
  const found = new Map<string, number>();
  for (const { text, records } of cells.flatMap(codesOf))
    found.set(text, (found.get(text) ?? 0) + records);
  const codes = [...found]
    .filter(([text, records]) => records > 1 && text.length <= 12)
    .map(([text]) => text)
    .sort();
  return Object.fromEntries(
    codes.map((text) => [
      text,
      (evidence.translate("attendance", "kind", text) ?? GAP) as typeof GAP,
    ]),
  );
}

const SECTIONS = ["period", "class", "session", "homeroom"];

/** What tells the records of one student and day apart, where there are several. */
function sectionColumns(fit: TableFit, file: SurveyedFile): readonly string[] {
  const student = fit.columns.get("student");
  const on = fit.columns.get("on");
  if (student === undefined || on === undefined) return [];
  const keys = file.rows.map((row) => `${row[student.place] ?? ""}\u0000${row[on.place] ?? ""}`);
  const isRepeated = keys.length - new Set(keys).size > 0.1 * keys.length;
  if (!isRepeated) return [];
  const used = new Set(fit.columns.values());
  return file.columns
    .filter(
      (column) =>
        column.isShown && !used.has(column) && SECTIONS.some((token) => column.tokens.has(token)),
    )
    .slice(0, 2)
    .map(({ name }) => name);
}

/** The sort of plan and its year, where no column says them. */
function planParts(columns: readonly ColumnMap[], context: ReadContext): readonly ColumnMap[] {
  const dayOfPlan = ["openedOn", "setOn", "heldOn", "scheduledOn"]
    .map((field) => one(columns, field))
    .find(({ from }) => from !== undefined);
  return [
    ...(has(columns, "planType") ? [] : [{ to: "planType", value: planTypeIn(context) ?? GAP }]),
    ...(has(columns, "schoolYear")
      ? []
      : dayOfPlan === undefined
        ? [{ to: "schoolYear", value: GAP }]
        : [{ ...dayOfPlan, to: "schoolYear", isRequired: true }]),
  ];
}

/** Names of plans that no other word is: `IPS`, `other` and numbers are. */
const NAMED_TYPES = PLAN_TYPES.filter(
  (type) => /^[A-Za-z]{3,}$/.test(type) && !["other", "IEP", "PEP"].includes(type),
);

function planTypeIn({ evidence }: ReadContext): string | null {
  const words = new Set(
    evidence.files.flatMap(({ file, columns }) => [
      ...wordsOfHeader(file),
      ...columns.filter(({ isShown }) => isShown).flatMap(({ name }) => wordsOfHeader(name)),
    ]),
  );
  const named = NAMED_TYPES.filter((type) => words.has(type.toLowerCase()));
  return named.length === 1 ? (named[0] ?? null) : null;
}

/** Two columns that together tell each record from all others, where none does alone. */
function joinedKey(
  columns: readonly ColumnMap[],
  { table }: TableFit,
  { file }: ReadContext,
): readonly ColumnMap[] {
  const key = OWN_KEYS[table];
  if (key === undefined || has(columns, key)) return [];
  const candidates = file.columns.filter(
    ({ isShown, shape }) => isShown && shape.blank === 0 && (shape.areIds || shape.days !== null),
  );
  for (const first of candidates) {
    for (const second of candidates) {
      if (second.place <= first.place) continue;
      const pairs = new Set(
        file.rows.map((row) => `${row[first.place] ?? ""}-${row[second.place] ?? ""}`),
      );
      if (pairs.size === file.rows.length)
        return [{ to: key, join: [first.name, second.name], isRequired: true }];
    }
  }
  return [];
}

/** Where a review has one day, it is that of the meeting where it was held, and else the one set for it. */
function reviewReads(
  columns: readonly ColumnMap[],
  { table }: TableFit,
  context: ReadContext,
  notes: string[],
): readonly TableRead[] {
  const { file, evidence, codesOf } = context;
  const read = (all: readonly ColumnMap[], keep?: TableRead["keep"]): TableRead =>
    completed({ table, ...(keep === undefined ? {} : { keep }), columns: inOrder(table, all) });
  const heldOn = one(columns, "heldOn").from?.[0];
  const scheduledOn = one(columns, "scheduledOn").from?.[0];
  if (!has(columns, "state")) {
    if (heldOn === undefined || scheduledOn === undefined) {
      const isAllHeld =
        heldOn !== undefined &&
        file.columns.find(({ name }) => name === heldOn)?.tokens.has("held") === true;
      return [read([...columns, { to: "state", value: isAllHeld ? "held" : GAP }])];
    }
    notes.push(`a review counts as held where ${heldOn} holds a day, and else as scheduled`);
    const others = columns.filter(({ to }) => to !== "heldOn");
    return [
      read([...columns, { to: "state", value: "held" }], [{ column: heldOn, values: ["*"] }]),
      read([...others, { to: "state", value: "scheduled" }], [{ column: heldOn, values: [""] }]),
    ];
  }
  const only = heldOn === undefined ? scheduledOn : scheduledOn === undefined ? heldOn : undefined;
  const state = file.columns.find(({ name }) => name === one(columns, "state").from?.[0]);
  if (only === undefined || state === undefined) return [read(columns)];
  const day = { ...one(columns, heldOn === undefined ? "scheduledOn" : "heldOn") };
  const codes = codesOf(state);
  const meaning = codes.map(
    ({ text }) => [text, evidence.translate(table, "state", text)] as const,
  );
  const isOneDay =
    file.columns.filter(({ shape }) => shape.days !== null).length === 1 || heldOn === undefined;
  const blanks = file.columns.find(({ name }) => name === only)?.shape.blank ?? 0;
  if (meaning.some(([, ours]) => ours === null) || blanks > 0 || !isOneDay) return [read(columns)];
  const held = meaning.filter(([, ours]) => ours === "held").map(([text]) => text);
  const others = meaning.filter(([, ours]) => ours !== "held").map(([text]) => text);
  if (held.length === 0 || others.length === 0) return [read(columns)];
  const rest = columns.filter(({ to }) => to !== "heldOn" && to !== "scheduledOn");
  notes.push(
    `${only} is the day on which a review was held where ${state.name} says so, and else the day set for it`,
  );
  return [
    read([...rest, { ...day, to: "heldOn" }], [{ column: state.name, values: held }]),
    read([...rest, { ...day, to: "scheduledOn" }], [{ column: state.name, values: others }]),
  ];
}

function flagReads(
  roster: TableFit,
  used: ReadonlySet<string>,
  { file }: ReadContext,
): readonly TableRead[] {
  const student = roster.columns.get("student");
  if (student === undefined) return [];
  const taken = new Set(file.columns.filter(({ name }) => used.has(name)));
  return flagColumns(file, taken).map(({ column, program, yes }) => ({
    table: "program",
    keep: [
      { column: column.name, values: yes.length === 0 ? ["Y", "Yes", "1", "True", "X"] : [...yes] },
    ],
    columns: [
      { to: "student", from: [student.name], isRequired: true },
      { to: "program", value: program },
    ],
  }));
}

/** The read with a gap for each field that a row cannot do without and that no column fills. */
function completed(read: TableRead): TableRead {
  const { required } = CANONICAL_FIELDS[read.table];
  const filled = new Set(read.columns.map(({ to }) => to));
  const absent =
    missingFields(read).length === 0
      ? []
      : required
          .filter((ways) => !ways.some((way) => way.every((field) => filled.has(field))))
          .flatMap((ways) => ways[0] ?? []);
  const gaps = absent.filter((to) => !filled.has(to)).map((to) => ({ to, value: GAP }));
  return gaps.length === 0
    ? read
    : { ...read, columns: inOrder(read.table, [...read.columns, ...gaps]) };
}

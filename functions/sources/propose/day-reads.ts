import { GAP, type ColumnMap, type TableRead } from "../profiles/profile.ts";
import { knownShare } from "./shape-score.ts";
import { completed, has, inOrder, type ReadContext } from "./read-parts.ts";
import { schoolIds } from "./roster-reads.ts";
import type { SurveyedFile } from "./survey.ts";
import type { TableFit } from "./table-fit.ts";

const FEWEST_DAYS = 100;

/** One read, or one for each school where the calendar is that of all. */
export function calendarReads(
  columns: readonly ColumnMap[],
  fit: TableFit,
  context: ReadContext,
): readonly TableRead[] {
  const days = fit.columns.get("on");
  const used = new Set(fit.columns.values());
  // What nobody read may say which of the days are off.
  const isSaid = context.file.columns.some(
    (column) => !used.has(column) && column.shape.codes !== null && column.shape.codes.size > 1,
  );
  const isOfSchoolDays = days !== undefined && days.shape.distinct >= FEWEST_DAYS && !isSaid;
  const withEvent = has(columns, "isInstructional")
    ? columns.filter(({ to }) => to !== "event")
    : has(columns, "event")
      ? columns
      : [...columns, { to: "event", value: isOfSchoolDays ? "instructional" : GAP }];
  const read = (all: readonly ColumnMap[]): TableRead => ({
    table: "calendarDay",
    columns: inOrder("calendarDay", all),
  });
  if (has(withEvent, "school")) return [completed(read(withEvent))];
  const schools = schoolIds(context.evidence);
  return schools.length === 0
    ? [completed(read(withEvent))]
    : schools.map((value) => completed(read([{ to: "school", value }, ...withEvent])));
}

export function attendanceRead(
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
  const mapped = withoutReasons(columns, fit, context);
  const isOfAbsences = !isTold && /absen|ausen|falta/i.test(file.file);
  const added: readonly ColumnMap[] = isTold
    ? []
    : [{ to: "kind", value: isOfAbsences ? "absent" : GAP }];
  const minutes: readonly ColumnMap[] =
    has(columns, "minutesAbsent") && !has(columns, "minutesPossible")
      ? [{ to: "minutesPossible", value: GAP }]
      : [];
  const all = inOrder("attendance", [...mapped, ...added, ...minutes]);
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
    "it has several records per student and day, which are added up as parts of the day: if it holds absences alone, say how many parts a whole day has (rollUp.periods)",
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
  { columns: columnsByField }: TableFit,
  { evidence }: ReadContext,
): readonly ColumnMap[] {
  const kind = columnsByField.get("kind");
  if (kind === undefined || !AMOUNTS.some((field) => has(columns, field))) return columns;
  const share = knownShare("attendance", "kind", kind.shape, evidence.translate);
  return share >= MOSTLY ? columns : columns.filter(({ to }) => to !== "kind");
}

function partCodes({ parts }: TableFit, { file, codesOf, evidence, isPerson }: ReadContext) {
  const cells = file.columns.filter(({ name }) => parts?.cells.includes(name) === true);
  const recordsByCode = new Map<string, number>();
  for (const { text, records } of cells.flatMap(codesOf))
    recordsByCode.set(text, (recordsByCode.get(text) ?? 0) + records);
  const codes = [...recordsByCode]
    .filter(([text, records]) => records > 1 && text.length <= 12 && !isPerson(text))
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

/** What distinguishes the records of one student and day, if there are several. */
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

import type { ColumnMap, TableRead } from "../profiles/profile.ts";
import type { Evidence } from "./field-score.ts";
import { flagColumns } from "./program-flags.ts";
import { completed, has, inOrder, columnTo, type ReadContext } from "./read-parts.ts";
import { fullNameOf, type TableFit } from "./table-fit.ts";

/** A student, with the parts of the name if one column has the whole name. */
export function personReads(
  columns: readonly ColumnMap[],
  fit: TableFit,
  context: ReadContext,
): readonly TableRead[] {
  return [
    { table: "person", columns: inOrder("person", [...columns, ...namesFrom(fit, context)]) },
  ];
}

/** An enrollment, and the school that it is at where no file is of schools. */
export function enrollmentReads(
  columns: readonly ColumnMap[],
  fit: TableFit,
  context: ReadContext,
): readonly TableRead[] {
  const all = inOrder("enrollment", [...columns, ...onlySchool(columns, context)]);
  return [completed({ table: "enrollment", columns: all }), ...schoolsOf(fit, context)];
}

/** What is a school where nothing says otherwise, and is called by its identifier where nothing names it. */
export function organizationReads(columns: readonly ColumnMap[]): readonly TableRead[] {
  const isNamed = has(columns, "name") || !has(columns, "id");
  const all = [
    ...columns,
    ...(isNamed ? [] : [{ ...columnTo(columns, "id"), to: "name" }]),
    ...(has(columns, "type") ? [] : [{ to: "type", value: "school" }]),
  ];
  return [completed({ table: "organization", columns: inOrder("organization", all) })];
}

export function flagReads(
  roster: TableFit,
  used: ReadonlySet<string>,
  { file }: ReadContext,
): readonly TableRead[] {
  const student = roster.columns.get("student");
  if (student === undefined) return [];
  const taken = new Set(file.columns.filter(({ name }) => used.has(name)));
  return flagColumns(file, taken).map(({ column, program, yes, others }) => ({
    table: "program",
    keep: [
      {
        column: column.name,
        values: yes.length === 0 ? ["Y", "Yes", "1", "True", "X"] : [...yes],
        ...(others !== null && { others }),
      },
    ],
    columns: [
      { to: "student", from: [student.name], isRequired: true },
      { to: "program", value: program },
    ],
  }));
}

const FAMILY_OF = "^\\s*([^,]+?)\\s*,";

const GIVEN_OF = ",\\s*(\\S.*?)\\s*$";

const FIRST_WORD = "^\\s*(\\S+)";

/** Behind the given name and the initials of others. */
const OTHER_WORDS = "^\\s*\\S+(?:\\s+[A-Z]\\.?)*\\s+(\\S.*?)\\s*$";

/** The parts of a name that is whole in one column. */
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
export function onlySchool(
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

export function schoolIds({ domains }: Evidence): readonly string[] {
  const domain = domains.find(({ entity }) => entity === "school");
  if (domain === undefined || domain.column.shape.distinct > MOST_SCHOOLS) return [];
  const ids = domain.file.rows.map((row) => row[domain.column.place]?.trim() ?? "");
  return [...new Set(ids.filter((id) => id !== ""))];
}

/** Where no file is of schools, they are those that the students are at. */
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
      columns: [
        { to: "id", from: [school.name], isRequired: true },
        { to: "name", from: [(name ?? school).name], isRequired: true },
        { to: "type", value: "school" },
      ],
    },
  ];
}

import { KIND_FIELDS } from "./canonical-fields.ts";
import { CANONICAL_FIELDS, type CanonicalField } from "./canonical-fields.ts";
import { nameKey } from "../csv/header.ts";
import { GAP, type ColumnMap, type TableRead } from "./profile.ts";
import { expressionFaults, type ProfileFault } from "./profile-fault.ts";

/** What a read of one table says wrongly, at its path of the profile. */
export function readContradictions(read: TableRead, path: string): readonly ProfileFault[] {
  const { fields } = CANONICAL_FIELDS[read.table];
  return [
    ...missingFields(read).map((ways) => ({
      path: `${path}.columns`,
      message: `map no column to ${ways}, which a row of ${read.table} cannot do without; add it`,
    })),
    ...attendanceFaults(read, path),
    ...read.columns.flatMap((column, index) => {
      const columnPath = `${path}.columns[${index}]`;
      const first = read.columns.findIndex(({ to }) => to === column.to);
      const field = fields[column.to];
      return [
        ...(first === index
          ? []
          : [
              {
                path: `${columnPath}.to`,
                message: `is filled by columns[${first}] too; add the names there to its "from"`,
              },
            ]),
        ...columnFaults(column, columnPath),
        ...(field === undefined ? [] : fieldFaults(column, field, columnPath)),
      ];
    }),
  ];
}

/** The fields that a row of the table cannot do without and that no column fills, in words. */
export function missingFields({ table, attendance, columns }: TableRead): readonly string[] {
  const filled = new Set(columns.map(({ to }) => to));
  // The cells of the parts of the day say what kind of day it was.
  if (attendance?.shape === "wide") filled.add("kind");
  return CANONICAL_FIELDS[table].required
    .filter((ways) => !ways.some((way) => way.every((field) => filled.has(field))))
    .map((ways) => ways.map((way) => way.join(" with ")).join(", or "));
}

function attendanceFaults(
  { table, attendance, columns }: TableRead,
  path: string,
): readonly ProfileFault[] {
  if (attendance === undefined) return [];
  if (table !== "attendance") {
    const message = `belongs to reads of the table attendance, not ${table}; remove it`;
    return [{ path: `${path}.attendance`, message }];
  }
  // Codes say it of the cells of wide records.
  const isTold = columns.some(({ to }) => KIND_FIELDS.includes(to));
  if (isTold || attendance.shape === "wide") return [];
  const message = `map no column to ${KIND_FIELDS.join(", or ")}: parts of a day add up by whether each was missed, not by amounts; add it`;
  return [{ path: `${path}.columns`, message }];
}

function columnFaults(column: ColumnMap, path: string): readonly ProfileFault[] {
  const { from, join, value, extract, blank = {} } = column;
  const named = new Set((from ?? []).map(nameKey));
  const faults: ProfileFault[] = Object.keys(blank)
    .filter((name) => !named.has(nameKey(name)))
    .map((name) => ({
      path: `${path}.blank[${JSON.stringify(name)}]`,
      message: 'is none of the columns of "from"; add it there or correct the name',
    }));
  if (from === undefined && join === undefined && value === undefined) {
    faults.push({ path, message: 'names no column; add "from", "join" or a fixed "value"' });
  }
  if (from !== undefined && join !== undefined) {
    faults.push({
      path: `${path}.join`,
      message: 'is used together with "from"; keep one of the two',
    });
  }
  if (extract !== undefined) {
    const refused = expressionFaults(extract, `${path}.extract`);
    faults.push(...refused);
    if (refused.length === 0 && !hasGroup(extract)) {
      const message = "has no group; put ( ) around the part that is the value";
      faults.push({ path: `${path}.extract`, message });
    }
  }
  return faults;
}

/** An empty alternative matches anything, and so shows how many groups the pattern has. */
const hasGroup = (source: string): boolean => (new RegExp(`${source}|`).exec("") ?? []).length > 1;

/** Settings that mean nothing for the field, and values that are none of its own. */
export function fieldFaults(
  column: ColumnMap,
  field: CanonicalField,
  path: string,
): ProfileFault[] {
  const faults: ProfileFault[] = [];
  const holdsDays = field.is === "day" || field.is === "end-day";
  if (column.dayFormats !== undefined && !holdsDays && field.is !== "school-year") {
    const message = `is about days, and ${column.to} holds none; remove it`;
    faults.push({ path: `${path}.dayFormats`, message });
  }
  if (column.endDays !== undefined && field.is !== "end-day") {
    const message = `is about the day on which an enrollment ends, and ${column.to} is none; remove it`;
    faults.push({ path: `${path}.endDays`, message });
  }
  if (column.idType !== undefined && field.is !== "student") {
    const message = `is about the identifier of a student, and ${column.to} is none; remove it`;
    faults.push({ path: `${path}.idType`, message });
  }
  if (field.is === "one-of" || field.is === "list-of") {
    const listed = new Set(field.values.map((value) => value.toLowerCase()));
    const unlisted = (value: string) =>
      value !== "" && value !== GAP && !listed.has(value.toLowerCase());
    const message = `is none of the values of ${column.to}: ${field.values.join(", ")}`;
    for (const [local, ours] of Object.entries(column.values ?? {})) {
      if (unlisted(ours))
        faults.push({ path: `${path}.values[${JSON.stringify(local)}]`, message });
    }
    for (const [name, ours] of Object.entries(column.blank ?? {})) {
      if (unlisted(ours)) faults.push({ path: `${path}.blank[${JSON.stringify(name)}]`, message });
    }
    if (column.otherValues !== undefined && unlisted(column.otherValues)) {
      faults.push({ path: `${path}.otherValues`, message });
    }
  }
  return faults;
}

import { CANONICAL_FIELDS, isDayField, type CanonicalField } from "./canonical-fields.ts";
import { ATTENDANCE_KINDS, GAP, type ColumnMap, type Profile, type TableRead } from "./profile.ts";

/** Something that a profile leaves open: where, what it is about, and which values are allowed. */
export interface ProfileGap {
  /** Where in the JSON document, as `files[2].reads[0].columns[3].values["A"]`. */
  readonly path: string;
  /** The same as names and places, to fill it. */
  readonly at: readonly (string | number)[];
  readonly question: string;
  /** The allowed values; null if they are not a list. */
  readonly allowed: readonly string[] | null;
  /** What to write where it is not one of a list. */
  readonly remedy: string;
}

const END_DAYS = ["last-day-in", "first-day-out"];
const DAY_ORDERS = ["M/D/YYYY", "D/M/YYYY", "M/D/YY", "D/M/YY"];

/** Every gap of a profile, in the order of the document. */
export const profileGaps = (profile: Profile): readonly ProfileGap[] => [
  ...settingGaps(profile, [], "the files"),
  ...(profile.codes ?? []).flatMap(({ kind, field, values }, index) =>
    Object.entries(values)
      .filter(([, ours]) => ours === GAP)
      .map(([code]) =>
        gap(["codes", index, "values", code], {
          question: `What does ${JSON.stringify(code)} mean for ${field} of ${kind}?`,
          allowed: null,
        }),
      ),
  ),
  ...profile.files.flatMap((file, index) => [
    ...settingGaps(file, ["files", index], file.file),
    ...file.reads.flatMap((read, place) =>
      readGaps(read, ["files", index, "reads", place], file.file),
    ),
  ]),
];

/** A gap in a list of faults: what is open, and what to write. */
export const gapMessage = ({ question, allowed, remedy }: ProfileGap): string =>
  `is a gap. ${question} ${allowed === null ? remedy : `Write one of: ${allowed.join(", ")}.`}`;

interface Settings {
  readonly endDays?: string;
  readonly dayFormats?: readonly string[];
}

function settingGaps(
  { endDays, dayFormats }: Settings,
  path: ProfileGap["at"],
  of: string,
): readonly ProfileGap[] {
  return [
    ...(endDays === GAP
      ? [
          gap([...path, "endDays"], {
            question: `Is the leaving day in ${of} the last one on which the student is still enrolled (last-day-in), or the first on which the student no longer is (first-day-out)?`,
            allowed: END_DAYS,
          }),
        ]
      : []),
    ...(dayFormats ?? []).flatMap((format, place) =>
      format === GAP
        ? [
            gap([...path, "dayFormats", place], {
              question: `Does the month or the day come first in the days of ${of}? They do not show it.`,
              allowed: DAY_ORDERS,
            }),
          ]
        : [],
    ),
  ];
}

function readGaps(
  { table, columns, attendance }: TableRead,
  path: ProfileGap["at"],
  file: string,
): readonly ProfileGap[] {
  const codes = attendance?.shape === "wide" ? Object.entries(attendance.codes) : [];
  const open = codes.filter(([, kind]) => kind === GAP);
  return [
    ...open.map(([code], index) =>
      gap([...path, "attendance", "codes", code], {
        question: `The cells of ${file} hold ${codes.length} codes. What does ${JSON.stringify(code)} mean (open code ${index + 1} of ${open.length})?`,
        allowed: ATTENDANCE_KINDS,
      }),
    ),
    ...columns.flatMap((column, place) =>
      columnGaps(column, CANONICAL_FIELDS[table].fields[column.to], [...path, "columns", place], {
        file,
        field: `${table}.${column.to}`,
      }),
    ),
  ];
}

function columnGaps(
  column: ColumnMap,
  field: CanonicalField | undefined,
  path: ProfileGap["at"],
  { file, field: named }: { readonly file: string; readonly field: string },
): readonly ProfileGap[] {
  const { from, value, values = {}, otherValues } = column;
  const name = from?.[0] ?? "";
  const of = name === "" ? `${named} of ${file}` : `column ${name} of ${file}`;
  const codes = Object.entries(values);
  const open = codes.filter(([, ours]) => ours === GAP);
  const allowed = allowedIn(field);
  return [
    ...settingGaps(column, path, of),
    ...(value === GAP
      ? [
          gap([...path, "value"], {
            question: `No column of ${file} was found for ${named}. What is it for all of its records?`,
            allowed,
            remedy: isDayField(field)
              ? 'Name the column in "from" in place of "value"; if the file has none, remove the file from the profile.'
              : 'Write it, or name the column in "from" in place of "value"; if the file has neither, remove the file from the profile.',
          }),
        ]
      : []),
    ...open.map(([code], index) =>
      gap([...path, "values", code], {
        question: `Column ${name} of ${file} holds ${codes.length} code${codes.length === 1 ? "" : "s"} for ${named}. What does ${JSON.stringify(code)} mean (open code ${index + 1} of ${open.length})?`,
        allowed,
      }),
    ),
    ...(otherValues === GAP
      ? [
          gap([...path, "otherValues"], {
            question: `What do other values of ${of} mean?`,
            allowed,
          }),
        ]
      : []),
  ];
}

function allowedIn(field: CanonicalField | undefined): readonly string[] | null {
  if (field?.is === "one-of" || field?.is === "list-of") return field.values;
  return field?.is === "yes-no" ? ["yes", "no"] : null;
}

const gap = (
  path: ProfileGap["at"],
  {
    question,
    allowed,
    remedy = "Write what it is.",
  }: {
    readonly question: string;
    readonly allowed: readonly string[] | null;
    readonly remedy?: string;
  },
): ProfileGap => ({ path: pathOf(path), at: path, question, allowed, remedy });

/** `files[0].reads[1].columns[2].values["A"]`. */
function pathOf(path: ProfileGap["at"]): string {
  return path
    .map((part, index) => {
      if (typeof part === "number") return `[${part}]`;
      const isCode = path[index - 1] === "values" || path[index - 1] === "codes";
      return isCode ? `[${JSON.stringify(part)}]` : `${index === 0 ? "" : "."}${part}`;
    })
    .join("");
}

/** The profile with something written in the place of a gap. */
export function withFilled(profile: Profile, { at: path }: ProfileGap, value: string): Profile {
  return filled(profile, path, value) as Profile;
}

function filled(part: unknown, [first, ...rest]: ProfileGap["at"], value: string): unknown {
  if (first === undefined) return value;
  if (Array.isArray(part)) {
    return part.map((item: unknown, index) => (index === first ? filled(item, rest, value) : item));
  }
  if (typeof part !== "object" || part === null) throw new Error(`no place ${first} in a profile`);
  const entries: readonly (readonly [string, unknown])[] = Object.entries(part);
  return Object.fromEntries(
    entries.map(([key, item]) => [key, key === first ? filled(item, rest, value) : item]),
  );
}

import { counted } from "../../../domain/text/counted.ts";
import { foldedIdentifier, trimmedIdentifier } from "../../../domain/text/folded-identifier.ts";
import { failed, passed, type ReportCheck } from "./report-check.ts";
import type { ReportField } from "../definitions/report-definition.ts";
import type { RecordFault, ReportRecord } from "../records/report-records.ts";

/**
 * No two records have the same key, and no two students the same state identifier: the state would keep
 * one of them, or refuse the file. What differs only in case, blanks or the width of letters is the same.
 */
export const keysUnique: ReportCheck = {
  id: "keys-unique",
  name: "No two records have the same key",
  scope: "file",
  run({ fields, records }) {
    const places = fields.flatMap(({ isKey }, place) => (isKey === true ? [place] : []));
    const shared = new Map([
      ...sharedStateIds(fields, records),
      ...(places.length === 0 ? [] : sharedKeys(fields, places, records)),
    ]);
    if (shared.size > 0) {
      return {
        ...failed(
          `${counted(shared.size, "record")} share a key or a state identifier with another.`,
          "The list to fix has each.",
          shared.size,
        ),
        faults: new Map([...shared].sort(([a], [b]) => a - b)),
      };
    }
    return passed(
      places.length === 0
        ? "Records of this file have no key."
        : `${counted(records.length, "record")} have as many different keys.`,
    );
  },
};

type Faults = ReadonlyMap<number, RecordFault>;

/** A key that lacks a required part is a fault of its own, and equals no other. */
function sharedKeys(
  fields: readonly ReportField[],
  places: readonly number[],
  records: readonly ReportRecord[],
): Faults {
  const exact = ({ cells }: ReportRecord) => JSON.stringify(places.map((place) => cells[place]));
  return sharedBy(
    records,
    ({ cells }) =>
      places.some((place) => fields[place]?.isRequired === true && (cells[place] ?? "") === "")
        ? null
        : JSON.stringify(places.map((place) => comparedAs(fields[place], cells[place] ?? ""))),
    (record, other) => (exact(record) === exact(other) ? SAME_KEY : ALIKE_KEY),
  );
}

/** A district's own identifiers are compared with their case: some systems tell two apart by it alone. */
const comparedAs = (field: ReportField | undefined, cell: string): string =>
  withoutBlanks(
    field !== undefined && "row" in field.source && field.source.row === "student.id"
      ? trimmedIdentifier(cell)
      : foldedIdentifier(cell),
  );

const withoutBlanks = (identifier: string): string => identifier.replace(/\s/g, "");

function sharedStateIds(fields: readonly ReportField[], records: readonly ReportRecord[]): Faults {
  const place = fields.findIndex(
    ({ source }) => "row" in source && source.row === "student.stateId",
  );
  return sharedBy(
    records,
    ({ cells }) => withoutBlanks(foldedIdentifier(cells[place] ?? "")) || null,
    ({ about }, other) => (about.student === other.about.student ? null : SAME_STATE_ID),
  );
}

/** Both records of each two that have the same value, by their places. */
function sharedBy(
  records: readonly ReportRecord[],
  valueOf: (record: ReportRecord) => string | null,
  faultOf: (record: ReportRecord, first: ReportRecord) => RecordFault | null,
): Faults {
  const firsts = new Map<string, number>();
  const faults = new Map<number, RecordFault>();
  for (const [index, record] of records.entries()) {
    const value = valueOf(record);
    if (value === null) continue;
    const before = firsts.get(value);
    if (before === undefined) firsts.set(value, index);
    const first = before === undefined ? undefined : records[before];
    const fault = first === undefined ? null : faultOf(record, first);
    if (before === undefined || fault === null) continue;
    faults.set(index, fault);
    if (!faults.has(before)) faults.set(before, fault);
  }
  return faults;
}

const SAME_KEY: RecordFault = {
  check: "keys-unique",
  field: "",
  because: "Another record of the file has the same key.",
  owner: "registrar",
  system: "student information system",
  column: "identifier of the student",
  remedy: "Correct the identifier of one of the two students, and send the export again.",
};

const ALIKE_KEY: RecordFault = {
  ...SAME_KEY,
  because:
    "Another record of the file has the same key, but for case, blanks or the width of letters.",
};

const SAME_STATE_ID: RecordFault = {
  ...SAME_KEY,
  because:
    "Another student of the file has the same state identifier, or one that differs only in case, blanks or the width of letters.",
  column: "state identifier",
};

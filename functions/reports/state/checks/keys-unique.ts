import { counted } from "../../../domain/text/counted.ts";
import { failed, passed, type ReportCheck } from "./report-check.ts";
import type { ReportField } from "../definitions/report-definition.ts";
import type { RecordFault } from "../records/report-records.ts";

/** No two records have the same key: the state would keep one of them, or refuse the file. */
export const keysUnique: ReportCheck = {
  id: "keys-unique",
  name: "No two records have the same key",
  scope: "file",
  run({ fields, records }) {
    const places = fields.flatMap(({ isKey }, place) => (isKey === true ? [place] : []));
    if (places.length === 0) return passed("Records of this file have no key.");
    const first = new Map<string, number>();
    const doubled = new Map<number, RecordFault>();
    for (const [index, { cells }] of records.entries()) {
      const values = places.map((place) => cells[place] ?? "");
      // A key that lacks a part is a fault of its own, and equals no other.
      if (places.some((place) => isLacking(fields[place], cells[place]))) continue;
      const key = JSON.stringify(values);
      const before = first.get(key);
      if (before === undefined) first.set(key, index);
      else for (const place of [before, index]) doubled.set(place, FAULT);
    }
    if (doubled.size === 0) {
      return passed(`${counted(records.length, "record")} have as many different keys.`);
    }
    return {
      ...failed(
        `${counted(doubled.size, "record")} share a key with another.`,
        "The list to fix has each.",
        doubled.size,
      ),
      faults: doubled,
    };
  },
};

const isLacking = (field: ReportField | undefined, cell: string | undefined): boolean =>
  field?.isRequired === true && (cell ?? "") === "";

const FAULT: RecordFault = {
  check: "keys-unique",
  field: "",
  because: "Another record of the file has the same key.",
  owner: "registrar",
  system: "student information system",
  column: "identifier of the student",
  remedy: "Correct the identifier of one of the two students, and send the export again.",
};

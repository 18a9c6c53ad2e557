import { CANONICAL_FIELDS, optionalFields } from "../profiles/canonical-fields.ts";
import type { CanonicalTable, CellRules, ColumnMap } from "../profiles/profile.ts";
import { boundColumn } from "./bound-column.ts";
import {
  beginRecord,
  currentRecord,
  failField,
  failRecord,
  setAsideValue,
} from "./current-record.ts";
import type { DayOrder } from "./day-formats.ts";
import { NO_LIMITS, type DayLimits } from "./day-ranges.ts";
import { dayOf, endDayOf, requiredDayOf, type DayRules } from "./field-days.ts";
import { identifierOf, textOf, translatedText } from "./field-text.ts";
import { listOf, numberOf, oneOf, shareOf, yesNoOf } from "./field-values.ts";
import { noDayEvidence, type DayEvidence, type Fields } from "./fields.ts";
import { remembered } from "./remembered.ts";
import { beginningsOfNothing, nullTokensOf } from "./null-tokens.ts";

/**
 * Binds a profile's columns to the header of one file.
 * @param table what the row is of, which says what it can do without; without it, nothing
 */
export function boundFields(
  columns: readonly ColumnMap[],
  header: readonly string[],
  rules: CellRules = {},
  order: DayOrder | null = null,
  evidence: DayEvidence = noDayEvidence(),
  { ranges, receivedOn }: DayLimits = NO_LIMITS,
  table: CanonicalTable | null = null,
): Fields {
  const byField = new Map(columns.map((map) => [map.to, boundColumn(map, header, rules, order)]));
  const nullTokens = nullTokensOf(rules);
  const days: DayRules = { ranges, evidence, table };
  const record = currentRecord({
    byField,
    width: header.length,
    nullTokens,
    begins: beginningsOfNothing(nullTokens),
    optional: table === null ? new Set() : optionalFields(table),
    sorts: table === null ? {} : CANONICAL_FIELDS[table].fields,
  });
  const remember = <T extends string | number | boolean | object | null>(
    read: (field: string, of?: readonly string[]) => T,
  ) => remembered(record, evidence, read);
  return {
    receivedOn,
    begin: (cells) => beginRecord(record, cells),
    fault: () => record.fault,
    setAside: () => record.setAside,
    fail: (field, reason, range) => failField(record, field, reason, range),
    failAt: (column, reason) => failRecord(record, { column, reason }),
    setAsideAt: (column, reason) => setAsideValue(record, { column, reason }),
    has: (field) => byField.has(field),
    nameOf: (field) => byField.get(field)?.name ?? field,
    text: remember((field) => textOf(record, field)),
    translated: (field, value) => translatedText(record, field, value),
    id: (field) => identifierOf(record, field),
    day: remember((field) => dayOf(record, days, field)),
    endDay: remember((field) => endDayOf(record, days, field)),
    requiredDay: remember((field) => requiredDayOf(record, days, field)),
    number: remember((field) => numberOf(record, field)),
    share: remember((field) => shareOf(record, field)),
    yesNo: remember((field) => yesNoOf(record, field)),
    // What is given back is one of the values that were asked for.
    oneOf: remember((field, values = []) => oneOf(record, field, values)) as Fields["oneOf"],
    listOf: remember((field, values = []) => listOf(record, field, values)) as Fields["listOf"],
  };
}

import type { CanonicalTable } from "../profiles/profile.ts";
import type { ColumnShape } from "./column-shape.ts";
import type { SurveyedColumn } from "./survey.ts";
import { itemsOf, type Translate } from "./words/value-words.ts";

/** How well the values of a column are those of a field of its sort: null where they contradict it. */
export function shapeScore(
  { shape, tokens }: SurveyedColumn,
  table: CanonicalTable,
  field: string,
  is: string,
  translate: Translate,
): number | null {
  const { filled, codes, days, isYesNo, numbers, names } = shape;
  if (filled === 0) return -0.6;
  if (days !== null && is !== "school-year") return null;
  switch (is) {
    case "yes-no":
      return isYesNo || isCount(table, field, shape) ? 0.6 : null;
    case "number":
      return numbers === null || numbers.least < 0 || shape.areYears
        ? null
        : numberScore(field, numbers, tokens);
    case "school-year":
      return shape.areYears ? 1.1 : days !== null ? -0.4 : null;
    case "one-of":
    case "list-of": {
      if (field === "grade")
        return shape.areGrades && codes !== null
          ? codes.size > 2 && numbers === null
            ? 1
            : 0.5
          : null;
      if (codes === null || shape.areEmails || (names !== null && codes.size > 12)) return null;
      const share = knownShare(table, field, shape, translate);
      if (
        field === "planType" ||
        field === "participants" ||
        field === "meeting" ||
        field === "focusArea" ||
        field === "focusAreas" ||
        table === "organization"
      ) {
        return share >= 0.5 ? 1 + share : null;
      }
      if (
        share < 0.3 &&
        (areStates(shape) || (isYesNo && table !== "attendance" && field !== "state"))
      )
        return null;
      // A code for each record is none.
      if (codes.size > 12 && share < 0.3) return null;
      if (share === 0 && filled < 2 * codes.size) return null;
      return share >= 0.6 && codes.size >= 2 ? 0.6 + share : share * 0.8;
    }
    case "text":
      return textScore(shape, table, field);
    case "id":
      return shape.areIds || shape.areEmails ? 0.3 : null;
    default:
      return null;
  }
}

/** Flags that may also be a number of times. */
const isCount = (table: CanonicalTable, field: string, { numbers }: ColumnShape): boolean =>
  table === "attendance" &&
  field === "isAbsent" &&
  numbers !== null &&
  numbers.least >= 0 &&
  numbers.most <= 1;

function numberScore(
  field: string,
  numbers: { readonly least: number; readonly most: number },
  tokens: ReadonlySet<string>,
): number | null {
  if (field.startsWith("portion"))
    return numbers.most <= 100 && !tokens.has("minutes") ? 0.5 : null;
  if (field.endsWith("Days")) return numbers.most <= 366 && !tokens.has("minutes") ? 0.5 : null;
  if (field.startsWith("minutes")) return numbers.most <= 1_000 ? 0.5 : null;
  return 0.3;
}

const SHARES = new WeakMap<ColumnShape, Map<string, number>>();

/** The share of records whose value is known to mean something in the field. */
export function knownShare(
  table: CanonicalTable,
  field: string,
  shape: ColumnShape,
  translate: Translate,
): number {
  const key = `${table}.${field}`;
  const cached = SHARES.get(shape)?.get(key);
  if (cached !== undefined) return cached;
  const { codes, filled } = shape;
  const meant = [...(codes?.values() ?? [])].filter(({ text }) =>
    itemsOf(table, field, text, translate).every((item) => translate(table, field, item) !== null),
  );
  const share = meant.reduce((sum, { records }) => sum + records, 0) / Math.max(1, filled);
  SHARES.set(shape, (SHARES.get(shape) ?? new Map<string, number>()).set(key, share));
  return share;
}

function textScore(shape: ColumnShape, table: CanonicalTable, field: string): number | null {
  const { names, words, isYesNo, numbers, codes } = shape;
  switch (field) {
    case "givenName":
    case "familyName":
      return names === "one" ? 0.8 : names !== null || numbers !== null || isYesNo ? null : 0;
    case "name":
      if (table === "staff") return names === null ? (numbers === null ? 0 : null) : 1;
      return numbers !== null || isYesNo ? null : words > 1.2 ? 0.6 : 0;
    case "description":
      if (numbers !== null || isYesNo || names === "family-given") return null;
      return words >= 3 && codes === null ? 1.1 : words >= 2 ? 0.5 : 0;
    case "measurement":
      return numbers !== null || isYesNo ? null : 0.3;
    case "program":
      return codes === null || numbers !== null || isYesNo ? null : 0.4;
    case "counselor":
    case "owner":
      return isYesNo || words > 5 ? null : 0.3;
    case "otherIds":
    case "recordedAt":
      return null;
    default:
      return words > 12 || isYesNo ? null : 0;
  }
}

const STATES: ReadonlySet<string> = new Set(
  "al ak az ar ca co ct de fl ga hi id il in ia ks ky la me md ma mi mn ms mo mt ne nv nh nj nm ny nc nd oh ok or pa ri sc sd tn tx ut vt va wa wv wi wy dc pr".split(
    " ",
  ),
);
/** Two letters of states of the country: an address, and no state of anything else. */
const areStates = ({ codes }: ColumnShape): boolean =>
  codes !== null && codes.size > 0 && [...codes.keys()].every((code) => STATES.has(code));

import { CANONICAL_FIELDS, isDayField } from "../canonical-fields.ts";
import { isNamedOtherwise } from "../day-names.ts";
import { namesOfFields } from "../field-names.ts";
import { nameKey } from "../header.ts";
import type { CanonicalTable } from "../profile.ts";
import type { FileKind } from "../profiles.ts";
import type { ColumnShape } from "./column-shape.ts";
import { wordScore } from "./field-words.ts";
import { isTelling, referencesTo, refersTo, type Entity, type IdDomain } from "./id-domains.ts";
import type { SurveyedColumn, SurveyedFile } from "./survey.ts";
import { itemsOf, type Translate } from "./value-words.ts";

/** What is known of a folder while its files are told apart. */
export interface Evidence {
  readonly files: readonly SurveyedFile[];
  readonly kinds: readonly FileKind[];
  readonly domains: readonly IdDomain[];
  readonly translate: Translate;
}

/** The identifier that a file gives to what each of its records is about. */
export const OWN_KEYS: { readonly [T in CanonicalTable]?: string } = {
  organization: "id",
  session: "session",
  person: "student",
  incident: "incident",
  plan: "plan",
  goal: "goal",
  actionStep: "actionStep",
  review: "review",
  staff: "staff",
};

/** What other fields refer to. */
export const REFERENCES: { readonly [field: string]: Entity } = {
  student: "student",
  school: "school",
  plan: "plan",
  goal: "goal",
};

/** Below this nothing is mapped. */
export const LEAST_SCORE = 1;
const KNOWN_NAME = 2.6;

/**
 * How well a column fills a field, by its name and by its values: null where the values contradict
 * it. A name that is right counts about 2, values that are right about 1.
 */
export function fieldScore(
  file: SurveyedFile,
  column: SurveyedColumn,
  table: CanonicalTable,
  field: string,
  evidence: Evidence,
): number | null {
  if (!column.isShown) return null;
  const is = CANONICAL_FIELDS[table].fields[field];
  if (is === undefined) return null;
  const { shape } = column;
  const isKnown = namesKnown(table, evidence.kinds).get(nameKey(column.name)) === field;
  const said = Math.max(wordScore(table, field, column.tokens), isKnown ? KNOWN_NAME : 0);
  if (OWN_KEYS[table] === field) return keyScore(file, column, table, said, evidence);
  const entity = REFERENCES[field];
  if (entity !== undefined) return referenceScore(file, column, entity, said, evidence);
  if (isDayField(is)) {
    if (isNamedOtherwise(column.name, table, field)) return null;
    if (shape.filled === 0) return said > 0 ? said - 0.6 : null;
    return shape.days === null ? null : dayScore(file, column, table, field, said);
  }
  const byShape = shapeScore(column, table, field, is.is, evidence);
  if (byShape === null) return null;
  if (said === 0) return byShape >= SHAPE_ALONE ? byShape : null;
  return said + byShape;
}

/** Values that say by themselves what they are. */
const SHAPE_ALONE = 1;

const NAMES = new WeakMap<readonly FileKind[], Map<CanonicalTable, ReadonlyMap<string, string>>>();
function namesKnown(
  table: CanonicalTable,
  kinds: readonly FileKind[],
): ReadonlyMap<string, string> {
  const tables = NAMES.get(kinds) ?? new Map<CanonicalTable, ReadonlyMap<string, string>>();
  NAMES.set(kinds, tables);
  const known = tables.get(table) ?? namesOfFields(table, kinds);
  tables.set(table, known);
  return known;
}

function keyScore(
  file: SurveyedFile,
  column: SurveyedColumn,
  table: CanonicalTable,
  said: number,
  { files, domains }: Evidence,
): number | null {
  const { shape } = column;
  if (shape.filled === 0 || shape.days !== null) return null;
  const own = ENTITY_OF[table];
  const isOthers = domains.some(
    (domain) =>
      domain.entity !== own &&
      domain.file !== file &&
      isTelling(domain) &&
      refersTo(shape, domain.column.shape),
  );
  if (isOthers && table !== "staff") return null;
  const references = referencesTo(file, column, files);
  // Schools are sometimes named, not numbered, by all who refer to them.
  const isIdentifier = shape.areIds || (table === "organization" && references > 0);
  // A roster may have one record per stay.
  const isOwn =
    shape.isUnique ||
    (table === "person" && shape.blank === 0 && shape.distinct > 0.4 * shape.filled);
  if (!isIdentifier || !isOwn || shape.areEmails) return null;
  if (said === 0 && references === 0) return null;
  return said + Math.min(2, references) + (shape.isUnique ? 0.5 : 0);
}

const ENTITY_OF: { readonly [T in CanonicalTable]?: Entity } = {
  organization: "school",
  person: "student",
  plan: "plan",
  goal: "goal",
  staff: "staff",
};

function referenceScore(
  file: SurveyedFile,
  column: SurveyedColumn,
  entity: Entity,
  said: number,
  { domains }: Evidence,
): number | null {
  const { shape } = column;
  if (shape.days !== null || (shape.numbers !== null && !shape.areIds)) return null;
  const ofEntity = domains.filter((domain) => domain.entity === entity);
  // A file that gives the identifiers itself refers to them by the same column.
  const own = ofEntity.find((domain) => domain.file === file);
  if (own !== undefined) return own.column === column ? said + 2 : null;
  if (ofEntity.length === 0) {
    if (shape.filled === 0 || shape.words > 4) return null;
    return said >= 1.5 ? said : null;
  }
  const [met] = ofEntity.filter((domain) => refersTo(shape, domain.column.shape));
  if (met === undefined) return null;
  const isSameName = nameKey(met.column.name) === nameKey(column.name);
  const named = isSameName ? 2 : said;
  if (isTelling(met)) return 2 + named;
  return named >= 1 ? named + 0.5 : null;
}

/** Birthdays lie years before what is recorded. */
function dayScore(
  file: SurveyedFile,
  { shape, place }: SurveyedColumn,
  table: CanonicalTable,
  field: string,
  said: number,
): number | null {
  const year = shape.days?.year ?? 0;
  const latest = Math.max(
    ...file.columns.map((other) => other.shape.days?.year ?? 0),
    file.facts === undefined ? 0 : 0,
  );
  const isBirth =
    year > 0 && year <= Math.max(latest, 2020) - 5 && shape.distinct > 0.5 * shape.filled;
  if (field === "birthOn")
    return isBirth || latest === year ? said + (isBirth && latest > year ? 1.2 : 0.4) : null;
  if (isBirth && latest > year + 3 && table === "person") return null;
  const days = file.columns.filter(
    (other) => other.shape.days !== null && !other.tokens.has("birth"),
  );
  const isOnly = days.length === 1 && days[0]?.place === place;
  const isNeeded = CANONICAL_FIELDS[table].required.some((ways) =>
    ways.some((way) => way.length === 1 && way[0] === field),
  );
  if (said === 0) return isOnly && isNeeded ? 1.1 : null;
  return said + 1;
}

function shapeScore(
  { shape, tokens }: SurveyedColumn,
  table: CanonicalTable,
  field: string,
  is: string,
  { translate }: Evidence,
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

/** Of the records, the share whose value is known to mean something in the field. */
export function knownShare(
  table: CanonicalTable,
  field: string,
  shape: ColumnShape,
  translate: Translate,
): number {
  const key = `${table}.${field}`;
  const known = SHARES.get(shape)?.get(key);
  if (known !== undefined) return known;
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

import { CANONICAL_FIELDS, isDayField } from "../profiles/canonical-fields.ts";
import { isNamedOtherwise } from "../profiles/day-names.ts";
import { namesOfFields } from "../profiles/field-names.ts";
import { nameKey } from "../csv/header.ts";
import type { CanonicalTable } from "../profiles/profile.ts";
import type { FileKind } from "../profiles/profiles.ts";
import { wordScore } from "./words/field-words.ts";
import { isTelling, referencesTo, refersTo, type Entity, type IdDomain } from "./id-domains.ts";
import type { SurveyedColumn, SurveyedFile } from "./survey.ts";
import { shapeScore } from "./shape-score.ts";
import type { Translate } from "./words/value-words.ts";

/** What is known about a folder while the contents of its files are being worked out. */
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
  const byShape = shapeScore(column, table, field, is.is, evidence.translate);
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
  const cached = tables.get(table) ?? namesOfFields(table, kinds);
  tables.set(table, cached);
  return cached;
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
  // A roster may have one record per enrollment.
  const isOwn =
    shape.isUnique ||
    (table === "person" && shape.blank === 0 && shape.distinct > 0.4 * shape.filled);
  if (!isIdentifier || !isOwn || shape.areEmails) return null;
  // Nearly always the first column of a file identifies its records.
  const isFirst = column.place === 0 && shape.isUnique && table !== "person" && table !== "staff";
  if (said === 0 && references === 0) return isFirst ? LEAST_SCORE : null;
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
  const latest = Math.max(...file.columns.map((other) => other.shape.days?.year ?? 0));
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

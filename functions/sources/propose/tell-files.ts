import type { CanonicalTable } from "../profiles/profile.ts";
import { OWN_KEYS, type Evidence } from "./field-score.ts";
import type { Entity, IdDomain } from "./id-domains.ts";
import type { SurveyedColumn, SurveyedFile } from "./survey.ts";
import { columnsDecidedBy } from "./decided-columns.ts";
import { PROPOSED_TABLES, tableFit, type TableFit } from "./table-fit.ts";

/** What each file of a folder was found to hold, and the identifiers that files give to others. */
export interface RecognizedFiles {
  readonly fits: ReadonlyMap<SurveyedFile, readonly TableFit[]>;
  readonly evidence: Evidence;
}

/** Students first, to whom most files refer; then what plans, goals and the rest hang on. */
const PASSES: readonly (readonly CanonicalTable[])[] = [
  ["person"],
  ["organization"],
  ["staff"],
  ["plan"],
  ["goal"],
  PROPOSED_TABLES,
];
const LEAST_FIT = 3;
const FEWEST_COLUMNS = 2;

/** Tells what table each file fills, by its own columns and by what the other files show of them. */
export function recognizeFiles(files: readonly SurveyedFile[], begun: Evidence): RecognizedFiles {
  const fits = new Map<SurveyedFile, readonly TableFit[]>();
  let evidence = begun;
  for (const [pass, tables] of PASSES.entries()) {
    const open = files.filter((file) => !fits.has(file));
    const best = open.flatMap((file) => {
      const [first] = fitsOf(file, evidence);
      return first === undefined || !tables.includes(first.table) ? [] : [{ file, fit: first }];
    });
    const isLast = pass === PASSES.length - 1;
    const chosen = isLast ? best : best.sort((a, b) => b.fit.score - a.fit.score).slice(0, 1);
    for (const { file, fit } of chosen) {
      const domains = domainsOf(file, fit, evidence.files);
      evidence = { ...evidence, domains: [...evidence.domains, ...domains] };
      fits.set(file, [fit]);
    }
  }
  for (const [file, [fit]] of fits) {
    if (fit !== undefined) fits.set(file, withHalves(file, fit, evidence));
  }
  if (
    !evidence.domains.some(({ entity }) => entity === "plan") &&
    ![...fits.values()].flat().some(({ table }) => table === "plan")
  ) {
    for (const [file, [fit]] of fits) {
      if (fit?.table === "goal") fits.set(file, withPlans(file, fit, evidence));
    }
  }
  return { fits, evidence };
}

function fitsOf(file: SurveyedFile, evidence: Evidence): readonly TableFit[] {
  return PROPOSED_TABLES.map((table) => tableFit(file, table, evidence))
    .filter(
      ({ score, columns, parts }) =>
        score >= LEAST_FIT && columns.size + (parts === null ? 0 : 1) >= FEWEST_COLUMNS,
    )
    .sort((a, b) => b.score - a.score);
}

const ENTITIES: { readonly [T in CanonicalTable]?: Entity } = {
  person: "student",
  organization: "school",
  plan: "plan",
  goal: "goal",
  staff: "staff",
};

function domainsOf(
  file: SurveyedFile,
  { table, columns }: TableFit,
  files: readonly SurveyedFile[],
): readonly IdDomain[] {
  const entity = ENTITIES[table];
  const key = columns.get(OWN_KEYS[table] ?? "");
  if (entity === undefined || key === undefined || files.length === 0) return [];
  const domain = (
    column: SurveyedColumn | undefined,
    idType: IdDomain["idType"],
  ): readonly IdDomain[] =>
    column === undefined || column.shape.filled === 0 ? [] : [{ entity, idType, file, column }];
  if (entity !== "student") return domain(key, "sis");
  return [
    ...domain(key, "sis"),
    ...domain(columns.get("stateId"), "state"),
    ...domain(columns.get("localId"), "local"),
    ...domain(columns.get("username"), "username"),
    ...domain(columns.get("email"), "email"),
  ];
}

const LEAST_HALF = 1;

/** A record of a roster describes a student, an enrollment, or both. */
function withHalves(file: SurveyedFile, fit: TableFit, evidence: Evidence): readonly TableFit[] {
  const other =
    fit.table === "person" ? "enrollment" : fit.table === "enrollment" ? "person" : null;
  if (other === null) return [fit];
  const half = tableFit(file, other, evidence);
  const isWhole =
    other === "enrollment"
      ? half.columns.has("student") && half.columns.has("school")
      : half.columns.has("student") && half.columns.size > LEAST_HALF && half.score > 0;
  if (!isWhole) return [fit];
  return other === "enrollment" ? [fit, half] : [half, fit];
}

/** Where no file is of plans alone, the columns that are equal in all goals of a plan describe the plan. */
function withPlans(file: SurveyedFile, fit: TableFit, evidence: Evidence): readonly TableFit[] {
  const number = fit.columns.get("plan");
  if (number === undefined) return [fit];
  const shared = columnsDecidedBy(number, file);
  const half = tableFit({ ...file, columns: shared }, "plan", evidence);
  if (!half.columns.has("student") || !half.columns.has("openedOn")) return [fit];
  const plan = { ...half, columns: new Map([["plan", number], ...half.columns]) };
  const taken = new Set([...half.columns.values()]);
  const rest = file.columns.filter((column) => !taken.has(column));
  return [plan, tableFit({ ...file, columns: rest }, "goal", evidence)];
}

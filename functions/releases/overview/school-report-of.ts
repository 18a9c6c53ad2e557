import type { Day } from "../../domain/calendar/day.ts";
import { actionsAt, type ProblemCounted } from "../messages/actions.ts";
import { comparisonOf, pastOf } from "../messages/changes.ts";
import { noFigure } from "../messages/kept.ts";
import type { RequirementSummary } from "../manifest/mandate-summary.ts";
import type { ReleaseManifest } from "../manifest/manifest.ts";
import type { RateRow } from "../tables/tables.ts";
import { heldOn } from "../messages/held-on.ts";
import { isShown, type ShownShare } from "../words/share-words.ts";
import { isKnownAt, requirementsAskedAt } from "./asked-at.ts";
import type { EditionTables } from "./edition-tables.ts";
import { requirementOf, targetOf } from "./headline-figures.ts";
import { medianShare } from "./median-share.ts";
import { gradeBars } from "./place-bars.ts";
import { SCREEN_FORM } from "./overview.ts";
import type { PeerShare, ReportRow, SchoolReport } from "./school-report.ts";
import { shownFigure } from "./shown-figure.ts";

type About = Omit<ReleaseManifest, "tables">;
type School = About["schools"][number];

/** So few schools are no crowd to be compared with. */
const FEWEST_PEERS = 3;

/** The report of each school of an edition, from what it says of itself and its tables. */
export function schoolReportsOf(about: About, tables: EditionTables): readonly SchoolReport[] {
  const rates = new Map<string, RateRow[]>();
  for (const row of tables.rates) {
    const own = rates.get(keyOf(row));
    if (own === undefined) rates.set(keyOf(row), [row]);
    else own.push(row);
  }
  return about.schools.map((school) => schoolReport(school, about, tables, rates));
}

const keyOf = ({ measure, breakdown, group }: RateRow): string =>
  JSON.stringify([measure, breakdown, group]);

function schoolReport(
  school: School,
  about: About,
  tables: EditionTables,
  rates: ReadonlyMap<string, readonly RateRow[]>,
): SchoolReport {
  const { edition, release, district, schoolYear, definitionVersion, mandate, messages } = about;
  const asOf = about.asOf as Day;
  const own = rowsOfSchool(tables, school.id);
  const rows = [...rates.values()].flatMap((all) => reportRow(school, all, about, own));
  const plans = rows.find(({ measure }) => measure === "plan-coverage");
  const said = messages.schools[school.id];
  return {
    screenForm: SCREEN_FORM,
    ...{ edition, release, district, schoolYear, asOf, definitionVersion },
    smallestGroup: about.protection.smallestGroup,
    ...(about.scope !== undefined && { scope: about.scope }),
    school: { id: school.id, name: school.name, level: school.level },
    students: plans?.school.n ?? null,
    messages:
      said ?? noFigure({ state: "not-enough-data", level: "school", schoolName: school.name }),
    rows: rows.sort((a, b) => orderOf(a, about) - orderOf(b, about)),
    grades: gradeBars(own, asOf),
    actions: actionsAt(
      own.nextSteps,
      problemsOf(own),
      { mandate: dueAt(own, mandate), asOf },
      edition,
    ),
  };
}

/** The mandate without the due days of what is asked of no grade of a school: nothing of it comes due there. */
function dueAt(own: OfSchool, mandate: About["mandate"]): About["mandate"] {
  const asked = requirementsAskedAt(own, mandate);
  const requirements = mandate.requirements.map((each) =>
    asked.includes(each) ? each : { ...each, dueOn: null },
  );
  return { ...mandate, requirements };
}

/** The rows of one school. */
function rowsOfSchool(tables: EditionTables, school: string) {
  const own = <Row extends { readonly level: string; readonly school: string }>(
    rows: readonly Row[],
  ): readonly Row[] => rows.filter((row) => row.level === "school" && row.school === school);
  return {
    rates: own(tables.rates),
    statuses: own(tables.statuses),
    standings: own(tables.standings),
    trend: own(tables.trend),
    nextSteps: own(tables.nextSteps),
    reconciliation: own(tables.reconciliation),
  };
}
type OfSchool = ReturnType<typeof rowsOfSchool>;

const BREAKDOWNS: readonly string[] = ["all", "requirement", "transition"];

/** @param all the same rate at every place */
function reportRow(
  school: School,
  all: readonly RateRow[],
  { schools, measures, mandate, asOf: on }: About,
  ofSchool: OfSchool,
): readonly ReportRow[] {
  const asOf = on as Day;
  const own = all.find((row) => row.level === "school" && row.school === school.id);
  const district = all.find(({ level }) => level === "district");
  if (own === undefined || district === undefined) return [];
  const { measure, breakdown, group, groupName, state } = own;
  const requirement = requirementOf(own, mandate);
  if (!isReported(measure) || !BREAKDOWNS.includes(breakdown) || state === "not-applicable")
    return [];
  if (!isSaid(own, ofSchool, mandate)) return [];
  const peers = schools.filter(({ level }) => level === school.level && level !== "other");
  const shown = all
    .filter((row) => peers.some(({ id }) => row.level === "school" && row.school === id))
    .filter(isShown);
  return [
    {
      ...{ measure, breakdown, group },
      name: groupName,
      isHigherBetter: measures.find(({ id }) => id === measure)?.isHigherBetter ?? true,
      school: shownFigure(own, asOf),
      district: shownFigure(district, asOf),
      peers: shown.length < FEWEST_PEERS ? null : peerShare(shown, asOf),
      target: targetOf(own, mandate),
      dueOn: requirement?.dueOn ?? null,
      change: comparisonOf(pastOf(ofSchool.trend, own), asOf),
    },
  ];
}

function peerShare(shown: readonly (RateRow & ShownShare)[], asOf: Day): PeerShare {
  const [earliest = null] = shown.flatMap((row) => heldOn(row, asOf) ?? []).sort();
  return { ...medianShare(shown), schools: shown.length, heldOn: earliest };
}

/** A review at a transition is counted among the students of its grade, and what is asked of no student here is not said. */
function isSaid({ measure, group }: RateRow, own: OfSchool, mandate: About["mandate"]): boolean {
  if (measure !== "requirement-met" && measure !== "review-held") return true;
  const asked = requirementsAskedAt(own, mandate).find(({ id }) => id === group);
  if (asked === undefined || asked.kind === "transition-review") return false;
  return measure === "review-held" || (!isSaidElsewhere(asked) && isKnownAt(own, group));
}

/** By the review held, or by the open plan. */
const isSaidElsewhere = ({ kind, isPlanCoverage = false }: RequirementSummary): boolean =>
  isPlanCoverage || kind === "recurring-review";

/** The measures of a report, in its order; the others are in the files. */
const REPORTED = [
  "requirements-met",
  "plan-coverage",
  "review-timeliness",
  "review-held",
  "requirement-met",
  "transition-coverage",
  "chronic-absence",
] as const;

const isReported = (measure: string): boolean => REPORTED.some((id) => id === measure);

/** In the order of the report, and within a measure in that of the mandate. */
function orderOf({ measure, group }: ReportRow, { mandate }: About): number {
  const place = REPORTED.findIndex((id) => id === measure);
  return 1000 * place + mandate.requirements.findIndex(({ id }) => id === group);
}

const problemsOf = ({ reconciliation }: OfSchool): readonly ProblemCounted[] =>
  reconciliation.flatMap(({ school, problem, problemName, owner, count }) =>
    count === null || problem === "stale-plan-file"
      ? []
      : [{ school, problem, problemName, owner, count }],
  );

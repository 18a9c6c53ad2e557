import type { Day } from "../../domain/calendar/day.ts";
import { grouped } from "../../domain/text/grouped.ts";
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
import { dueAmong, dueBesideRows, notComparedWith, type Apart } from "./not-compared.ts";
import { shownFigure } from "./shown-figure.ts";

type About = Omit<ReleaseManifest, "tables">;
type School = About["schools"][number];

/** With fewer schools of a level than this, a school is not compared with their median. */
const FEWEST_PEERS = 3;

/** The report of each school of an edition, from what it says of itself and its tables. */
export function schoolReportsOf(about: About, tables: EditionTables): readonly SchoolReport[] {
  const rates = ratesEverywhere(about, tables.rates);
  const ownRows = rowsBySchool(tables);
  return about.schools.map((school) => schoolReport(school, about, ownRows(school.id), rates));
}

function schoolReport(
  school: School,
  about: About,
  own: OfSchool,
  rates: readonly RateEverywhere[],
): SchoolReport {
  const { edition, release, district, schoolYear, definitionVersion, mandate, messages } = about;
  const asOf = about.asOf as Day;
  const asked = requirementsAskedAt(own, mandate);
  const rows = rates.flatMap((rate) => reportRow(school, rate, about, own, asked));
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
      { mandate: dueAt(mandate, asked), asOf },
      edition,
    ),
  };
}

/**
 * The mandate without the due days of requirements that apply to no grade of a school: there they
 * never come due.
 */
function dueAt(mandate: About["mandate"], asked: readonly RequirementSummary[]): About["mandate"] {
  const requirements = mandate.requirements.map((each) =>
    asked.includes(each) ? each : { ...each, dueOn: null },
  );
  return { ...mandate, requirements };
}

/** Finds the rows of one school without a look at the rows of all others. */
function rowsBySchool(tables: EditionTables) {
  const own = <Row extends { readonly level: string; readonly school: string }>(
    rows: readonly Row[],
  ): ((school: string) => readonly Row[]) => {
    const bySchool = grouped(
      rows.filter(({ level }) => level === "school"),
      (row) => row.school,
    );
    return (school) => bySchool.get(school) ?? [];
  };
  const rates = own(tables.rates);
  const statuses = own(tables.statuses);
  const standings = own(tables.standings);
  const trend = own(tables.trend);
  const nextSteps = own(tables.nextSteps);
  const reconciliation = own(tables.reconciliation);
  return (school: string) => ({
    rates: rates(school),
    statuses: statuses(school),
    standings: standings(school),
    trend: trend(school),
    nextSteps: nextSteps(school),
    reconciliation: reconciliation(school),
  });
}
type OfSchool = ReturnType<ReturnType<typeof rowsBySchool>>;

const BREAKDOWNS: readonly string[] = ["all", "requirement", "transition"];

/** One rate of a report at the district, at each school and at the schools of each level. */
interface RateEverywhere {
  readonly district: RateRow | undefined;
  readonly bySchool: ReadonlyMap<string, RateRow>;
  /**
   * By level, the median of its schools that have a figure; a level with fewer than three of them
   * has none.
   */
  readonly peers: ReadonlyMap<string, PeerShare>;
  /** By level without a median since something fell due between the counts of its schools: what. */
  readonly peersDue: ReadonlyMap<string, Apart>;
}

/** The rates that reports have, in the order in which they first come. */
function ratesEverywhere(about: About, rates: readonly RateRow[]): readonly RateEverywhere[] {
  const levels = new Map(about.schools.map(({ id, level }) => [id, level]));
  const reported = rates.filter(
    ({ measure, breakdown }) => isReported(measure) && BREAKDOWNS.includes(breakdown),
  );
  return [...grouped(reported, keyOf).values()].map((all) => {
    const ofSchools = all.filter(({ level }) => level === "school");
    const shown = grouped(ofSchools.filter(isShown), ({ school }) => levels.get(school) ?? "other");
    const levelsShown = [...shown].filter(
      ([level, rows]) => level !== "other" && rows.length >= FEWEST_PEERS,
    );
    const peersDue = new Map(
      levelsShown.flatMap(([level, rows]) => {
        const due = dueAmong(about.mandate, rows);
        return due === null ? [] : [[level, due] as const];
      }),
    );
    const peers = levelsShown
      .filter(([level]) => !peersDue.has(level))
      .map(([level, rows]) => [level, peerShare(rows, about.asOf as Day)] as const);
    return {
      district: all.find(({ level }) => level === "district"),
      bySchool: new Map(ofSchools.map((row) => [row.school, row])),
      peers: new Map(peers),
      peersDue,
    };
  });
}

const keyOf = ({ measure, breakdown, group }: RateRow): string =>
  JSON.stringify([measure, breakdown, group]);

/** @param asked what the mandate asks of the grades of the school */
function reportRow(
  school: School,
  { district, bySchool, peers, peersDue }: RateEverywhere,
  { measures, mandate, asOf: on }: About,
  ofSchool: OfSchool,
  asked: readonly RequirementSummary[],
): readonly ReportRow[] {
  const asOf = on as Day;
  const own = bySchool.get(school.id);
  if (own === undefined || district === undefined) return [];
  const { measure, breakdown, group, groupName, state } = own;
  if (state === "not-applicable" || !isSaid(own, ofSchool, asked)) return [];
  const requirement = requirementOf(own, mandate);
  const notCompared = notComparedWith({
    district: dueAmong(mandate, [own, district]),
    peers: isShown(own) ? (peersDue.get(school.level) ?? null) : null,
    rows: dueBesideRows(own, ofSchool.rates, mandate),
  });
  return [
    {
      ...{ measure, breakdown, group },
      name: groupName,
      isHigherBetter: measures.find(({ id }) => id === measure)?.isHigherBetter ?? true,
      school: shownFigure(own, asOf),
      district: shownFigure(district, asOf),
      peers: peers.get(school.level) ?? null,
      target: targetOf(own, mandate),
      dueOn: requirement?.dueOn ?? null,
      change: comparisonOf(pastOf(ofSchool.trend, own), asOf),
      ...(notCompared.length > 0 && { notCompared }),
    },
  ];
}

function peerShare(shown: readonly (RateRow & ShownShare)[], asOf: Day): PeerShare {
  const [earliest = null] = shown.flatMap((row) => heldOn(row, asOf) ?? []).sort();
  return { ...medianShare(shown), schools: shown.length, heldOn: earliest };
}

/**
 * Whether a rate is said at the school. A review at a transition is counted among the students of
 * its grade; what applies to no student of the school is not said.
 */
function isSaid(
  { measure, group }: RateRow,
  own: OfSchool,
  asked: readonly RequirementSummary[],
): boolean {
  if (measure !== "requirement-met" && measure !== "review-held") return true;
  const requirement = asked.find(({ id }) => id === group);
  if (requirement === undefined || requirement.kind === "transition-review") return false;
  return measure === "review-held" || (!isSaidElsewhere(requirement) && isKnownAt(own, group));
}

/** By the review held, or by the open plan. */
const isSaidElsewhere = ({ kind, isPlanCoverage = false }: RequirementSummary): boolean =>
  isPlanCoverage || kind === "recurring-review";

/** The measures of a report, in its order. The files have the others. */
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

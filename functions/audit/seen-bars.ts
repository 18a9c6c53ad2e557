import { barKeyText, type BarKey } from "../domain/figures/bar-key.ts";
import { EVERYBODY, groupKey, isDivision, type GroupKey } from "../domain/figures/group-key.ts";
import { placesOfParts } from "../metrics/cube/cube-counts.ts";
import { METRICS } from "../metrics/measures/metrics.ts";
import { requirementMet } from "../metrics/measures/requirement-met.ts";
import { reviewHeld } from "../metrics/measures/review-held.ts";
import {
  ALL_TOGETHER,
  CHRONIC_ABSENCE,
  GOAL_DOMAINS_BALANCE,
  GOAL_INDICATORS,
  GOAL_INDIVIDUALITY,
  ON_TRACK,
  PARTICIPATION,
  PLAN_COVERAGE,
  STANDINGS,
  STATUSES,
  statisticText,
  TRANSITION,
} from "../metrics/questions/statistic.ts";
import { readStatistic } from "../metrics/cube/statistics.ts";
import type { Range } from "./linear-solver.ts";
import type { ReadRelease, SeenRow } from "./reading/read-release.ts";
import { readAs, type ReadAs } from "./same-bars.ts";

/** What a reader sees of one bar as it was drawn on one day, taken from all tables. */
export interface SeenBar {
  readonly key: BarKey;
  readonly drawnOn: string;
  readonly students: number;
  readonly parts: readonly string[];
  /** The ranges in which some of its parts together are shown. */
  readonly seen: readonly SeenParts[];
}

/** The parts from one up to, but not including, another. */
export interface SeenParts extends Range {
  readonly from: number;
  readonly until: number;
  /** Whether it is the true share: a figure without a band has no shift. */
  readonly isExact: boolean;
}

/**
 * Every bar of a release, by the text of its key. Two rows of one bar with different numbers of
 * students give two bars.
 */
export function seenBars(release: ReadRelease): readonly SeenBar[] {
  const bars = new Map<string, { readonly bar: SeenBar; readonly seen: SeenParts[] }>();
  const read = readAs(release);
  for (const table of BY_TABLE) {
    for (const row of release.tables[table] ?? []) {
      if (row["state"] !== "shown") continue;
      const asked = askedIn(table, row, read);
      if (asked === null || asked.parts.length === 0) continue;
      const students = Number(row["n"]);
      const drawnOn = String(row["drawnOn"]);
      const { statistic } = readStatistic(asked.key.statistic);
      const parts = statistic.parts.map(({ id }) => id);
      const text = `${barKeyText(asked.key)} ${drawnOn} ${students}`;
      const barWithSeen = bars.get(text) ?? {
        bar: { key: asked.key, drawnOn, students, parts, seen: [] },
        seen: [],
      };
      bars.set(text, barWithSeen);
      const places = placesOfParts(asked.key.statistic, parts, asked.parts);
      barWithSeen.seen.push({
        from: Math.min(...places),
        until: Math.max(...places) + 1,
        ...countsOf(row, students),
        isExact: row["band"] === null,
      });
    }
  }
  return [...bars.values()].map(({ bar, seen }) => ({ ...bar, seen: withoutRepeats(seen) }));
}

const BY_TABLE = [
  "rates",
  "answers",
  "statuses",
  "standings",
  "next-steps",
  "student-groups",
] as const;

/** The bar of all students that a measure is read from. */
const MEASURES: { readonly [measure: string]: string } = {
  "requirements-met": statisticText(STANDINGS, ALL_TOGETHER),
  "review-timeliness": statisticText(STATUSES, ALL_TOGETHER),
  "plan-coverage": statisticText(PLAN_COVERAGE),
  "goal-domains": statisticText(GOAL_DOMAINS_BALANCE),
  "goal-individuality": statisticText(GOAL_INDIVIDUALITY),
  ...Object.fromEntries(GOAL_INDICATORS.map((id) => [id, statisticText({ id })])),
  "on-track": statisticText(ON_TRACK),
  "chronic-absence": statisticText(CHRONIC_ABSENCE),
  "student-participation": statisticText(PARTICIPATION, "student"),
  "family-participation": statisticText(PARTICIPATION, "family"),
  "counselor-participation": statisticText(PARTICIPATION, "counselor"),
};

/** The bar of each requirement that a measure is read from. */
const BY_REQUIREMENT = [
  { measure: requirementMet, statistic: STANDINGS },
  { measure: reviewHeld, statistic: STATUSES },
] as const;

interface Asked {
  readonly key: BarKey;
  readonly parts: readonly string[];
}

/** Which part of which bar a row shows; null if the row belongs to no known question. */
function askedIn(table: (typeof BY_TABLE)[number], row: SeenRow, read: ReadAs): Asked | null {
  const text = (column: string): string => String(row[column] ?? "");
  const school = text("school") === "" ? null : text("school");
  const groupOf = (column: "breakdown" | "division") => divided(text(column), text("group"));
  const asked = (statistic: string, of: GroupKey, parts: readonly string[]): Asked => {
    const readParts = parts.map((part) => read(statistic, part));
    const own = readParts[0]?.statistic ?? statistic;
    return {
      key: { statistic: own, school, group: of },
      parts: readParts.flatMap((read) => read.parts),
    };
  };
  const ofMeasure = (
    transition: string,
    of: GroupKey,
    parts = METRICS.find(({ id }) => id === row["measure"])?.counted,
  ): Asked | null => {
    const own =
      transition === "" ? MEASURES[text("measure")] : statisticText(TRANSITION, transition);
    return parts === undefined || own === undefined ? null : asked(own, of, parts);
  };
  const ofRequirement = (): Asked | null => {
    const own = BY_REQUIREMENT.find(({ measure }) => measure.id === row["measure"]);
    return own === undefined
      ? null
      : asked(statisticText(own.statistic, text("group")), EVERYBODY, own.measure.counted);
  };
  const requirement = text("requirement");
  switch (table) {
    case "rates":
      if (row["breakdown"] === "requirement") {
        return ofRequirement();
      }
      return row["breakdown"] === "transition"
        ? ofMeasure(text("group"), EVERYBODY)
        : ofMeasure("", groupOf("breakdown"));
    case "answers":
      return row["breakdown"] === "transition"
        ? ofMeasure(text("group"), EVERYBODY, [text("answer")])
        : ofMeasure("", groupOf("breakdown"), [text("answer")]);
    case "student-groups":
      return ofMeasure(requirement, groupOf("division"));
    case "statuses":
      return asked(statisticText(STATUSES, requirement), groupOf("breakdown"), [text("status")]);
    case "standings":
      return asked(statisticText(STANDINGS, requirement), groupOf("breakdown"), [text("standing")]);
    case "next-steps":
      return ofNeed(requirement, text("need"), asked);
  }
}

/** Which part of which bar a need of a public release is. */
function ofNeed(
  requirement: string,
  need: string,
  asked: (statistic: string, of: GroupKey, parts: readonly string[]) => Asked,
): Asked {
  switch (need) {
    case "not-ready":
      return asked(statisticText(TRANSITION, requirement), EVERYBODY, [need]);
    case "plan-missing":
      return asked(statisticText(PLAN_COVERAGE), EVERYBODY, ["none"]);
    case "not-met":
      return asked(statisticText(STANDINGS, requirement), EVERYBODY, [need]);
    case "overdue":
      return asked(statisticText(STATUSES, requirement), EVERYBODY, ["not-held"]);
    default:
      return asked(statisticText(STATUSES, requirement), EVERYBODY, [need]);
  }
}

function divided(division: string, group: string): GroupKey {
  if (!isDivision(division)) throw new Error(`students are divided by no ${division}`);
  return groupKey(division, group);
}

/** The counts of students whose share, in whole percents rounded half up, lies between two; of an exact share the one. */
export function countsOf(row: SeenRow, students: number): Range {
  const [low, high] = [Number(row["low"]), Number(row["high"])];
  if (row["band"] === null) {
    return { low: Math.round(low * students), high: Math.round(high * students) };
  }
  const [least, greatest] = [Math.round(100 * low), Math.round(100 * high)];
  return {
    low: Math.max(0, Math.ceil(((2 * least - 1) * students) / 200)),
    high: Math.min(students, Math.ceil(((2 * greatest + 1) * students) / 200) - 1),
  };
}

const withoutRepeats = (seen: readonly SeenParts[]): readonly SeenParts[] => [
  ...new Map(seen.map((band) => [JSON.stringify(band), band])).values(),
];

import { compareText } from "../../domain/text/compare-text.ts";
import type { GroupKey } from "../../domain/figures/group-key.ts";
import type { Day } from "../../domain/calendar/day.ts";
import type { MandateProfile } from "../../mandates/rules/mandate-profile.ts";
import type { DistrictCube } from "../../metrics/cube/merge-cubes.ts";
import type { MetricBar } from "../../metrics/measures/metric.ts";
import type { Question } from "../../metrics/questions/question.ts";
import { readStatistic } from "../../metrics/cube/statistics.ts";
import type { SchoolCube } from "../../metrics/cube/school-cube.ts";

/** One level at which figures are published: the district, or one of its schools. */
export interface Place {
  readonly level: "district" | "school";
  /** The school's id; null for the district. */
  readonly school: string | null;
  readonly name: string;
  readonly cube: DistrictCube;
}

/** The columns by which every table says whom a row is about. */
export interface PlaceColumns {
  readonly level: string;
  readonly school: string;
  readonly schoolName: string;
}

export const placeColumns = ({ level, school, name }: Place): PlaceColumns => ({
  level,
  school: school ?? "",
  schoolName: name,
});

/** What an edition's tables ask about: the same rows for both, as far as each has them. */
export interface EditionScope {
  readonly kind: "staff" | "public";
  /** The district first, then its schools by name: the order of every table. */
  readonly places: readonly Place[];
  readonly mandate: MandateProfile;
  readonly asOf: Day;
  /** The questions of the edition. */
  readonly questions: readonly Question[];
  /** The groups of a place by which a question is divided, everybody left out. */
  readonly groupsOf: (question: Question, place: Place) => readonly GroupKey[];
}

/** The question of a statistic, where the edition has it. @throws when there can be no such statistic */
export function questionOf(
  { questions }: Pick<EditionScope, "questions">,
  statistic: string,
): Question | undefined {
  const byStatistic = QUESTIONS.get(questions) ?? indexed(questions);
  const match = byStatistic.get(statistic);
  if (match === undefined) readStatistic(statistic);
  return match;
}

/** The questions of an edition by their statistics: each of its rows asks for one. */
const QUESTIONS = new WeakMap<readonly Question[], ReadonlyMap<string, Question>>();

function indexed(questions: readonly Question[]): ReadonlyMap<string, Question> {
  // Of several of one statistic the first is asked.
  const byStatistic = new Map(
    questions.toReversed().map((question) => [question.statistic, question]),
  );
  QUESTIONS.set(questions, byStatistic);
  return byStatistic;
}

/** The statistic that a measure is read from at a place. */
export const statisticAt = (
  { statistic, ofDistrict = statistic }: Pick<MetricBar, "statistic" | "ofDistrict">,
  { level }: Pick<Place, "level">,
): string => (level === "district" ? ofDistrict : statistic);

/** The district first, then its schools by name: the order of every table. */
export function placesOf(
  districtName: string,
  district: DistrictCube,
  schools: readonly { readonly name: string; readonly cube: SchoolCube }[],
): readonly Place[] {
  const own = [...schools]
    .sort((a, b) => compareText(a.name, b.name) || compareText(a.cube.school, b.cube.school))
    .map(({ name, cube }): Place => ({ level: "school", school: cube.school, name, cube }));
  return [{ level: "district", school: null, name: districtName, cube: district }, ...own];
}

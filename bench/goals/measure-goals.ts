import { BANDS, comparedProbability, ROWS } from "../../functions/goals/copies/band-keys.ts";
import { clustersOf, sharedGoals } from "../../functions/goals/copies/clusters.ts";
import { goalSetBuilder, type GoalSet } from "../../functions/goals/copies/goal-set.ts";
import { individualityOf } from "../../functions/goals/copies/individuality.ts";
import { copyShare, PLAN_ANSWERS, planAnswers } from "../../functions/goals/copies/plan-answers.ts";
import { ownNames } from "../../functions/goals/words/own-name.ts";
import { readTemplate } from "../../functions/goals/words/template.ts";
import { usageNow, usedSince } from "../step-clock.ts";
import { count, rounded, say } from "../words.ts";
import { aboveGoalCeilings, type MeasuredGoals } from "./above-goal-ceilings.ts";
import {
  FIRST_NAMES,
  GOALS_PER_STUDENT,
  plantedGoals,
  type PlantedGoals,
} from "./planted-goals.ts";
import { isFalsePair, jaccardOfTexts } from "./reported-pairs.ts";

const SEED = 42;
/** The form's beginnings and goals: none is in the planted goals, and each goal is compared with them. */
const TEMPLATE = {
  starters: ["My goal for this year is to", "By the end of the school year"],
  mandated: ["Complete the career interest inventory"],
};

/**
 * `npm run bench -- --goals 1000000`: reads that many goals, clusters them and answers for each
 * student. Says whether everything is within its ceilings; the last line is one JSON object.
 */
export function measureGoals(goals: number): boolean {
  const planted = plantedGoals(goals, SEED);
  const started = usageNow();
  const set = readGoals(planted.texts);
  const read = usedSince(started);
  const clusters = clustersOf(set);
  const answers = planAnswers(set, clusters);
  const used = usedSince(started);
  say(
    `${count(goals)} goals of ${count(answers.length)} students, seed ${SEED}: ${count(set.skeletons.length)} different texts`,
  );
  say(
    `${rounded(used.seconds, 1)} s, ${rounded(used.cpuSeconds, 1)} processor seconds; of these ${rounded(read.seconds, 1)} s to read the goals`,
  );
  const share = copyShare(answers);
  for (const answer of PLAN_ANSWERS) {
    say(`  ${answer}: ${count(answers.filter((given) => given === answer).length)} students`);
  }
  const shared = sharedGoals(set, clusters);
  say(
    `shared by three or more students: ${count(shared.exact)} goals word for word, ${count(shared.skeleton)} but for numbers, ${count(shared.near)} with near copies`,
  );
  const pairs = individualityOf(clusters.students, share.denominator)?.sharedPairs ?? NaN;
  say(`goals shared by a pair of students: ${pairs.toFixed(5)}`);
  const { recall, falsePairs } = quality(planted, set, clusters.leaderOf);
  const measured: MeasuredGoals = {
    ...{ goals, seconds: rounded(used.seconds, 2), peakMiB: Math.round(used.peakMiB) },
    ...{ recall, falsePairs },
  };
  const above = aboveGoalCeilings(measured);
  for (const line of above) say(`ABOVE ITS CEILING: ${line}`);
  say(JSON.stringify(measured));
  return above.length === 0;
}

function readGoals(texts: readonly string[]): GoalSet {
  const builder = goalSetBuilder(readTemplate(TEMPLATE));
  const names = FIRST_NAMES.map((name) => ownNames([name]));
  const nobody = ownNames([]);
  for (let first = 0; first < texts.length; first += GOALS_PER_STUDENT) {
    const student = first / GOALS_PER_STUDENT;
    builder.addStudent(
      names[student % names.length] ?? nobody,
      texts.slice(first, first + GOALS_PER_STUDENT),
    );
  }
  return builder.goalSet();
}

/** How many of the planted pairs were clustered, and how many of the reported are none. */
function quality(
  { texts, nearPairs, farPairs, origins }: PlantedGoals,
  { skeletonOf, skeletons }: GoalSet,
  leaderOf: Uint32Array,
): Pick<MeasuredGoals, "recall" | "falsePairs"> {
  if (skeletonOf.length !== texts.length) throw new Error("a planted goal was not eligible");
  const leader = (goal: number): number => leaderOf[skeletonOf[goal] ?? 0] ?? 0;
  const textOf = (goal: number): string => skeletons[skeletonOf[goal] ?? 0] ?? "";
  let similarity = 0;
  let expected = 0;
  let clustered = 0;
  for (const [first, second] of nearPairs) {
    const jaccard = jaccardOfTexts(textOf(first), textOf(second));
    similarity += jaccard;
    expected += comparedProbability(jaccard, BANDS, ROWS);
    if (leader(first) === leader(second)) clustered++;
  }
  const mean = (sum: number): number => sum / nearPairs.length;
  const joined = farPairs.filter(([first, second]) => leader(first) === leader(second)).length;
  const originOf = new Uint32Array(skeletons.length);
  skeletonOf.forEach((skeleton, goal) => (originOf[skeleton] = origins[goal] ?? 0));
  let reported = 0;
  let wrong = 0;
  leaderOf.forEach((leading, skeleton) => {
    if (leading === skeleton) return;
    reported++;
    if (isFalsePair(skeletons, originOf, skeleton, leading)) wrong++;
  });
  say(
    `${count(nearPairs.length)} planted near copies of mean Jaccard ${mean(similarity).toFixed(3)}: ${count(clustered)} clustered, ${mean(expected).toFixed(4)} of them expected`,
  );
  say(
    `${count(farPairs.length)} planted pairs that are too different: ${count(joined)} clustered; ${count(reported)} pairs reported, ${count(wrong)} of them false`,
  );
  return {
    recall: rounded(mean(clustered), 5),
    falsePairs: reported === 0 ? 0 : rounded(wrong / reported, 7),
  };
}

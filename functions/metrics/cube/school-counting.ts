import { EVERYBODY } from "../../domain/figures/group-key.ts";
import type { Day } from "../../domain/calendar/day.ts";
import { isOf, populationName, type Population, type Question } from "../questions/question.ts";
import type { AssessedStudent } from "../students/assessed-student.ts";
import { counselorOf } from "../students/counselor-of.ts";
import type { MeasureContext } from "../students/measure-context.ts";
import { studentGroups } from "../students/student-groups.ts";
import {
  countIn,
  countsByKey,
  firstPartByKey,
  groupNumbers,
  groupTally,
  numberIn,
  numberOf,
  type GroupCounts,
  type GroupNumbers,
  type GroupTally,
} from "./group-tally.ts";
import { questionsOf } from "./questions.ts";

/** What is counted of the students of one school. */
export interface SchoolCounts {
  /** The students by population (`enrolled`, `mandate`, `grade 08`, `year school`), then group. */
  readonly students: GroupCounts<number>;
  /** The students by question, then group, then part, in the order of the question's parts. */
  readonly answers: GroupCounts<readonly number[]>;
  /** By question, the earliest day on which it is due for any student; absent if none is known. */
  readonly firstDueOn: { readonly [statistic: string]: Day };
}

/** The counts of one school while its students are counted: what depends on the mandate alone is worked out once. */
export interface SchoolCounting {
  readonly context: MeasureContext;
  readonly groups: GroupNumbers;
  readonly populations: readonly CountedPopulation[];
  readonly questions: readonly CountedQuestion[];
  /** Questions and populations in the order in which they first counted anybody: so the cube has them. */
  readonly asked: CountedQuestion[];
  readonly met: CountedPopulation[];
  readonly due: CountedQuestion[];
}

interface CountedPopulation {
  readonly name: string;
  readonly population: Population;
  readonly tally: GroupTally;
  /** Whether the student who is counted now is one of them. */
  isIn: boolean;
}

interface CountedQuestion {
  readonly question: Question;
  readonly of: CountedPopulation;
  readonly placeOfPart: ReadonlyMap<string, number>;
  readonly tally: GroupTally;
  firstDueOn: Day | null;
}

export function schoolCounting(context: MeasureContext): SchoolCounting {
  const questions = questionsOf(context.mandate, context.asOf);
  const populations = new Map<string, CountedPopulation>();
  const counted = (population: Population): CountedPopulation => {
    const name = populationName(population);
    const existing = populations.get(name);
    if (existing !== undefined) return existing;
    const added = { name, population, tally: groupTally(1), isIn: false };
    populations.set(name, added);
    return added;
  };
  const ofQuestions = questions.map((question): CountedQuestion => ({
    question,
    of: counted(question.population),
    placeOfPart: new Map(question.parts.map(({ id }, place) => [id, place])),
    tally: groupTally(question.parts.length),
    firstDueOn: null,
  }));
  ALWAYS.forEach(counted);
  return {
    context,
    groups: groupNumbers(),
    populations: [...populations.values()],
    // Where nobody sent the records there is nothing to count.
    questions: ofQuestions.filter(({ question }) => context.availability[question.needs]),
    asked: [],
    met: [],
    due: [],
  };
}

const ALWAYS: readonly Population[] = [{ kind: "enrolled" }, { kind: "mandate" }];

/** Counts one student in each population and in the answers to each of its questions. */
export function countStudent(counting: SchoolCounting, student: AssessedStudent): void {
  const { context, populations, questions, asked, met, due } = counting;
  const groups = groupsOf(counting.groups, student);
  for (const counted of populations) {
    counted.isIn = isOf(counted.population, student);
    if (!counted.isIn) continue;
    if (counted.tally.order.length === 0) met.push(counted);
    countIn(counted.tally, groups, 0);
  }
  for (const counted of questions) {
    if (!counted.of.isIn) continue;
    const { question, tally } = counted;
    if (tally.order.length === 0) asked.push(counted);
    countIn(tally, groups, placeOfAnswer(counted, question.answer(student, context)));
    const dueOn = question.dueOn?.(student) ?? null;
    if (dueOn === null) continue;
    if (counted.firstDueOn === null) due.push(counted);
    if (counted.firstDueOn === null || dueOn < counted.firstDueOn) counted.firstDueOn = dueOn;
  }
}

/** The numbers of the groups that a student is counted in: everybody, the grade, each student group and the counselor; never two together. */
function groupsOf(numbers: GroupNumbers, { record, year }: AssessedStudent): readonly number[] {
  const { grade } = record.student;
  const groups = [numberOf(numbers, EVERYBODY)];
  if (grade !== null) groups.push(numberIn(numbers, "grade", grade));
  for (const key of studentGroups(record, year.lastDayHere)) groups.push(numberOf(numbers, key));
  groups.push(numberIn(numbers, "counselor", counselorOf(record)));
  return groups;
}

function placeOfAnswer({ question, placeOfPart }: CountedQuestion, answer: string): number {
  const place = placeOfPart.get(answer);
  if (place === undefined) throw new Error(`question ${question.statistic} has no part ${answer}`);
  return place;
}

/** What was counted, as the cube has it. */
export function countedIn({ groups, asked, met, due }: SchoolCounting): SchoolCounts {
  return {
    students: Object.fromEntries(
      met.map(({ name, tally }) => [name, firstPartByKey(tally, groups)]),
    ),
    answers: Object.fromEntries(
      asked.map(({ question, tally }) => [question.statistic, countsByKey(tally, groups)]),
    ),
    firstDueOn: Object.fromEntries(
      due.flatMap(({ question, firstDueOn }) =>
        firstDueOn === null ? [] : [[question.statistic, firstDueOn]],
      ),
    ),
  };
}

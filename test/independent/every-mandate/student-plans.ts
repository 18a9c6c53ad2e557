import { FOCUS_AREAS } from "./codes.ts";
import { laterOf, plusDays, yearEnds } from "./days.ts";
import type { District } from "./district.ts";
import type {
  PlainGoal,
  PlainPlan,
  PlainReview,
  PlainStep,
  PlainStudent,
} from "./plain-records.ts";
import type { Chance } from "./seeded.ts";
import type { DrawDay } from "./student.ts";

/** A student's plans of up to six school years with what hangs on them. */
export function plansOf(
  district: District,
  index: number,
  chance: Chance,
  draw: DrawDay,
): Pick<PlainStudent, "plans" | "goals" | "steps" | "reviews"> {
  const { year, sentFrom } = district;
  const plans: PlainPlan[] = [];
  const usual = chance.oneOf([10, 50, 90]);
  for (let of = year - 5; of <= year; of++) {
    // Of a year that was not sent a few plans are there all the same.
    const isThere = chance.percent(of < sentFrom ? 4 : of === year ? 80 : usual);
    const count = isThere ? (chance.percent(15) ? 2 : 1) : 0;
    for (let nth = 0; nth < count; nth++) {
      plans.push(planOf(`P${index}-${of}-${nth}`, of, chance, draw));
    }
  }
  if (chance.percent(20)) plans.push(nextPlanOf(`P${index}-${year + 1}-0`, year, chance, draw));
  const goals = plans.flatMap((plan) => goalsOf(plan, district, chance, draw));
  const steps = goals.flatMap(({ goal, year: of, setOn }) =>
    chance.some([1, 2], 30).map((nth): PlainStep => ({
      step: `${goal}-${nth}`,
      goal,
      focusArea: chance.percent(60) ? chance.oneOf(FOCUS_AREAS) : "",
      completedOn: chance.percent(60) ? laterOf(setOn ?? "", draw(of)) : null,
    })),
  );
  const reviews = plans.flatMap((plan) => reviewsOf(plan, district, chance, draw));
  return { plans, goals, steps, reviews };
}

function planOf(id: string, year: number, chance: Chance, draw: DrawDay): PlainPlan {
  // Some are opened in the spring before the school year they are for.
  const openedOn = chance.percent(8)
    ? plusDays(yearEnds(year - 1), -chance.whole(0, 60))
    : draw(year);
  const status = chance.percent(8) ? "draft" : chance.oneOf(["active", "active", "closed"]);
  const closedOn =
    status === "closed" && chance.percent(70)
      ? chance.oneOf([draw(year), draw(year + 1), yearEnds(year)])
      : null;
  return {
    ...{ plan: id, year, status, openedOn },
    type: chance.percent(70)
      ? "ILP"
      : chance.oneOf(["IEP", "504", "EL-ILP", "graduation-plan", "PLP", "HSBP"]),
    closedOn: closedOn === null || closedOn >= openedOn ? closedOn : openedOn,
  };
}

/** For the next school year, made in the spring of this one. */
function nextPlanOf(id: string, year: number, chance: Chance, draw: DrawDay): PlainPlan {
  const plan = planOf(id, year + 1, chance, draw);
  const openedOn = plusDays(yearEnds(year), -chance.whole(0, 150));
  return { ...plan, openedOn };
}

function goalsOf(
  { plan, year, openedOn }: PlainPlan,
  { domains, sends }: District,
  chance: Chance,
  draw: DrawDay,
): readonly PlainGoal[] {
  const hasDays = sends.goalDays || chance.percent(30);
  return chance.some([...domains, ...domains], chance.oneOf([0, 40, 80])).map((domain, index) => ({
    ...{ goal: `${plan}-G${index}`, plan, year },
    domain: chance.percent(96) ? domain : null,
    status: chance.oneOf(["in-progress", "in-progress", "met", "not-started", "discontinued"]),
    statusOn: chance.percent(50) ? draw(year) : null,
    setOn:
      hasDays && chance.percent(95)
        ? chance.oneOf([openedOn, draw(year), draw(year), draw(year - 1)])
        : null,
  }));
}

function reviewsOf(
  { plan, year, openedOn }: PlainPlan,
  { roles, meetings, year: thisYear }: District,
  chance: Chance,
  draw: DrawDay,
): readonly PlainReview[] {
  const days = Array.from({ length: chance.whole(0, 4) }, () =>
    draw(Math.min(chance.percent(90) ? year : year + 1, thisYear)),
  );
  return days.map((on, index) => {
    const state = chance.percent(75) ? "held" : chance.oneOf(["scheduled", "missed"]);
    // Two on one day, such as one alone and one in a group.
    const day = chance.percent(10) ? (days[0] ?? on) : on;
    // Of those that were not held, some have a day on which they were all the same.
    const hasDay = chance.percent(state === "held" ? 95 : 10);
    const wasScheduled = state !== "held" || chance.percent(40);
    return {
      ...{ review: `${chance.whole(100, 999)}-${plan}-${index}`, plan, state },
      scheduledOn: wasScheduled ? plusDays(day, -chance.whole(0, 20)) : null,
      heldOn: hasDay ? (day < openedOn ? openedOn : day) : null,
      participants: chance.percent(40) ? roles : chance.some(roles, 50),
      focusAreas: chance.some(FOCUS_AREAS, 25),
      meeting: chance.oneOf(meetings),
    };
  });
}

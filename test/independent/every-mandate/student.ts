import { boundariesOf } from "./boundaries.ts";
import { COMPONENTS, PROGRAMS, REQUIREMENT_IDS } from "./codes.ts";
import { daysFrom, plusDays, yearBegins, yearEnds } from "./days.ts";
import type { District } from "./district.ts";
import { LADDER } from "./plain-mandates.ts";
import type { PlainEntry, PlainPeriod, PlainPlan, PlainStudent } from "./plain-records.ts";
import { plansOf } from "./student-plans.ts";
import type { Chance } from "./seeded.ts";

/** Draws a day of a school year, more often than not the day before, on or after one on which answers turn. */
export type DrawDay = (year: number) => string;

const GRADES = ["05", "06", "07", "08", "09", "10", "11", "12"];

/** One student of a district, with the records of every school year that was sent. */
export function studentOf(district: District, index: number, chance: Chance): PlainStudent {
  const { year, sends } = district;
  const school = chance.oneOf(["A", "B", "C"]);
  const grade = chance.percent(97) ? chance.oneOf(GRADES) : chance.oneOf([null, "04", "KG"]);
  const calendars = district.calendars.get(school) ?? new Map<number, readonly string[]>();
  const calendar = calendars.get(year) ?? [];
  const anyDay = (of: number): string =>
    plusDays(yearBegins(of), chance.whole(0, daysFrom(yearBegins(of), yearEnds(of))));
  const enteredOn = chance.percent(70)
    ? chance.oneOf([yearBegins(year), calendar[0] ?? yearBegins(year)])
    : chance.oneOf([anyDay(year), calendar[chance.whole(0, calendar.length)] ?? anyDay(year)]);
  const birthOn = sends.birthDays && chance.percent(90) ? birthDayOf(year, grade, chance) : null;
  const boundaries = (of: number): readonly (string | null)[] =>
    boundariesOf(of, calendars.get(of) ?? [], { enteredOn, birthOn });
  // Few different days, so that several records and the as-of day share one.
  const places = Array.from({ length: 5 }, () => chance.whole(0, boundaries(year).length - 1));
  const draw: DrawDay = (of) => {
    const boundary = boundaries(of)[chance.oneOf(places)] ?? anyDay(of);
    const on = plusDays(boundary, chance.oneOf([-1, 0, 0, 1]));
    return chance.percent(70) && on >= yearBegins(of) && on <= yearEnds(of) ? on : anyDay(of);
  };
  const recent = (): number => year - (chance.percent(60) ? 0 : chance.whole(0, 4));
  const { plans, goals, steps, reviews } = plansOf(district, index, chance, draw);
  const before = plans.filter((plan) => plan.year < year);
  const isAllSent =
    grade !== null && district.sentFrom <= year - Math.max(0, LADDER.indexOf(grade) - 8);
  const since = chance.percent(40) ? null : presentSince(before, enteredOn, chance, draw, year);
  const left = draw(year);
  const away =
    left > enteredOn && chance.percent(30)
      ? { from: left, until: plusDays(left, chance.oneOf([1, 20, chance.whole(1, 200)])) }
      : null;
  const cameOn = away?.until ?? enteredOn;
  const turning = boundariesOf(year, calendar, {
    ...{ enteredOn: cameOn, birthOn, presentSince: since },
  });
  return {
    ...{ student: `S${district.seed}-${index}`, grade, year, school, enteredOn, calendar },
    away,
    turnsOn: [...places, chance.whole(0, turning.length - 1)].flatMap(
      (place) => turning[place] ?? [],
    ),
    earlierCalendars: new Map([...calendars].filter(([of]) => of < year)),
    hasEarlier: plans.some((plan) => plan.year !== year) || district.sentFrom < year,
    sentFrom: isAllSent ? 0 : district.sentFrom,
    presentSince: since,
    ...{ plans, goals, steps, reviews },
    gradeYears: gradeYearsOf(year, grade, chance),
    birthOn,
    ...cohortOf(district, grade, chance),
    programs: sends.programs
      ? chance.some(PROGRAMS, 30).map((program) => {
          const beganOn = draw(recent());
          const endedOn = chance.percent(30) ? plusDays(beganOn, chance.whole(1, 300)) : null;
          return { program, beganOn, endedOn };
        })
      : null,
    components: sends.components ? entriesOf(district, chance, draw, recent) : null,
    assents: sends.assents ? assentsOf(district, chance, draw, recent) : null,
    events: sends.events
      ? chance.some(district.events, chance.oneOf([5, 20, 60])).flatMap((kind) =>
          Array.from({ length: chance.whole(1, 2) }, () => ({
            kind,
            occurredOn: draw(recent()),
          })),
        )
      : null,
    exemptions: chance.percent(6)
      ? [
          {
            ...periodOf(chance, draw, year),
            requirement: chance.oneOf(["all", ...REQUIREMENT_IDS]),
          },
        ]
      : [],
    attestations: chance.percent(30)
      ? Array.from({ length: 12 }, () => ({
          ...periodOf(chance, draw, year),
          isMet: chance.percent(50),
        }))
      : [],
    collected: null,
  };
}

/** The first stay or plan on record. */
function presentSince(
  before: readonly PlainPlan[],
  enteredOn: string,
  chance: Chance,
  draw: DrawDay,
  year: number,
): string {
  const firstEnrollment = chance.percent(40) ? enteredOn : draw(year - chance.whole(1, 6));
  return [firstEnrollment, ...before.map(({ openedOn }) => openedOn)].sort()[0] ?? firstEnrollment;
}

function periodOf(chance: Chance, draw: DrawDay, year: number): PlainPeriod {
  const from = draw(year - (chance.percent(70) ? 0 : 1));
  const until = chance.percent(40) ? draw(year) : null;
  return {
    requirement: chance.oneOf(REQUIREMENT_IDS),
    from,
    until: until !== null && until > from ? until : null,
  };
}

/** About the ordinary age, some days around the one on which they are 14 or 18. */
function birthDayOf(year: number, grade: string | null, chance: Chance): string {
  if (chance.percent(5)) return `${Math.floor((year - chance.oneOf([14, 18])) / 4) * 4}-02-29`;
  const age = chance.percent(50)
    ? chance.oneOf([14, 18])
    : LADDER.indexOf(grade ?? "09") - 4 + chance.whole(4, 7);
  return plusDays(yearBegins(year - age), chance.whole(0, 364));
}

/** One grade a year, some twice, some skipped, some years without a record. */
function gradeYearsOf(
  year: number,
  grade: string | null,
  chance: Chance,
): PlainStudent["gradeYears"] {
  if (chance.percent(30)) return null;
  const years: { year: number; grade: string }[] = [];
  let place = LADDER.indexOf(grade ?? "09");
  const isKept = chance.oneOf([100, 100, 50]);
  for (let of = year - 1; of >= year - 6; of--) {
    place -= chance.percent(90) ? 1 : chance.oneOf([0, 2]);
    const then = LADDER[place];
    if (then !== undefined && chance.percent(isKept)) years.push({ year: of, grade: then });
  }
  return years;
}

function cohortOf(
  { sends, year }: District,
  grade: string | null,
  chance: Chance,
): Pick<PlainStudent, "entersGrade9In" | "graduatesIn"> {
  const yearOf = (anchor: string): number | null =>
    sends.cohorts && grade !== null && chance.percent(80)
      ? year + LADDER.indexOf(anchor) - LADDER.indexOf(grade) + chance.oneOf([0, 0, 0, -1, 1])
      : null;
  return { entersGrade9In: yearOf("09"), graduatesIn: yearOf("12") };
}

/** Few entries, or nearly everything at once; amounts and marks enough for the rules that count them. */
function entriesOf(
  district: District,
  chance: Chance,
  draw: DrawDay,
  recent: () => number,
): readonly PlainEntry[] {
  const atOnce = chance.percent(50) ? draw(recent()) : null;
  const entry = (component: string): PlainEntry => ({
    component,
    enteredOn: chance.percent(4)
      ? null
      : atOnce !== null && chance.percent(95)
        ? atOnce
        : draw(recent()),
    quantity: chance.oneOf([1, 1, 4, 7, 22]),
    strand: chance.oneOf(["", "1", "2", "3", "4"]),
    marks: chance.some(["career-plan", "implementation"], 30),
  });
  const chosen = chance.some(district.components, chance.oneOf([0, 15, 50, 96]));
  const pieces = COMPONENTS.includes("portfolio") && chosen.includes("portfolio") ? 10 : 0;
  return [
    ...chosen.map(entry),
    ...Array.from({ length: chance.whole(0, pieces) }, () => entry("portfolio")),
  ];
}

function assentsOf(
  { roles, degrees }: District,
  chance: Chance,
  draw: DrawDay,
  recent: () => number,
): PlainStudent["assents"] {
  if (degrees.length === 0) return [];
  const atOnce = chance.percent(60) ? draw(recent()) : null;
  return chance.some([...roles, ...roles], chance.oneOf([0, 30, 90])).map((role) => ({
    role,
    degree: chance.percent(40) ? (degrees.at(-1) ?? "notice") : chance.oneOf(degrees),
    givenOn: chance.percent(8)
      ? null
      : atOnce !== null && chance.percent(85)
        ? atOnce
        : draw(recent()),
    isDesignee: chance.percent(8),
    isGoodFaithEffort: chance.percent(8),
  }));
}

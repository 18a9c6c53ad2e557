import { plusDays, yearBegins, yearEnds } from "./days.ts";
import { DEGREES } from "./assents.ts";
import type { PlainCollected, PlainStudent } from "./plain-records.ts";
import { seeded, type Chance } from "./seeded.ts";
import { EVENTS, GOAL_DOMAINS, MEETINGS, ROLES, COMPONENTS } from "./codes.ts";
import { studentOf } from "./student.ts";

/** What a district sends, and what no record of it ever says. */
export interface District {
  readonly seed: number;
  readonly year: number;
  /** The calendars of each school, by school year; a school without one is possible. */
  readonly calendars: ReadonlyMap<string, ReadonlyMap<number, readonly string[]>>;
  /** The school year from which on plans were sent. */
  readonly sentFrom: number;
  readonly sends: {
    readonly programs: boolean;
    readonly components: boolean;
    readonly assents: boolean;
    readonly events: boolean;
    readonly birthDays: boolean;
    readonly cohorts: boolean;
    readonly goalDays: boolean;
  };
  readonly roles: readonly string[];
  readonly domains: readonly string[];
  readonly meetings: readonly (string | null)[];
  readonly components: readonly string[];
  readonly degrees: readonly string[];
  readonly events: readonly string[];
}

/** A district with its students, the same for the same seed. */
export function districtOf(seed: number, students: number): readonly PlainStudent[] {
  const chance = seeded(seed);
  const district = sendingDistrict(seed, chance);
  const all = Array.from({ length: students }, (_, index) => studentOf(district, index, chance));
  const collected = chance.percent(60) ? collectedBy(all) : null;
  return all.map((student) => ({ ...student, collected }));
}

function sendingDistrict(seed: number, chance: Chance): District {
  const year = chance.oneOf([2018, 2020, 2022, 2024, 2025, 2026]);
  const isSent = (): boolean => chance.percent(80);
  const mostOf = <T>(list: readonly T[]): readonly T[] =>
    chance.percent(50) ? list : chance.some(list, 80);
  const roles = mostOf(ROLES);
  const domains = mostOf(GOAL_DOMAINS);
  return {
    seed,
    year,
    calendars: new Map(["A", "B", "C"].map((school) => [school, calendarsOf(year, chance)])),
    sentFrom: year - chance.oneOf([0, 0, 1, 1, 2, 3, 4, 9]),
    sends: {
      programs: isSent(),
      components: isSent(),
      assents: isSent(),
      events: isSent(),
      birthDays: isSent(),
      cohorts: chance.percent(40),
      goalDays: isSent(),
    },
    roles: roles.length === 0 ? ROLES : roles,
    domains: domains.length === 0 ? GOAL_DOMAINS : domains,
    meetings: chance.oneOf([[null], MEETINGS, [...MEETINGS, null], ["group"]]),
    components: mostOf(COMPONENTS),
    degrees: mostOf(DEGREES),
    events: mostOf(EVENTS),
  };
}

/** Weekdays from August or September on, with holidays left out; some school years without a calendar. */
function calendarsOf(year: number, chance: Chance): ReadonlyMap<number, readonly string[]> {
  const calendars = new Map<number, readonly string[]>();
  for (let of = year - 6; of <= year; of++) {
    if (chance.percent(of === year ? 8 : 40)) continue;
    const first = plusDays(yearBegins(of), chance.whole(40, 70));
    const last = plusDays(first, chance.whole(230, 290));
    const isHoliday = (on: string): boolean => on.slice(5) > "12-20" || on.slice(5) < "01-03";
    const days: string[] = [];
    for (let on = first; on <= last && on <= yearEnds(of); on = plusDays(on, 1)) {
      const weekday = new Date(on).getUTCDay();
      if (weekday > 0 && weekday < 6 && !isHoliday(on)) days.push(on);
    }
    calendars.set(of, days);
  }
  return calendars;
}

/** The codes that any record of the district carries. */
function collectedBy(students: readonly PlainStudent[]): PlainCollected {
  const every = <T>(list: (student: PlainStudent) => readonly T[]): readonly T[] => [
    ...new Set(students.flatMap(list)),
  ];
  return {
    participants: every(({ reviews }) => reviews.flatMap(({ participants }) => participants)),
    goalDomains: every(({ goals }) => goals.flatMap(({ domain }) => domain ?? [])),
    actionSteps: students.some(({ steps }) => steps.length > 0),
    components: every(({ components }) => (components ?? []).map(({ component }) => component)),
    assents: every(({ assents }) => (assents ?? []).map(({ role, degree }) => `${role} ${degree}`)),
    events: every(({ events }) => (events ?? []).map(({ kind }) => kind)),
    meetings: every(({ reviews }) => reviews.flatMap(({ meeting }) => meeting ?? [])),
  };
}

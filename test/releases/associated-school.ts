import { effectivePractice } from "../../functions/mandates/rules/effective-practice.ts";
import {
  columnsOf,
  type AssociationPart,
} from "../../functions/metrics/cube/attendance-association.ts";
import { mergeCubes } from "../../functions/metrics/cube/merge-cubes.ts";
import { placesOf, type Place } from "../../functions/releases/tables/places.ts";
import { fraction } from "../../functions/statistics/moments/fraction.ts";
import { jointHistogramOf } from "../../functions/statistics/moments/joint-histogram.ts";
import { momentsOf } from "../statistics/moments-of.ts";
import { cubeWith, nobodyAssociated } from "../support/cube-with.ts";

const columns = columnsOf(effectivePractice);
const WIDTH = columns.outcome + 1;

/** Students in pairs: the one attended as `high` says, the other as `low`. */
export interface Pairs {
  readonly pairs: number;
  readonly high: number;
  readonly low: number;
}
const attended = ({ pairs, high, low }: Pairs): readonly number[] =>
  Array.from({ length: pairs }, () => [high, low]).flat();

/** A school of students with two goals and a plan, and of others with neither. */
export function associated(withPlan: Pairs, without: Pairs): AssociationPart {
  const [yes, no] = [attended(withPlan), attended(without)];
  const row = (plan: number, rate: number, index: number): readonly number[] =>
    Array.from({ length: WIDTH }, (_, column) => {
      if (column === columns.plan) return plan;
      if (column === columns.goals) return 2 * plan;
      if (column === columns.before) return 0.8 + (index % 7) / 50;
      return column === columns.outcome ? rate : 0;
    });
  const rows = [
    ...yes.map((rate, index) => row(1, rate, index)),
    ...no.map((rate, index) => row(0, rate, index)),
  ];
  const momentsOfRates = (rates: readonly number[]) =>
    momentsOf(
      1,
      rates.map((rate) => [rate]),
    );
  return {
    ...nobodyAssociated(),
    all: momentsOf(WIDTH, rows),
    byPlan: { yes: momentsOfRates(yes), no: momentsOfRates(no) },
    byGoals: { ...nobodyAssociated().byGoals, "0": momentsOfRates(no), "2": momentsOfRates(yes) },
    goalsBesideAttendance: jointHistogramOf([
      ...yes.map((rate) => [fraction(2, 1), fraction(Math.round(100 * rate), 100)] as const),
      ...no.map((rate) => [fraction(0, 1), fraction(Math.round(100 * rate), 100)] as const),
    ]),
  };
}

/** 38 students with a plan who attended 92 % on average, and 46 without who attended 88 %. */
export const ONE = associated(
  { pairs: 19, high: 0.98, low: 0.86 },
  { pairs: 23, high: 0.97, low: 0.79 },
);

export const placesWith = (schools: readonly AssociationPart[]): readonly Place[] => {
  const cubes = schools.map((association, index) =>
    cubeWith(`S${index}`, { association, students: { mandate: { "all/all": association.all.n } } }),
  );
  return placesOf(
    "Cast",
    mergeCubes(cubes),
    cubes.map((cube) => ({ name: cube.school, cube })),
  );
};

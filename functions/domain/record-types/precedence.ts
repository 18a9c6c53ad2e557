import { UNLISTED } from "../plans/plan.ts";
import type { AnyRow } from "./field.ts";

/** By what one of two records of one key that contradict each other holds: the greater, rule by rule. */
export type Precedence =
  /** The later day, and no day at all over any. */
  | { readonly prefers: "open-or-latest"; readonly field: string }
  | { readonly prefers: "yes"; readonly field: string }
  | { readonly prefers: "filled"; readonly field: string }
  | { readonly prefers: "value"; readonly field: string; readonly value: string }
  | { readonly prefers: "other-value"; readonly field: string; readonly value: string }
  /** The record with the latest day in any field: it was written later. */
  | { readonly prefers: "latest-day" }
  /** The record that says more: it is the better known. */
  | { readonly prefers: "most-said" };

/** Of any two records the one with the latest day in it was written later, then the one that says more is the better known. */
export const BEST_KNOWN: readonly Precedence[] = [
  { prefers: "latest-day" },
  { prefers: "most-said" },
];

/** How a row ranks by a rule: of two rows the one with the greater rank holds. */
export function rankOf(rule: Precedence, row: AnyRow): string | number {
  switch (rule.prefers) {
    case "open-or-latest":
      return String(row[rule.field] ?? OPEN_END);
    case "yes":
      return Number(row[rule.field] === true);
    case "filled":
      return Number(row[rule.field] !== null);
    case "value":
      return Number(row[rule.field] === rule.value);
    case "other-value":
      return Number(row[rule.field] !== rule.value);
    case "latest-day":
      return latestDay(row);
    case "most-said":
      return Object.values(row).reduce<number>(saidIn, 0);
  }
}

const OPEN_END = "9999-12-31";
const DAY = /^\d{4}-\d{2}-\d{2}$/;

function latestDay(row: AnyRow): string {
  const days = Object.values(row).filter((value) => typeof value === "string" && DAY.test(value));
  return String(days.sort().at(-1) ?? "");
}

/** How much values say: each that is filled in, and of a list each item but those that no list has. */
const saidIn = (sum: number, value: unknown): number => {
  if (Array.isArray(value)) return sum + value.filter((item) => item !== UNLISTED).length;
  return value === null || value === "" ? sum : sum + 1;
};

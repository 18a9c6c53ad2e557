import { text, type Folder } from "./plain-answers.ts";
import type { Row, SchoolTables } from "./conformed-records.ts";

/**
 * Every counselor who has the student at a school: whom this school year's plans name, else the latest
 * earlier one that is active; then those of the caseload list, rows of the student before rows of the
 * school, and of these the ones that say most.
 */
export function counselorsOf(
  tables: SchoolTables,
  { plans, plansHeld, year, student }: Folder,
): readonly string[] {
  const earlier = plansHeld
    .filter((plan) => Number(plan["schoolYear"]) < year && plan["status"] === "active")
    .sort((a, b) => Number(b["schoolYear"]) - Number(a["schoolYear"]));
  const ofPlan = [...plans, ...earlier]
    .map((plan) => text(plan, "counselor"))
    .filter((name) => name !== "");
  const ofList = tables
    .rows("caseload")
    .filter((row) => (row["student"] === null ? fits(row, student) : names(row, student)))
    .map((row) => ({ rank: rankOf(row), counselor: text(row, "counselor") }))
    .sort((a, b) => a.rank - b.rank || a.counselor.localeCompare(b.counselor))
    .map(({ counselor }) => counselor);
  return [...new Set([...ofPlan.slice(0, 1), ...ofList])];
}

const names = (row: Row, student: Row): boolean => row["student"] === student["student"];

/** A row of the school: every letter of the bounds counts, and a bound includes what begins with it. */
function fits(row: Row, student: Row): boolean {
  const plain = (name: string): string =>
    name
      .normalize("NFD")
      .replace(/[\u0300-\u036f]/g, "")
      .toLowerCase();
  const name = plain(text(student, "familyName"));
  const from = plain(text(row, "familyNameFrom"));
  const until = plain(text(row, "familyNameUntil"));
  const isFrom = name.slice(0, from.length) >= from;
  const isUntil = name.slice(0, until.length) <= until;
  return (row["grade"] === null || row["grade"] === student["grade"]) && isFrom && isUntil;
}

function rankOf(row: Row): number {
  if (row["student"] !== null) return 0;
  const hasRange = text(row, "familyNameFrom") !== "" || text(row, "familyNameUntil") !== "";
  return 3 - (row["grade"] === null ? 0 : 1) - (hasRange ? 1 : 0);
}

import { foldedName } from "../../domain/text/folded-name.ts";
import type { StudentRow } from "./students-table.ts";

/**
 * Tells whether a student is meant by what somebody types to find one: the beginnings of names in any
 * order, without regard to case and accents, or the beginning of the id.
 */
export function isMeantBy(search: string): (row: StudentRow) => boolean {
  const id = search.trim();
  const words = foldedName(search)
    .split(/[\s,]+/)
    .filter((word) => word !== "");
  if (words.length === 0) return () => true;
  return ({ student, familyName, givenName }) => {
    if (student.startsWith(id)) return true;
    const names = foldedName(`${familyName} ${givenName}`).split(/[\s-]+/);
    return words.every((word) => names.some((name) => name.startsWith(word)));
  };
}

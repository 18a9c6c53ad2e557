import { namesMeant } from "../../domain/text/folded-name.ts";
import { namesToTry } from "../../domain/text/nearest-name.ts";
import type { WorklistEntry } from "./worklist-entries.ts";
import { WORKLIST_NEEDS, type WorklistNeed } from "../../metrics/questions/worklist-needs.ts";
import type { SchoolWorklist } from "./school-worklist.ts";

/** Whose part of a worklist: of a counselor (the empty text is nobody named), of a need, or of all. */
export interface CaseloadAsked {
  readonly counselor: string | null;
  readonly need: WorklistNeed | null;
}

export const entriesAsked = (
  { entries }: { readonly entries: readonly WorklistEntry[] },
  { counselor, need }: CaseloadAsked,
): readonly WorklistEntry[] =>
  entries.filter(
    (entry) =>
      (counselor === null || entry.counselor === counselor) &&
      (need === null || entry.need === need),
  );

/**
 * Whose part of a school's worklist an address asks for, as the records spell it; in words why not
 * where nothing there is meant, since an empty list would say that nobody waits.
 */
export function caseloadAsked(
  list: SchoolWorklist,
  query: URLSearchParams,
): CaseloadAsked | string {
  const askedNeed = query.get("need");
  const [meantNeed] = askedNeed === null ? [] : namesMeant(askedNeed, WORKLIST_NEEDS);
  const need = WORKLIST_NEEDS.find((name) => name === meantNeed) ?? null;
  if (askedNeed !== null && need === null) {
    return `there is no such need; use one of: ${WORKLIST_NEEDS.join(", ")}`;
  }
  const asked = query.get("counselor");
  // The empty text asks for students of whom no plan names a counselor: there may be none.
  if (asked === null || asked === "") return { counselor: asked, need };
  const [counselor, ...others] = namesMeant(asked, list.counselors);
  if (counselor === undefined) {
    const named = list.counselors.filter((name) => name !== "");
    return `no plan of this school’s students names such a counselor; ${namesToTry(asked, named)}`;
  }
  return others.length === 0
    ? { counselor, need }
    : `several counselors have this name; use one of: ${[counselor, ...others].join(", ")}`;
}

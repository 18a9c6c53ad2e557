import type { MandateSummary, RequirementSummary } from "../manifest/mandate-summary.ts";
import { openForAll } from "../messages/kept.ts";
import type { RateRow, StandingRow } from "../tables/tables.ts";
import { isShown } from "../words/share-words.ts";

/** Rows of one place. */
interface Own {
  readonly rates: readonly RateRow[];
  readonly standings: readonly StandingRow[];
}

/**
 * The requirements that apply to a grade of the place; all requirements where no row says which
 * grades it has.
 */
export function requirementsAskedAt(
  { rates, standings }: Own,
  { requirements }: Pick<MandateSummary, "requirements">,
): readonly RequirementSummary[] {
  const own = standings
    .filter(({ breakdown, state }) => breakdown === "grade" && state !== "not-applicable")
    .map(({ group }) => group);
  const isFollowed = (transition: string): boolean =>
    rates.some(
      ({ measure, group, state }) =>
        measure === "transition-coverage" && group === transition && state !== "not-applicable",
    );
  return requirements.filter(({ id, kind, grades }) =>
    kind === "transition-review"
      ? isFollowed(id)
      : own.length === 0 || grades.some((grade) => own.includes(grade)),
  );
}

/**
 * Whether the share of students who meet a requirement says anything about the place. It does not
 * where the requirement applies to nobody, or where it is known of nobody whether it is met: that
 * is not 0%.
 */
export function isKnownAt({ standings }: Pick<Own, "standings">, requirement: string): boolean {
  const own = standings.filter((row) => row.breakdown === "all" && row.requirement === requirement);
  const ofNobody = own.some(
    (row) => row.standing === "not-applicable" && isShown(row) && row.low === 1,
  );
  const isKnown = own.some(
    (row) => (row.standing === "met" || row.standing === "not-met") && isShown(row) && row.low > 0,
  );
  const isExactlyNobody = own.every((row) => !isShown(row) || row.low === row.high);
  return (
    !ofNobody &&
    openForAll({ standings: own }).length === 0 &&
    (isKnown || isExactlyNobody || own.every((row) => !isShown(row)))
  );
}

import { byText } from "../../domain/text/compare-text.ts";
import { counted } from "../../domain/text/counted.ts";
import { grouped } from "../../domain/text/grouped.ts";
import type { ErrorProfile, OurCheck } from "./error-profile.ts";
import type { JoinedError } from "./join-errors.ts";
import { SEVERITIES, type ErrorScope, type Severity } from "./state-error.ts";

/** The errors of one rule, counted. It names no student and holds no value. */
export interface RuleCount {
  readonly ruleId: string;
  readonly severity: Severity;
  readonly scope: ErrorScope;
  /** Which of our checks would have found them; null where none would. */
  readonly check: OurCheck | null;
  readonly errors: number;
  /** Students of the district whom they are about. */
  readonly students: number;
  /** Errors whose student was not found. */
  readonly unmatched: number;
  /** That the state stopped counting, in words; empty where it did not. */
  readonly note: string;
}

/** The rules of a report: the worst severity first, then those with most errors. */
export function errorsByRule(
  joined: readonly JoinedError[],
  { cap }: ErrorProfile,
): readonly RuleCount[] {
  const counts = [...grouped(joined, ruleKey).values()].map((ofRule): RuleCount => {
    const [first] = ofRule;
    if (first === undefined) throw new Error("a rule has no error: expected at least one");
    const { ruleId, severity, scope } = first.error;
    const isCapped =
      cap !== undefined && cap.severities.includes(severity) && ofRule.length >= cap.errors;
    return {
      ...{ ruleId, severity, scope, check: first.check, errors: ofRule.length },
      students: new Set(
        ofRule.flatMap(({ match }) => ("student" in match ? match.student.student : [])),
      ).size,
      unmatched: ofRule.filter(({ match }) => match.kind === "unmatched").length,
      note: isCapped ? `the state stopped counting at ${counted(cap.errors, "error")}` : "",
    };
  });
  return counts
    .sort(byText(({ ruleId }) => ruleId))
    .sort(
      (a, b) =>
        SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) || b.errors - a.errors,
    );
}

/** Errors of one rule may have several severities, and by their messages several checks. */
const ruleKey = ({ error: { ruleId, severity, scope }, check }: JoinedError): string =>
  [ruleId, severity, scope, check ?? ""].join("\u0000");

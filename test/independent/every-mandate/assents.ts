import { isLackKnown, type AskedBy } from "./asked-by.ts";
import { birthday } from "./days.ts";
import { judge, together, type Verdict } from "./judge.ts";
import type { PlainMandate, PlainRule, PlainSigner } from "./plain-mandates.ts";
import type { PlainAssent, PlainStudent } from "./plain-records.ts";
import { heldReviews, undatedReviews } from "./plans.ts";
import { lastEvent } from "./school-life.ts";
import { windowBegins } from "./window.ts";

/** From least to most. */
export const DEGREES = [
  "notice",
  "invitation",
  "consultation-sought",
  "participation",
  "signature",
  "approval",
];

/** How a student stands on a requirement of kind "assent". */
export function assentVerdict(
  mandate: PlainMandate,
  rule: PlainRule,
  student: PlainStudent,
  asked: AskedBy,
  asOf: string,
): Verdict {
  const { span = "ever", reopenedBy, status } = rule;
  const begins = windowBegins(span, student);
  const change =
    typeof reopenedBy === "string" ? lastEvent(student, reopenedBy, begins, asOf) : null;
  const given = assentsBy(mandate, student, asOf).filter(
    ({ givenOn }) => givenOn >= (change ?? begins),
  );
  const onSomeDay = (student.assents ?? []).filter(({ givenOn }) => givenOn === null);
  const lackIsKnown = change !== null || isLackKnown(mandate, rule, student, asked);
  const signers = askedSigners(rule, student, asOf);
  const undated = undatedReviews(
    mandate,
    student,
    asOf,
    change ?? begins,
    mandate.requirements.some(({ needsPlan }) => needsPlan === false),
  );
  // Of nobody is anything asked any more.
  if (signers.length === 0) return "met";
  return together(
    signers.map((signer) => {
      const days = given.filter((assent) => counts(assent, signer)).map(({ givenOn }) => givenOn);
      // Nobody says of a signature whether it is approval.
      const isSigned =
        signer.degree === "approval" &&
        days.length === 0 &&
        [...given, ...onSomeDay].some((assent) =>
          counts(assent, { ...signer, degree: "signature" }),
        );
      const isUndated =
        (signer.degree === "participation" && undated.length > 0) ||
        onSomeDay.some((assent) => counts(assent, signer));
      const told = !isSigned && !isUndated && isTold(signer, student, span === "school-year");
      const of = [{ days, isUndated: false, isTold: told }];
      return judge(
        { count: 1, of, status: signer.status ?? status },
        asked.term,
        lackIsKnown,
        asOf,
      );
    }),
  );
}

/** Those whose part is asked of this student: some only of minors. */
export const askedSigners = (
  { of = [] }: PlainRule,
  { birthOn }: PlainStudent,
  asOf: string,
): readonly PlainSigner[] =>
  of.filter(
    ({ isOnlyForMinors }) =>
      isOnlyForMinors !== true || birthOn === null || asOf < birthday(birthOn, 18),
  );

type DatedAssent = PlainAssent & { readonly givenOn: string };

/** Records of assent by a day, and everybody who took part in a review held: of any plan under a rule without one. */
export const assentsBy = (
  mandate: PlainMandate,
  student: PlainStudent,
  asOf: string,
): readonly DatedAssent[] => [
  ...(student.assents ?? []).filter(
    (assent): assent is DatedAssent => assent.givenOn !== null && assent.givenOn <= asOf,
  ),
  ...heldReviews(mandate, student, asOf, knowsNoPlan(mandate)).flatMap(({ heldOn, participants }) =>
    participants.map((role) => ({
      ...{ role, degree: "participation", givenOn: heldOn },
      ...{ isDesignee: false, isGoodFaithEffort: false },
    })),
  ),
];

const knowsNoPlan = ({ requirements }: PlainMandate): boolean =>
  requirements.some(({ needsPlan }) => needsPlan === false);

export const isAtLeast = (degree: string, asked: string): boolean =>
  DEGREES.indexOf(degree) >= DEGREES.indexOf(asked);

export const counts = (given: PlainAssent, signer: PlainSigner): boolean =>
  signer.anyOf.includes(given.role) &&
  (!given.isDesignee || signer.mayBeDesignee === true) &&
  (given.isGoodFaithEffort
    ? signer.isMetByGoodFaith === true
    : isAtLeast(given.degree, signer.degree));

/** Whether it says anything that no such assent is on record: of taking part, in a school year also that no review shows it. */
function isTold(
  { anyOf, degree, isOnlyForMinors }: PlainSigner,
  student: PlainStudent,
  isOfSchoolYear: boolean,
): boolean {
  const { collected, assents, birthOn } = student;
  if (isOnlyForMinors === true && birthOn === null) return false;
  const isTakingPart = degree === "participation" && isOfSchoolYear;
  if (assents === null && !isTakingPart) return false;
  return (
    collected === null ||
    anyOf.some(
      (role) =>
        (isTakingPart && collected.participants.includes(role)) ||
        DEGREES.some(
          (stated) => isAtLeast(stated, degree) && collected.assents.includes(`${role} ${stated}`),
        ),
    )
  );
}

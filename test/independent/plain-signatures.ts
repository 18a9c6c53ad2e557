/** Whether and when the last review of the school year was signed, worked out plainly from the conformed records. */
import { heldReviews, text, type Folder } from "./plain-answers.ts";
import { daysFrom } from "./plain-rules.ts";

/** The days from the last review to the first signature, or without one to the date of the data. */
interface LastSigned {
  readonly isSigned: boolean;
  /** Whether another signature may be of any day. */
  readonly mayBeSooner: boolean;
  readonly days: number;
}

/** Null without a review. */
function lastSigned(folder: Folder): LastSigned | null {
  const last = heldReviews(folder).at(-1);
  if (last === undefined) return null;
  const reviewed = text(last, "heldOn");
  const signatures = folder.assents
    .filter((row) => ["student", "family"].includes(text(row, "role")))
    .filter((row) => ["signature", "approval"].includes(text(row, "degree")))
    .filter((row) => row["isGoodFaithEffort"] !== true);
  const mayBeSooner = signatures.some((row) => row["givenOn"] === null);
  const [signed] = signatures
    .map((row) => text(row, "givenOn"))
    .filter((on) => on >= reviewed && on <= folder.asOf)
    .sort();
  return signed === undefined
    ? { isSigned: false, mayBeSooner, days: daysFrom(reviewed, folder.asOf) }
    : { isSigned: true, mayBeSooner, days: daysFrom(reviewed, signed) };
}

/** "Signed by the student or the family within 30 days", by the last review of the school year. */
export function reviewSignature(
  folder: Folder,
  { hasSignatures }: { readonly hasSignatures: boolean },
): string {
  const last = lastSigned(folder);
  if (last === null) return "no-review-held";
  if (!hasSignatures) return "not-recorded";
  if (last.isSigned && last.days <= 30) return "signed-in-time";
  if (last.mayBeSooner) return "not-recorded";
  if (last.isSigned) return "signed-later";
  return last.days <= 30 ? "awaiting-signature" : "not-signed";
}

/** What the table of a place says: how many are signed and within how many days, and how many wait. */
export function signaturesOf(
  students: readonly { readonly folder: Folder; readonly isUnderMandate: boolean }[],
  { hasPlans, hasSignatures }: { readonly hasPlans: boolean; readonly hasSignatures: boolean },
): string {
  const last = students
    .filter(({ isUnderMandate }) => isUnderMandate)
    .flatMap(({ folder }) => lastSigned(folder) ?? [])
    .filter(({ isSigned, mayBeSooner }) => isSigned || !mayBeSooner);
  if (!hasPlans || (last.length > 0 && !hasSignatures)) return "not-enough-data";
  if (last.length === 0) return "not-applicable";
  const daysOf = (isSigned: boolean): readonly number[] =>
    last
      .filter((each) => each.isSigned === isSigned)
      .map(({ days }) => days)
      .sort((a, b) => a - b);
  /** By nearest rank; of fewer than ten nothing is said. */
  const within = (days: readonly number[], tenths: number): string =>
    days.length < 10 ? "none" : String(days[Math.ceil((days.length * tenths) / 10) - 1]);
  const signed = daysOf(true);
  const waiting = daysOf(false);
  return [
    `${signed.length} signed: ${within(signed, 5)}, ${within(signed, 9)}, ${within(signed, 10)}`,
    `${waiting.length} waiting: ${within(waiting, 5)}`,
  ].join("; ");
}

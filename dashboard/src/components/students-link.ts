import { html } from "htl";
import { linkTo } from "../release/address.js";
import type { Release } from "../release/release.ts";
import { studentsAsked } from "../release/students-asked.js";
import { counted, wholeNumber } from "../words/numbers.js";
import { countShown, type Counted } from "../words/shares.js";

/** A row of a table that may have a number of students. */
export interface CountedRow extends Counted {
  readonly school: string;
  readonly schoolName: string;
}

/**
 * The number of students behind a row as the way to the list of them. A row without a number, which
 * is every row of the public release, draws nothing; a number of an earlier edition has no list,
 * nor has one whose reader may see nobody by name.
 */
export function studentsLink(
  { manifest, latest }: Release,
  row: CountedRow,
): HTMLElement | string | null {
  const count = countShown(row);
  if (count === null) return null;
  const asked = manifest.release === latest.release ? studentsAsked(row) : null;
  const names = manifest.scope?.names ?? "plans";
  const hasList = names === "plans" || (names === "records" && asked?.["problem"] !== undefined);
  if (asked === null || !hasList) return wholeNumber(count);
  return html`<a
    class="students"
    href="${linkTo("students", asked)}"
    aria-label="${counted(count, "student")}: ${namesOf(row)}"
    >${wholeNumber(count)}</a
  >`;
}

/** What the number is of, in the words of its row. */
function namesOf(row: CountedRow): string {
  const named: { readonly [column: string]: unknown } = { ...row };
  const group = named["breakdown"] === "all" ? "" : named["groupName"];
  return [
    named["requirementName"],
    named["measureName"],
    group,
    named["standingName"] ?? named["statusName"] ?? named["needName"] ?? named["problemName"],
    row.schoolName,
  ]
    .filter((name) => typeof name === "string" && name !== "")
    .join(", ");
}

import { html } from "htl";
import type { Release } from "../release/release.ts";
import { counted } from "../words/numbers.js";
import { studentsLink, type CountedRow } from "./students-link.js";

/** "128 of 306 students", where the number is known as the way to them; "of 306 students" where it is not. */
export function ofStudents(
  release: Release,
  row: CountedRow & { readonly n: number | null },
): HTMLElement | string {
  if (row.n === null) return "";
  const of = `of ${counted(row.n, "student")}`;
  const students = studentsLink(release, row);
  return students === null ? of : html`<span>${students} ${of}</span>`;
}

import { html } from "htl";
import type { Caseload } from "../../functions/exports/caseloads.ts";
import type { StaffPlaces } from "../../functions/pipeline/staff-answer.ts";
import { pick } from "../src/components/pick.js";
import { counted } from "../src/words/numbers.js";
import type { Asked } from "./asked.js";
import { NEED_NAMES } from "./need-words.js";

interface Option {
  readonly id: string;
  readonly name: string;
}

/** Stands for every counselor, or every need, in a list of choices: no identifier holds a blank at both ends. */
const ALL = " all ";

/** School, counselor and need; a change of any asks anew. */
export function filters(
  { schools }: StaffPlaces,
  caseloads: readonly Caseload[],
  asked: Asked,
  choose: (asked: Asked) => void,
): HTMLElement {
  const counselors = caseloads.map(({ counselor, students }) => ({
    id: counselor,
    name: `${counselor === "" ? "Nobody named" : counselor} (${counted(students, "student")})`,
  }));
  const known = counselors.some(({ id }) => id === asked.counselor);
  // Whoever keeps the address of a caseload finds it again on the day when nothing waits.
  const kept =
    asked.counselor === null || known
      ? counselors
      : [...counselors, { id: asked.counselor, name: `${asked.counselor} (nothing on the list)` }];
  const needs = Object.entries(NEED_NAMES).map(([id, name]) => ({ id, name }));
  return html`<form class="filters" role="search" aria-label="Whose list">
    ${select("School", schools, asked.school, (school) =>
      choose({ school, counselor: null, need: asked.need }),
    )}
    ${select(
      "Counselor",
      [{ id: ALL, name: "Every counselor" }, ...kept],
      asked.counselor ?? ALL,
      (id) => choose({ ...asked, counselor: id === ALL ? null : id }),
    )}
    ${select("To be done", [{ id: ALL, name: "Everything" }, ...needs], asked.need ?? ALL, (id) =>
      choose({ ...asked, need: id === ALL ? null : id }),
    )}
  </form>`;
}

const select = (
  label: string,
  options: readonly Option[],
  chosen: string,
  choose: (id: string) => void,
): HTMLElement =>
  pick(
    label,
    options.map(({ id, name }) => ({ value: id, label: name })),
    chosen,
    choose,
  );

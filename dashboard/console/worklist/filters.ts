import { html } from "htl";
import type { Caseload } from "../../../functions/reports/worklist/caseloads.ts";
import type { AboutReader } from "../../../functions/console/answers.ts";
import { pick } from "../../src/components/page/pick.js";
import { counted } from "../words/numbers.js";
import { choose } from "../parts/choices.js";
import type { Asked } from "./asked.js";
import { NEED_NAMES } from "./need-words.js";

/** School, counselor and need; a change of any asks anew. */
export function filters(
  { listSchools }: AboutReader,
  caseloads: readonly Caseload[],
  asked: Asked,
  onChoice: (asked: Asked) => void,
): HTMLElement {
  const counselors = caseloads.map(({ counselor, students }) => ({
    id: counselor,
    name: `${counselor === "" ? "Nobody named" : counselor} (${counted(students, "student")})`,
  }));
  const isKnown = counselors.some(({ id }) => id === asked.counselor);
  // Whoever keeps the address of a caseload finds it again on the day when nothing waits.
  const kept =
    asked.counselor === null || isKnown
      ? counselors
      : [...counselors, { id: asked.counselor, name: `${asked.counselor} (nothing on the list)` }];
  return html`<div class="filters" role="search" aria-label="Whose list">
    ${pick(
      "School",
      listSchools.map(({ id, name }) => ({ value: id, label: name })),
      asked.school,
      (school) => onChoice({ school, counselor: null, need: asked.need }),
    )}
    ${choose("Counselor", "Every counselor", kept, asked.counselor, (counselor) =>
      onChoice({ ...asked, counselor }),
    )}
    ${choose(
      "To be done",
      "Everything",
      Object.entries(NEED_NAMES).map(([id, name]) => ({ id, name })),
      asked.need,
      (need) => onChoice({ ...asked, need }),
    )}
  </div>`;
}

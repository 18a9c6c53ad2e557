import { html } from "htl";
import type { Action } from "../../../../functions/releases/messages/actions.ts";
import { linkTo } from "../../release/address.js";
import { isExactPlace, type Edition } from "../../release/edition.js";
import { studentsAsked } from "../../release/students-asked.js";
import { messageText } from "../../words/messages/message-text.js";
import { worded } from "../page/worded.js";

/** What is to be done next, each with the way to the students where the reader may see them, else to the figures. */
export const actionList = (actions: readonly Action[], edition: Edition): HTMLElement =>
  html`<ol class="actions">
    ${actions.map(
      (action) => html`<li>${wayOn(action, worded(messageText(action.message)), edition)}</li>`,
    )}
  </ol>`;

function wayOn(
  { list }: Action,
  text: readonly (Node | string)[],
  edition: Edition,
): HTMLElement | readonly (Node | string)[] {
  if (list === null) return text;
  const asked = studentsOf(list, edition);
  const { requirement, school } = list;
  if (asked === null && requirement === "") return text;
  const address =
    asked === null
      ? linkTo("requirements", { requirement, school: school || null })
      : linkTo("students", asked);
  return html`<a href=${address}>${text}</a>`;
}

type List = NonNullable<Action["list"]>;

/** Which students they are, as a list asks for them; null where the reader has no such list. */
function studentsOf({ school, requirement, need, problem }: List, { screen, latest }: Edition) {
  const names = screen.scope?.names ?? "plans";
  const place = { level: school === "" ? "district" : "school", school };
  if (!isExactPlace(screen, place) || screen.release !== latest.release) return null;
  if (names === "nobody" || (names === "records" && problem === "")) return null;
  return studentsAsked(problem === "" ? { school, requirement, need } : { school, problem });
}

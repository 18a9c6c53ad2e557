import { html } from "htl";
import type { SessionAnswer } from "../../../functions/cli/server/session-answer.ts";
import { ask, tell } from "../asking/ask.js";
import { wordsOf } from "../asking/refusal.js";

/**
 * Only in the demo: the choice of a role to look as. Empty if the session belongs to a real person.
 */
export async function demoSwitch(): Promise<readonly HTMLElement[]> {
  const { isDemo, staff, choices } = await ask<SessionAnswer>("/session");
  return isDemo ? [roleForm(staff, choices)] : [];
}

function roleForm(staff: string | null, choices: SessionAnswer["choices"]): HTMLElement {
  const select = html`<select>
    ${staff === null ? html`<option value="" selected>the system account</option>` : ""}
    ${choices.map(
      ({ staff: id, name, roles }) =>
        html`<option value=${id} selected=${id === staff}>
          ${name || id}, ${roles.join(" and ") || "no role"}
        </option>`,
    )}
  </select>` as HTMLSelectElement;
  // A separate button, so that going through the list by keyboard does not change the role.
  const button = html`<button type="button">Look</button>`;
  const failed = html`<span role="status"></span>`;
  button.addEventListener("click", () => {
    if (select.value === "") return;
    tell("/session/role", { staff: select.value }).then(
      () => location.reload(),
      (error: unknown) => {
        failed.textContent = wordsOf(error);
      },
    );
  });
  return html`<div class="demo" role="group" aria-label="Demo">
    <label><span>Demo: look as</span> ${select}</label> ${button} ${failed}
  </div>`;
}

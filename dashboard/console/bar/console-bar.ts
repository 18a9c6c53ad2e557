import { html } from "htl";
import type { AboutReader } from "../../../functions/console/answers.ts";
import { ask } from "../asking/ask.js";
import { wordsOf } from "../asking/refusal.js";
import { consolePages } from "./console-pages.js";
import { demoSwitch } from "./demo-switch.js";
import { noticeList } from "./notice-list.js";
import { signOutButton } from "./sign-out-button.js";
import { titleWithDistrict } from "./title-with-district.js";
import { whoIsSignedIn } from "./who-is-signed-in.js";

/**
 * The bar above every page: that the data must stay inside the district, who is signed in and why,
 * the pages, and the way out.
 */
export function consoleBar(): HTMLElement {
  const who = html`<div class="who" role="status">Reading who is signed in…</div>`;
  const pages = html`<div></div>`;
  const choice = html`<div></div>`;
  const notices = html`<div></div>`;
  void fill();
  return html`<section class="console-bar" aria-label="Console">
    <div class="console-row">
      <p class="confidential">Names students: keep it inside the district</p>
      ${who}${signOutButton()}${choice}${pages}
    </div>
    ${notices}
  </section>`;

  async function fill(): Promise<void> {
    try {
      const me = await ask<AboutReader>("/console/me");
      who.replaceWith(whoIsSignedIn(me));
      document.title = titleWithDistrict(document.title, me.district.name);
      pages.replaceWith(consolePages(me, location.pathname));
      notices.replaceWith(...noticeList(me.notices));
    } catch (error) {
      who.textContent = `Who is signed in cannot be shown: ${wordsOf(error)}`;
    }
    // Only the demo has a choice; a console without sessions of its own answers nothing here.
    choice.replaceWith(...(await demoSwitch().catch(() => [])));
  }
}

/** Which plans need a conversation, which goals several students share, and what to ask schools about plans and reviews. */
import { html } from "htl";
import type { AboutReader } from "../../functions/console/answers.ts";
import type { PlansAnswer, SharedGoalsAnswer } from "../../functions/console/plans/plan-answers.ts";
import { ask } from "./asking/ask.js";
import { withQuery } from "./asking/with-query.js";
import { conversationList } from "./parts/conversation-list.js";
import { pagePlace } from "./parts/page-place.js";
import { placeLine } from "./parts/place-line.js";
import { redrawnPlace } from "./parts/redrawn-place.js";
import { takeAlong } from "./parts/take-along.js";
import { filters } from "./plans/filters.js";
import { plansQuery } from "./plans/plans-query.js";
import { questionList } from "./plans/question-list.js";
import { sharedGoalsPart } from "./plans/shared-goals-part.js";
import { counted } from "./words/numbers.js";

redrawnPlace(pagePlace("plans"), async (address, again) => {
  const query = plansQuery(address);
  const ofSchool = new URLSearchParams(query);
  ofSchool.delete("counselor");
  const sharedAddress = withQuery("/console/shared-goals", ofSchool);
  const [{ district }, plans, shared] = await Promise.all([
    ask<AboutReader>("/console/me"),
    ask<PlansAnswer>(withQuery("/console/plans", query)),
    ask<SharedGoalsAnswer>(sharedAddress),
  ]);
  const { whose, asOf, schools, asked, conversations, questions } = plans;
  const school = schools.find(({ id }) => id === asked.school)?.name;
  return [
    html`<div class="heading">
      ${placeLine([district.name, school ?? "", whose ?? ""].filter(isGiven), asOf)}
      <p class="sentence" role="status">${sentenceOf(plans)}</p>
    </div>`,
    filters(plans, again),
    takeAlong(),
    ...(whose === null || conversations.length === 0 ? [] : [conversationList(conversations)]),
    sharedGoalsPart(shared, sharedAddress, schools.length > 1),
    questionList(questions),
    html`<p class="because">
      ${because(plans, shared)}Each look is noted in the access log, without a text.
    </p>`,
  ];
});

const isGiven = (text: string): boolean => text !== "";

function sentenceOf({ whose, conversations }: PlansAnswer): string {
  if (whose === null) return "Choose a counselor to see which plans most need a conversation.";
  const count = conversations.length;
  if (count === 0) return "No plan of the caseload has a reason for a conversation.";
  return `${counted(count, "plan")} of the caseload most ${count === 1 ? "needs" : "need"} a conversation.`;
}

function because(plans: PlansAnswer, shared: SharedGoalsAnswer): string {
  const said = plans.because || shared.because;
  return said === "" ? "" : `Why you may see these plans: ${said} `;
}

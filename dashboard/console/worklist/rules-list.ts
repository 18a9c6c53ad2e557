import { html } from "htl";
import type { WorklistAnswerEntry } from "../../../functions/console/answers.ts";

type Rule = Pick<WorklistAnswerEntry, "requirement" | "requirementName" | "rule" | "citation">;

/** Where the rule of an entry is on the page. */
export const ruleId = ({ requirement }: Pick<Rule, "requirement">): string => `rule-${requirement}`;

/** Each rule that an entry on the page rests on, once: in plain words, and where it is written. */
export function rulesList() {
  const seen = new Set<string>();
  const list = html`<dl class="rules"></dl>`;
  const section = html`<section aria-labelledby="rules" hidden>
    <h2 id="rules">What the rules say</h2>
    ${list}
  </section>`;
  return {
    section,
    add(entries: readonly Rule[]): void {
      for (const entry of entries) {
        // A record to fix rests on no rule.
        if (entry.citation === "" || seen.has(entry.requirement)) continue;
        seen.add(entry.requirement);
        list.append(ruleItem(entry));
        section.hidden = false;
      }
    },
  };
}

const ruleItem = (entry: Rule): HTMLElement =>
  html`<div id=${ruleId(entry)} tabindex="-1">
    <dt>${entry.requirementName}</dt>
    <dd>${entry.rule} <cite>${entry.citation}</cite></dd>
  </div>`;

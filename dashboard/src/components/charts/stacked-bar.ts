import { html } from "htl";
import { shareLabel } from "../../words/formats/share-label.js";
import { fade } from "./fade.js";
import { lookOf } from "./part-looks.js";
import { percentOf } from "./share-scale.js";
import { stackedSpans, type PartShare, type Span } from "./stacked-spans.js";

/**
 * One stacked bar, as wide as its place. Each part is solid where it is certain and fades where its
 * end is uncertain.
 */
export function stackedBar(parts: readonly PartShare[]): HTMLElement {
  return html`<div class="bar">
    <div class="bar-spans">
      ${stackedSpans(parts).map((span) => {
        const at = `left: ${percentOf(span.from)}; right: ${percentOf(1 - span.to)}`;
        return span.kind === "certain" ? certainSpan(span.part, parts, at) : softSpan(span, at);
      })}
    </div>
  </div>`;
}

/** The stylesheet shows the label where the part is wide enough. */
function certainSpan(part: string, parts: readonly PartShare[], at: string): HTMLElement {
  const share = parts.find((each) => each.part === part);
  const label = share === undefined ? "" : shareLabel(share);
  const length = label.length <= 4 ? "short" : "long";
  return html`<div class="span part-${lookOf(part)}" style=${at}>
    <span class="span-label ${length}">${label}</span>
  </div>`;
}

const softSpan = ({ parts }: Extract<Span, { kind: "soft" }>, at: string): HTMLElement =>
  html`<div class="span soft" style=${at}>${fade(parts)}</div>`;

import { html, svg } from "htl";
import type { ReviewPart, StandingPart } from "../../../functions/domain/figures/parts.ts";

type Status = ReviewPart | StandingPart;

/** How a status looks wherever it is drawn: a colour that survives colour blindness, ink that can be read on it, and a pattern. */
interface Look {
  readonly fill: string;
  readonly ink: string;
  readonly pattern: "plain" | "rising" | "falling" | "dots" | "upright";
}

/** The fixed order of every chart; the look comes from Okabe and Ito's palette, darkened where text stands on it. */
export const STATUS_LOOKS: { readonly [status in Status]: Look } = {
  "on-time": { fill: "#0a67a3", ink: "#ffffff", pattern: "plain" },
  "held-late": { fill: "#7cc3ee", ink: "#10202c", pattern: "rising" },
  "not-held": { fill: "#c14a09", ink: "#ffffff", pattern: "plain" },
  "no-plan": { fill: "#5b3a6e", ink: "#ffffff", pattern: "falling" },
  // The standings on a requirement: met and not met look as held on time and not held do.
  met: { fill: "#0a67a3", ink: "#ffffff", pattern: "plain" },
  "not-met": { fill: "#c14a09", ink: "#ffffff", pattern: "plain" },
  "not-determinable": { fill: "#efd3e3", ink: "#3a1730", pattern: "upright" },
  "not-due": { fill: "#f0e3b2", ink: "#2b2610", pattern: "plain" },
  "not-applicable": { fill: "#c3c9cf", ink: "#1b1f24", pattern: "dots" },
};

export const STATUS_ORDER = Object.keys(STATUS_LOOKS) as readonly Status[];

export function isStatus(status: string): status is Status {
  return status in STATUS_LOOKS;
}

export function fillOf(status: string): string {
  return isStatus(status) ? `url(#status-${status})` : "none";
}

/** The patterns, for the inside of an SVG. */
export function statusPatterns(): SVGElement {
  return svg`<defs>${STATUS_ORDER.map((status) => patternOf(status))}</defs>`;
}

/** A small field that looks as the status does in a chart. */
export function statusSwatch(status: Status): HTMLElement {
  return html`<svg class="swatch" width="22" height="16" aria-hidden="true">
    ${statusPatterns()}
    <rect
      x="0.5"
      y="0.5"
      width="21"
      height="15"
      rx="2"
      fill="${fillOf(status)}"
      stroke="var(--edge)"
    ></rect>
  </svg>`;
}

function patternOf(status: Status): SVGElement {
  const { fill, ink, pattern } = STATUS_LOOKS[status];
  return svg`<pattern id="status-${status}" width="8" height="8" patternUnits="userSpaceOnUse">
    <rect width="8" height="8" fill="${fill}"></rect>
    <path d="${STROKES[pattern]}" stroke="${ink}" stroke-opacity="0.38" stroke-width="1.2" fill="none"></path>
  </pattern>`;
}

const STROKES: { readonly [pattern in Look["pattern"]]: string } = {
  plain: "",
  rising: "M-2,2 l4,-4 M0,8 l8,-8 M6,10 l4,-4",
  falling: "M-2,6 l4,4 M0,0 l8,8 M6,-2 l4,4",
  dots: "M2,2 h1.4 M6,6 h1.4",
  upright: "M2,0 v8 M6,0 v8",
};

import { svg } from "htl";

interface PastShare {
  readonly asOf: string;
  readonly low: number;
  readonly high: number;
}

interface Spark {
  /** Shares that can be compared with each other, the oldest first. */
  readonly past: readonly PastShare[];
  /** The share on the same day of the school year before. */
  readonly lastYear?: { readonly low: number; readonly high: number } | null;
}

const DAY = 86_400_000;
/** Room for the round ends of lines. */
const ROOM = 8;

/**
 * A small picture of one figure's past on a scale from 0 to 100 %, an interval as a ribbon; nothing
 * where there is no past. It says nothing that the words beside it do not, so only the eye gets it.
 */
export function spark({ past, lastYear }: Spark): SVGElement | null {
  const [first] = past;
  const last = past.at(-1);
  if (first === undefined || last === undefined || past.length < 2) return null;
  const x = ({ asOf }: PastShare): number => (Date.parse(asOf) - Date.parse(first.asOf)) / DAY;
  const point = (share: PastShare, end: "low" | "high") => `${x(share)},${height(share[end])}`;
  const ribbon = [
    ...past.map((share) => point(share, "high")),
    ...past.toReversed().map((share) => point(share, "low")),
  ].join(" ");
  const end = x(last);
  const upright = (at: number, { low, high }: { readonly low: number; readonly high: number }) =>
    `M${at},${height(low)} V${height(high)}`;
  return svg`<svg
    class="spark"
    viewBox="0 ${-ROOM} ${end} ${100 + 2 * ROOM}"
    preserveAspectRatio="none"
    aria-hidden="true"
  >
    <path class="spark-base" d="M0,100 H${end}"></path>
    ${lastYear ? svg`<path class="spark-last-year" d="${upright(end, lastYear)}"></path>` : ""}
    <polygon class="spark-ribbon" points="${ribbon}"></polygon>
    <path class="spark-now" d="${upright(end, last)}"></path>
  </svg>`;
}

/** A share as a height in the drawing, which counts from the top. */
const height = (share: number): number => 100 - 100 * share;

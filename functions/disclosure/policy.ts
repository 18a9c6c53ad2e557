import type { SuppressionPolicy } from "./suppression-policy.ts";

/** What the release says of its own protection, in words for everyone. */
export const protectionStatement = ({ minimumGroup }: SuppressionPolicy): string =>
  `Figures are bands and never counts, and wider the fewer the students. Groups of fewer than ${minimumGroup} students are hidden, and so is each further figure from which a hidden one could be worked out. That no hidden figure can be told from all published ones together was checked by a proof before this release was published.`;

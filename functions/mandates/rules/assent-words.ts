import type { AssentDegree } from "../../domain/plans/plan-assent.ts";
import type { Assent } from "./requirement.ts";

/** The words for each degree: notice goes to a parent, a signature comes from one. */
const WORDS: { readonly [degree in AssentDegree]: string } = {
  notice: "notice to",
  invitation: "invitation of",
  "consultation-sought": "consultation sought with",
  participation: "participation by",
  signature: "signature by",
  approval: "approval by",
};

/** What a line of assent asks, such as "signature by a parent". */
export const assentWords = ({ degree, who }: Pick<Assent, "degree" | "who">): string =>
  `${WORDS[degree]} ${who}`;

import { inLanguage } from "../language.js";

/** How late a review was held, or how long it is overdue: the two groups, and the bins of both. */
export const latenessWords = inLanguage({
  en: {
    held: "Held late",
    overdue: "Not held yet",
    bins: ["1 to 14 days", "15 to 42 days", "43 days or more"],
  },
  es: {
    held: "Realizadas tarde",
    overdue: "Todavía sin realizar",
    bins: ["1 a 14 días", "15 a 42 días", "43 días o más"],
  },
});

/** The parts of each bin, by group, as the table of lateness has them. */
export const LATENESS_BINS = [
  { held: "held-within-2-weeks", overdue: "overdue-within-2-weeks" },
  { held: "held-within-6-weeks", overdue: "overdue-within-6-weeks" },
  { held: "held-after-6-weeks", overdue: "overdue-over-6-weeks" },
] as const;

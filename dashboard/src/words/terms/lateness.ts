import { nameIn, names } from "./named.js";

/** How late a review is, in calendar days: held since, or still overdue. For staff alone. */
export const LATENESS_NAMES = names({
  en: {
    "held-within-2-weeks": "Held 1 to 14 days late",
    "held-within-6-weeks": "Held 15 to 42 days late",
    "held-after-6-weeks": "Held 43 or more days late",
    "overdue-within-2-weeks": "Overdue for 1 to 14 days",
    "overdue-within-6-weeks": "Overdue for 15 to 42 days",
    "overdue-over-6-weeks": "Overdue for 43 or more days",
    "not-late": "Not late",
  },
  es: {
    "held-within-2-weeks": "Realizada con 1 a 14 días de retraso",
    "held-within-6-weeks": "Realizada con 15 a 42 días de retraso",
    "held-after-6-weeks": "Realizada con 43 días de retraso o más",
    "overdue-within-2-weeks": "Atrasada de 1 a 14 días",
    "overdue-within-6-weeks": "Atrasada de 15 a 42 días",
    "overdue-over-6-weeks": "Atrasada 43 días o más",
    "not-late": "Sin retraso",
  },
});

export const latenessName = nameIn(LATENESS_NAMES);

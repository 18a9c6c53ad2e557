/** The parts of bars, in the words of a chart. */
import type {
  ABSENCE_PARTS,
  PARTICIPATION_PARTS,
  PLAN_PARTS,
  ReviewPart,
  StandingPart,
  TransitionPart,
  YesNoPart,
} from "../../../../functions/domain/figures/parts.ts";
import { nameIn, type Names } from "./named.js";

/** A review with a due date, or all such reviews together. */
export const REVIEW_PART_NAMES: Names<ReviewPart> = {
  en: {
    "on-time": "Held on time",
    "held-late": "Held late",
    "not-held": "Not held",
    "no-plan": "No plan",
    "not-determinable": "Cannot be determined",
    "not-due": "Not due",
  },
  es: {
    "on-time": "Realizada a tiempo",
    "held-late": "Realizada con retraso",
    "not-held": "No realizada",
    "no-plan": "Sin plan",
    "not-determinable": "No se puede determinar",
    "not-due": "Sin vencer",
  },
};
export const reviewPartName = nameIn(REVIEW_PART_NAMES);

/** Any other requirement, or all requirements together. */
export const STANDING_PART_NAMES: Names<StandingPart> = {
  en: {
    met: "Met",
    "not-met": "Not met",
    "not-determinable": "Cannot be determined",
    "not-applicable": "Does not apply, or not yet",
  },
  es: {
    met: "Cumplido",
    "not-met": "No cumplido",
    "not-determinable": "No se puede determinar",
    "not-applicable": "No se aplica, o todavía no",
  },
};
export const standingPartName = nameIn(STANDING_PART_NAMES);

export const PLAN_PART_NAMES: Names<(typeof PLAN_PARTS)[number]["id"]> = {
  en: { open: "Plan open", none: "No open plan" },
  es: { open: "Plan abierto", none: "Sin plan abierto" },
};
export const planPartName = nameIn(PLAN_PART_NAMES);

export const TRANSITION_PART_NAMES: Names<TransitionPart> = {
  en: {
    ready: "Ready",
    "not-ready": "Not ready though due",
    "not-determinable": "Cannot be determined",
    "not-due": "Not due",
  },
  es: {
    ready: "Listos",
    "not-ready": "No listos, aunque ya venció",
    "not-determinable": "No se puede determinar",
    "not-due": "Sin vencer",
  },
};
export const transitionPartName = nameIn(TRANSITION_PART_NAMES);

export const PARTICIPATION_PART_NAMES: Names<(typeof PARTICIPATION_PARTS)[number]["id"]> = {
  en: {
    "took-part": "Took part",
    "did-not": "Did not take part",
    "not-recorded": "Not recorded",
    "no-review-held": "No review held",
  },
  es: {
    "took-part": "Participó",
    "did-not": "No participó",
    "not-recorded": "Sin registro",
    "no-review-held": "Ninguna revisión realizada",
  },
};
export const participationPartName = nameIn(PARTICIPATION_PART_NAMES);

export const ABSENCE_PART_NAMES: Names<(typeof ABSENCE_PARTS)[number]["id"]> = {
  en: {
    "not-chronic": "Not chronically absent",
    chronic: "Chronically absent",
    "too-few-days": "Fewer than 10 days enrolled",
  },
  es: {
    "not-chronic": "Sin ausentismo crónico",
    chronic: "Con ausentismo crónico",
    "too-few-days": "Menos de 10 días de inscripción",
  },
};
export const absencePartName = nameIn(ABSENCE_PART_NAMES);

/** Milestones and contents that the staff edition alone shows. */
export const YES_NO_PART_NAMES: Names<YesNoPart> = {
  en: { yes: "Yes", no: "No", "not-asked": "Not asked" },
  es: { yes: "Sí", no: "No", "not-asked": "No se exige" },
};
export const yesNoPartName = nameIn(YES_NO_PART_NAMES);

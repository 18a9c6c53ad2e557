/** The parts of bars, in the words of a chart. */
import type {
  ParticipationPart,
  SignaturePart,
  ChangePart,
  IndicatorPart,
  BalancePart,
  IndividualityPart,
  OnTrackPart,
  PLAN_PARTS,
  ReviewPart,
  StandingPart,
  TransitionPart,
} from "../../../../functions/domain/figures/parts.ts";
import type { Names } from "./named.js";

/** The parts of a review with a due date, or of all such reviews together. */
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

/** The parts of any other requirement, or of all requirements together. */
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

export const PLAN_PART_NAMES: Names<(typeof PLAN_PARTS)[number]["id"]> = {
  en: { open: "Plan open", none: "No open plan" },
  es: { open: "Plan abierto", none: "Sin plan abierto" },
};

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

export const BALANCE_PART_NAMES: Names<BalancePart> = {
  en: {
    "three-domains": "Goals in all three domains",
    "fewer-domains": "Goals in fewer domains",
    "no-goals": "No goals",
    "not-determinable": "Cannot be determined",
  },
  es: {
    "three-domains": "Metas en los tres ámbitos",
    "fewer-domains": "Metas en menos ámbitos",
    "no-goals": "Sin metas",
    "not-determinable": "No se puede determinar",
  },
};

export const ON_TRACK_PART_NAMES: Names<OnTrackPart> = {
  en: {
    "on-track": "On track",
    overdue: "A step is overdue",
    "undated-only": "No step has a due day",
    "not-determinable": "Cannot be determined",
    "no-steps": "No action steps",
  },
  es: {
    "on-track": "Al día",
    overdue: "Un paso está vencido",
    "undated-only": "Ningún paso tiene fecha límite",
    "not-determinable": "No se puede determinar",
    "no-steps": "Sin pasos de acción",
  },
};

export const INDIVIDUALITY_PART_NAMES: Names<IndividualityPart> = {
  en: {
    own: "Has a goal of the student’s own",
    shared: "Shares every compared goal with two or more others",
    "no-eligible-goal": "No goal to compare",
  },
  es: {
    own: "Tiene una meta propia",
    shared: "Comparte con dos o más todas sus metas comparadas",
    "no-eligible-goal": "Sin meta que comparar",
  },
};

export const INDICATOR_PART_NAMES: Names<IndicatorPart> = {
  en: {
    "all-goals": "All goals meet it",
    "some-goals": "Some goals meet it",
    "none-of-goals": "No goal meets it",
    "no-goals": "No goals",
    "not-determinable": "Cannot be determined",
  },
  es: {
    "all-goals": "Todas las metas lo cumplen",
    "some-goals": "Algunas metas lo cumplen",
    "none-of-goals": "Ninguna meta lo cumple",
    "no-goals": "Sin metas",
    "not-determinable": "No se puede determinar",
  },
};

/** Whether somebody took part in a review of the school year. */
export const PARTICIPATION_PART_NAMES: Names<ParticipationPart> = {
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
    "no-review-held": "Sin revisión realizada",
  },
};

/** Whether anything in a student's plans changed since the last review but one. */
export const CHANGE_PART_NAMES: Names<ChangePart> = {
  en: {
    changed: "Changed since the last review but one",
    unchanged: "Unchanged since the last review but one",
    "fewer-reviews": "Fewer than two reviews held",
    "not-recorded": "Not recorded",
  },
  es: {
    changed: "Con cambios desde la penúltima revisión",
    unchanged: "Sin cambios desde la penúltima revisión",
    "fewer-reviews": "Menos de dos revisiones realizadas",
    "not-recorded": "Sin registro",
  },
};

/** Whether the last review of the school year was signed, and how soon. */
export const SIGNATURE_PART_NAMES: Names<SignaturePart> = {
  en: {
    "signed-in-time": "Signed within 30 days",
    "signed-later": "Signed later",
    "not-signed": "Not signed",
    "awaiting-signature": "Not signed yet, within 30 days",
    "not-recorded": "Not recorded",
    "no-review-held": "No review held",
  },
  es: {
    "signed-in-time": "Firmada en un plazo de 30 días",
    "signed-later": "Firmada más tarde",
    "not-signed": "Sin firmar",
    "awaiting-signature": "Todavía sin firmar, dentro de los 30 días",
    "not-recorded": "Sin registro",
    "no-review-held": "Sin revisión realizada",
  },
};

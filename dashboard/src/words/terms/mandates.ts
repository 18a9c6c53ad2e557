/** What sort of rules a mandate has, and what the district itself has to do. Its own words stay in English. */
import { nameIn, names } from "./named.js";

export const FORCE_NAMES = names({
  en: {
    practice: "Effective practice, not law",
    required: "Required",
    service: "A service that must be offered",
    "funding-condition": "A condition of funding",
    accountability: "Counted in accountability",
    framework: "A framework without a duty",
    encouraged: "Encouraged, not required",
    pilot: "A pilot, not required",
    "none-found": "No duty was found",
  },
  es: {
    practice: "Práctica eficaz, no ley",
    required: "Obligatorio",
    service: "Un servicio que debe ofrecerse",
    "funding-condition": "Una condición de financiamiento",
    accountability: "Cuenta para la rendición de cuentas",
    framework: "Un marco sin obligación",
    encouraged: "Recomendado, no obligatorio",
    pilot: "Un programa piloto, no obligatorio",
    "none-found": "No se encontró ninguna obligación",
  },
});
export const forceName = nameIn(FORCE_NAMES);

export const MODALITY_NAMES = names({
  en: {
    must: "Must",
    counted: "Is counted",
    "must-offer": "Must be offered",
    "on-request": "On request",
    encouraged: "Encouraged",
  },
  es: {
    must: "Obligatorio",
    counted: "Se cuenta",
    "must-offer": "Debe ofrecerse",
    "on-request": "A solicitud",
    encouraged: "Recomendado",
  },
});
export const modalityName = nameIn(MODALITY_NAMES);

export const REQUIREMENT_KIND_NAMES = names({
  en: {
    "recurring-review": "Review",
    "transition-review": "Review at a transition",
    plan: "Plan",
    content: "Content of the plan",
    assent: "Who takes part and agrees",
    record: "Something done and recorded",
    judged: "Must be judged by a person",
  },
  es: {
    "recurring-review": "Revisión",
    "transition-review": "Revisión en una transición",
    plan: "Plan",
    content: "Contenido del plan",
    assent: "Quién participa y da su acuerdo",
    record: "Algo que se hace y se registra",
    judged: "Debe juzgarlo una persona",
  },
});
export const requirementKindName = nameIn(REQUIREMENT_KIND_NAMES);

/** How far a citation was checked. */
export const FACT_STATUS_NAMES = names({
  en: {
    confirmed: "Seen in a public page",
    recalled: "Recalled, not checked",
    "not-found": "Looked for and not found",
    convention: "Convention of this project or of the district",
    "confirmed-by-district": "Confirmed by the district",
  },
  es: {
    confirmed: "Visto en una página pública",
    recalled: "De memoria, sin verificar",
    "not-found": "Buscado y no encontrado",
    convention: "Convención de este proyecto o del distrito",
    "confirmed-by-district": "Confirmado por el distrito",
  },
});
export const factStatusName = nameIn(FACT_STATUS_NAMES);

/** The state of a duty of the district. */
export const DUTY_STATE_NAMES = names({
  en: {
    done: "Done",
    due: "Due",
    overdue: "Overdue, not recorded as done",
    undated: "No due date can be determined",
    "no-record": "Never recorded as done",
    "not-in-force": "Not in force on this day",
  },
  es: {
    done: "Hecho",
    due: "Por vencer",
    overdue: "Atrasado, sin registro de que se hizo",
    undated: "No se puede determinar la fecha de vencimiento",
    "no-record": "Nunca se registró como hecho",
    "not-in-force": "No está en vigor en esta fecha",
  },
});
export const dutyStateName = nameIn(DUTY_STATE_NAMES);

/** Whether the text of the law states the due date. */
export const DUE_BASIS_NAMES = names({
  en: {
    text: "The text gives the date.",
    convention: "A convention of this project: the text gives no date.",
  },
  es: {
    text: "El texto da la fecha.",
    convention: "Una convención de este proyecto: el texto no da ninguna fecha.",
  },
});
export const dueBasisName = nameIn(DUE_BASIS_NAMES);

/** What depends on a requirement. */
export const GATE_NAMES = names({
  en: {
    diploma: "Needed for the diploma",
    promotion: "Needed for promotion",
    credit: "Needed for credit",
    funding: "Needed for funding",
    accountability: "Counted in accountability",
  },
  es: {
    diploma: "Necesario para el diploma",
    promotion: "Necesario para pasar de grado",
    credit: "Necesario para obtener crédito",
    funding: "Necesario para el financiamiento",
    accountability: "Cuenta para la rendición de cuentas",
  },
});
export const gateName = nameIn(GATE_NAMES);

import { nameIn, names, textIn } from "./named.js";

/**
 * What students wait for, in Spanish; in English the release has it, with what the requirement asks for
 * ("Signature missing").
 */
export const NEED_NAMES = {
  overdue: "Revisión atrasada",
  "plan-missing": "Falta el plan",
  "content-missing": "Falta contenido",
  "signature-missing": "Falta la participación o la firma",
  "record-missing": "Falta el registro",
  "due-soon": "Vence en 30 días o menos",
  "no-plan": "Sin plan",
  "not-ready": "No listos para la transición",
  "not-met": "Atrasado o pendiente",
  nothing: "Nada que hacer por ahora",
};

export const needName = textIn(NEED_NAMES);

/** The answers of the clock for one review of one student. */
export const REVIEW_STATUS_NAMES = names({
  en: {
    timely: "Held on time",
    "held-late": "Held late",
    "not-held": "Not held",
    pending: "Not yet due",
    exempt: "Exempt",
    "not-yet-assessable": "Too new to assess",
    "plan-missing": "No plan",
  },
  es: {
    timely: "Realizada a tiempo",
    "held-late": "Realizada con retraso",
    "not-held": "No realizada",
    pending: "Aún no vence",
    exempt: "Exento",
    "not-yet-assessable": "Demasiado nuevo para evaluar",
    "plan-missing": "Sin plan",
  },
});

export const reviewStatusName = nameIn(REVIEW_STATUS_NAMES);

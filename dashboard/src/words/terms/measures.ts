import { nameIn, names } from "./named.js";

/** The measures that a release publishes. */
export const MEASURE_NAMES = names({
  en: {
    "requirements-met": "All requirements met",
    "requirement-met": "Requirement met",
    "review-timeliness": "Reviews held on time",
    "review-held": "Review held",
    "plan-coverage": "Students with an open plan",
    "transition-coverage": "Ready for the transition",
    "transition-plan": "Plan open",
    "transition-review": "Plan reviewed",
    "transition-handover": "Plan received by the new school",
    "transition-focus-areas": "Focus areas present",
    "student-participation": "Reviewed with the student",
    "family-participation": "Reviewed with family",
    "counselor-participation": "Reviewed with a counselor",
    "component-completeness": "Plans with all that is asked",
    "goal-domains": "Goals in all three domains",
    "goal-individuality": "A goal of the student's own",
    "on-track": "Action steps on track",
    "chronic-absence": "Chronically absent, enrolled now",
    "chronic-absence-year": "Chronically absent, everyone this year",
  },
  es: {
    "requirements-met": "Todos los requisitos cumplidos",
    "requirement-met": "Requisito cumplido",
    "review-timeliness": "Revisiones realizadas a tiempo",
    "review-held": "Revisión realizada",
    "plan-coverage": "Estudiantes con un plan abierto",
    "transition-coverage": "Listos para la transición",
    "transition-plan": "Plan abierto",
    "transition-review": "Plan revisado",
    "transition-handover": "Plan recibido por la nueva escuela",
    "transition-focus-areas": "Áreas de enfoque presentes",
    "student-participation": "Revisado con el estudiante",
    "family-participation": "Revisado con la familia",
    "counselor-participation": "Revisado con un consejero",
    "component-completeness": "Planes con todo lo que se exige",
    "goal-domains": "Metas en los tres ámbitos",
    "goal-individuality": "Con una meta propia",
    "on-track": "Pasos de acción al día",
    "chronic-absence": "Ausentismo crónico, inscritos ahora",
    "chronic-absence-year": "Ausentismo crónico, todos los del año",
  },
});

export const measureName = nameIn(MEASURE_NAMES);

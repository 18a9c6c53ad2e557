/** How records of two systems can disagree about a student, and who can fix it. */
import type { Language } from "../language.js";
import { nameIn, names, textIn } from "./named.js";

export const PROBLEM_NAMES = names({
  en: {
    "enrolled-without-plan": "Enrolled without a plan",
    "plan-without-enrollment": "Plan without enrollment",
    "wrong-school": "Plan at another school",
    "wrong-grade": "Plan in another grade",
    "duplicate-identity": "Identifier shared by two students",
    "stale-plan-file": "Plans without changes",
  },
  es: {
    "enrolled-without-plan": "Inscripción sin plan",
    "plan-without-enrollment": "Plan sin inscripción",
    "wrong-school": "Plan en otra escuela",
    "wrong-grade": "Plan en otro grado",
    "duplicate-identity": "Identificador compartido por dos estudiantes",
    "stale-plan-file": "Planes sin cambios",
  },
});

export const problemName = nameIn(PROBLEM_NAMES);

export const OWNER_NAMES = names({
  en: {
    registrar: "Registrar",
    counselor: "Counselor",
    vendor: "Vendor of the plan platform",
  },
  es: {
    registrar: "Registro escolar",
    counselor: "Consejero",
    vendor: "Proveedor de la plataforma de planes",
  },
});

/** Who can fix a problem. Releases name the owner in English; the first word of that name identifies it. */
export const ownerName = (owner: string, language?: Language): string =>
  nameIn(OWNER_NAMES)(owner.toLowerCase().split(" ")[0] ?? "", owner, language);

/** What does not agree; in English the release has it. */
export const PROBLEM_CAUSES = {
  "enrolled-without-plan":
    "El estudiante está inscrito y el mandato ya exige un plan, pero no hay ninguno abierto.",
  "plan-without-enrollment":
    "Hay un plan abierto, pero el estudiante no está inscrito en ninguna escuela en esta fecha.",
  "wrong-school":
    "La plataforma de planes tiene al estudiante en una escuela distinta de la que figura en la lista de inscritos.",
  "wrong-grade":
    "La plataforma de planes tiene al estudiante en un grado distinto del que figura en la lista de inscritos.",
  "duplicate-identity":
    "La lista de inscritos tiene un mismo identificador estatal para estudiantes con nombres o fechas de nacimiento diferentes.",
  "stale-plan-file": "Ningún plan del distrito ha tenido cambios en más de 45 días.",
};

export const problemCause = textIn({ es: PROBLEM_CAUSES });

/** How it is fixed; in English the release has it. */
export const PROBLEM_REMEDIES = {
  "enrolled-without-plan": "Abrir el plan del estudiante en la plataforma.",
  "plan-without-enrollment":
    "Verificar la baja; si es correcta, cerrar el plan o transferirlo a la nueva escuela.",
  "wrong-school": "Pedir que la plataforma importe de nuevo la lista de inscritos.",
  "wrong-grade":
    "Pedir que la plataforma importe de nuevo la lista de inscritos, y verificar la promoción anual de grado.",
  "duplicate-identity": "Corregir el identificador estatal de uno de los estudiantes.",
  "stale-plan-file":
    "Verificar que la exportación de la plataforma siga funcionando e incluya todos los planes.",
};

export const problemRemedy = textIn({ es: PROBLEM_REMEDIES });

/** The same as a task of its owner, for all students who have the problem. */
export const PROBLEM_TASKS = names({
  en: {
    "enrolled-without-plan": "open the missing plans",
    "plan-without-enrollment": "check the withdrawals of students with an open plan",
    "wrong-school": "reimport the roster for plans at another school",
    "wrong-grade": "reimport the roster for plans in another grade",
    "duplicate-identity": "correct the identifiers shared by two students",
    "stale-plan-file": "check that the export of plans still runs",
  },
  es: {
    "enrolled-without-plan": "abrir los planes que faltan",
    "plan-without-enrollment": "verificar las bajas de estudiantes con un plan abierto",
    "wrong-school":
      "importar de nuevo la lista de inscritos para corregir los planes en otra escuela",
    "wrong-grade": "importar de nuevo la lista de inscritos para corregir los planes en otro grado",
    "duplicate-identity": "corregir los identificadores compartidos por dos estudiantes",
    "stale-plan-file": "verificar que la exportación de planes siga funcionando",
  },
});

export const problemTask = nameIn(PROBLEM_TASKS);

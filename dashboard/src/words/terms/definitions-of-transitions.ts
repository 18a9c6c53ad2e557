/** What the measures of transitions mean, in Spanish. */
import type { DefinitionWords } from "./definition-words.js";

const OF_TRANSITION =
  "Estudiantes inscritos en la fecha de los datos en el grado de la transición: 6, 8 o 12, o según diga el mandato.";

export const DEFINITIONS_OF_TRANSITIONS: {
  readonly es: { readonly [measure: string]: DefinitionWords };
} = {
  es: {
    "transition-coverage": {
      version: 4,
      definition:
        "Estudiantes en una transición cuyo plan está abierto, se revisó desde que se abrió el plazo de la transición y tiene todas sus áreas de enfoque.",
      numerator:
        "Estudiantes con las tres cosas: plan abierto, revisión desde que se abrió el plazo y áreas de enfoque.",
      denominator: OF_TRANSITION,
      exclusions:
        "Nadie. Hasta que vence la revisión de una transición, los estudiantes que no están listos se cuentan como sin vencer, igual que los exentos de ella. Aquellos cuya revisión indica un área con una palabra que no está en la lista se cuentan como que no se puede determinar, salvo que estén todas las áreas.",
    },
    "transition-plan": {
      version: 3,
      definition:
        "Estudiantes en una transición que tienen un plan abierto de un tipo aceptado en la fecha de los datos.",
      numerator: "Estudiantes con un plan abierto.",
      denominator: OF_TRANSITION,
      exclusions:
        "Nadie. Los estudiantes exentos de la revisión de la transición se cuentan como no exigidos.",
    },
    "transition-review": {
      version: 2,
      definition:
        "Estudiantes en una transición cuyo plan se revisó desde que se abrió el plazo de la transición.",
      numerator:
        "Estudiantes con una revisión realizada desde que se abrió el plazo, a tiempo o con retraso.",
      denominator: OF_TRANSITION,
      exclusions: "Nadie. Hasta que se abre su plazo, los estudiantes se cuentan como no exigidos.",
    },
    "transition-handover": {
      version: 3,
      definition:
        "Estudiantes que cambiaron de escuela este año escolar y cuyo plan abierto llegó con ellos: la plataforma de planes lo tiene en la escuela que los cuenta.",
      numerator: "Estudiantes cuyo plan tiene la plataforma en la escuela que los cuenta.",
      denominator:
        "Estudiantes inscritos en la fecha de los datos en el grado de llegada: 6, o 9 para el paso desde el grado 8.",
      exclusions:
        "Nadie. Los estudiantes que ya estaban en la escuela, los exentos, los que no tienen un plan abierto y aquellos cuya escuela no indica la plataforma se cuentan como no exigidos. Una revisión no cuenta como entrega, porque su registro no dice en qué escuela se realizó. Después del grado 12 no hay una escuela siguiente en el distrito, así que no se entrega nada.",
    },
    "transition-focus-areas": {
      version: 4,
      definition:
        "Estudiantes en una transición cuyo plan tiene todas las áreas de enfoque de esta: en el grado 6, exploración profesional y un primer plan de estudios; del grado 8 al 9, orientación hacia profesiones afines, currículum y plan de la escuela secundaria; en el grado 12, plan profesional afinado y opciones de educación postsecundaria.",
      numerator:
        "Estudiantes para quienes cada área de enfoque figura en una revisión realizada o se atiende con una acción completada.",
      denominator: OF_TRANSITION,
      exclusions:
        "Nadie. Hasta que se abre su plazo, los estudiantes se cuentan como no exigidos, igual que aquellos cuya revisión indica un área con una palabra que no está en la lista, salvo que estén todas las áreas.",
    },
  },
};

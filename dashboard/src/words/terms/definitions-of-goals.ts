/** What the measures of goals mean, in Spanish. */
import type { DefinitionWords } from "./definition-words.js";

const UNDER_MANDATE =
  "Estudiantes inscritos en la fecha de los datos en un grado al que se aplica el mandato.";

/** One of the indicators of quality, all of which count alike. */
const indicator = (goalsThat: string, numerator: string, more = ""): DefinitionWords => ({
  version: 1,
  definition: `Estudiantes cuyas metas son todas metas ${goalsThat}.`,
  numerator,
  denominator: UNDER_MANDATE,
  exclusions: `Nadie. Los estudiantes con solo algunas metas o ninguna que lo cumplan, y los que no tienen una meta en un plan abierto, se cuentan como tales. Las metas abandonadas hasta la fecha de los datos no cuentan.${more}`,
});

export const DEFINITIONS_OF_GOALS: {
  readonly es: { readonly [measure: string]: DefinitionWords };
} = {
  es: {
    "goals-specific": indicator(
      "que nombran una acción que otros pueden ver, o un resultado con su nivel",
      "Estudiantes cuyas metas son todas específicas según la rúbrica de metas, como unas reglas lo leen en el texto de la meta, en inglés o en español.",
    ),
    "goals-measurable": indicator(
      "de las que se puede decir sin opinar si se alcanzaron",
      "Estudiantes cuyas metas son todas medibles según la rúbrica de metas, como unas reglas lo leen en el texto de la meta, en inglés o en español: una cantidad, una calificación, una frecuencia, o algo que se hace o no se hace.",
    ),
    "goals-time-bound": {
      ...indicator(
        "que dicen para cuándo",
        "Estudiantes cuyas metas dicen todas para cuándo en su texto, como unas reglas lo leen en inglés o en español, o tienen una fecha límite que alguien eligió.",
        " Una fecha límite no se cuenta como elegida si más del 80 por ciento de las metas con fecha del consejero del plan, cinco o más, vencen el último día de clases; tampoco si es anterior al día en que se fijó la meta.",
      ),
      version: 2,
    },
    "goals-with-steps": indicator(
      "con al menos un paso de acción",
      "Estudiantes cuyas metas tienen todas un paso de acción, hecho o no.",
      " Si ninguna meta del distrito tiene un paso, no se puede determinar.",
    ),
    "goals-reviewed": indicator(
      "cuyo plan se revisó en los últimos 120 días o se revisará en los próximos",
      "Estudiantes cuyas metas están todas en un plan con una revisión realizada como máximo 120 días antes de la fecha de los datos, o programada para un día como máximo 120 días después.",
      " Una revisión programada para un día anterior y no realizada no es una revisión. Si ningún plan del distrito tiene una revisión, no se puede determinar.",
    ),
  },
};

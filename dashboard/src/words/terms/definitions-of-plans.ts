/** What the measures of plans, reviews and attendance mean, in Spanish. */
import type { DefinitionWords } from "./definition-words.js";

const UNDER_MANDATE =
  "Estudiantes inscritos en la fecha de los datos en un grado al que se aplica el mandato.";

const participation = (who: string, whose: string): DefinitionWords => ({
  version: 6,
  definition: `Estudiantes con una revisión este año escolar, en al menos una de las cuales participó ${who}.`,
  numerator: `Estudiantes en cuya revisión realizada participó ${whose}.`,
  denominator: UNDER_MANDATE,
  exclusions:
    "Nadie. Los estudiantes sin una revisión realizada, y los estudiantes cuyas revisiones no indican ningún participante o indican uno con una palabra que no está en la lista, se cuentan como tales, igual que todos cuando ninguna revisión del distrito indica a un participante así. En cuanto una revisión indica a uno, se supone que todo el distrito los registra, y una revisión que solo indica a otros cuenta como una sin ellos. Las revisiones de planes de otros tipos no cuentan.",
});

const planContent = (what: string): DefinitionWords => ({
  version: 2,
  definition: `Estudiantes con un plan abierto en el que alguien anotó ${what}.`,
  numerator: "Estudiantes con una entrada así hasta la fecha de los datos, cuando sea que se hizo.",
  denominator: UNDER_MANDATE,
  exclusions:
    "Nadie. Los estudiantes sin un plan abierto, todos cuando ningún registro del distrito tiene una entrada así, y los estudiantes cuya única entrada no tiene fecha, se cuentan como no exigidos; en cuanto un registro la tiene, se supone que todo el distrito la recoge. Que haya una entrada no dice nada de su contenido.",
});

export const DEFINITIONS_OF_PLANS: {
  readonly es: { readonly [measure: string]: DefinitionWords };
} = {
  es: {
    "requirements-met": {
      version: 1,
      definition:
        "Estudiantes sujetos al mandato que cumplen todos los requisitos que se les aplican y que ya vencieron.",
      numerator: "Estudiantes que cumplen al menos un requisito y no incumplen ninguno.",
      denominator: UNDER_MANDATE,
      exclusions:
        "Nadie. No se incluyen los requisitos que ningún registro puede mostrar, los que solo se recomiendan y los que solo se deben a solicitud.",
    },
    "requirement-met": {
      version: 1,
      definition:
        "Estudiantes sujetos al mandato que cumplen un requisito, requisito por requisito. Un requisito cumplido sigue contando como cumplido cuando vence otro, por lo que estas son las cifras que conviene seguir durante el año.",
      numerator: "Estudiantes que cumplen el requisito.",
      denominator: UNDER_MANDATE,
      exclusions:
        "Nadie. Los estudiantes a quienes el requisito no se aplica, o todavía no, los exentos y aquellos para quienes no se puede determinar se cuentan como tales. En la publicación, la revisión de una transición se lee en “Listos para la transición”.",
    },
    "review-timeliness": {
      version: 2,
      definition:
        "Estudiantes sujetos al mandato que han tenido todas las revisiones del plan que ya vencieron en su fecha de vencimiento o antes, y al menos una.",
      numerator:
        "Estudiantes cuyas revisiones vencidas se realizaron todas a más tardar en su fecha, con al menos una.",
      denominator: UNDER_MANDATE,
      exclusions:
        "Nadie. Los estudiantes a quienes todavía no les vence nada, los exentos y los nuevos que están dentro de sus días de gracia se cuentan como sin vencer.",
    },
    "review-held": {
      version: 1,
      definition:
        "Estudiantes sujetos al mandato cuya revisión del plan se realizó, a tiempo o con retraso, revisión por revisión. Una vez realizada, una revisión sigue contando como realizada cuando vence la siguiente.",
      numerator:
        "Estudiantes con la revisión realizada, en su fecha de vencimiento, antes o después.",
      denominator: UNDER_MANDATE,
      exclusions:
        "Nadie. Los estudiantes cuya revisión no ha vencido, los exentos y aquellos para quienes no se puede determinar se cuentan como tales. En la publicación, la revisión de una transición es parte de “Listos para la transición”.",
    },
    "plan-coverage": {
      version: 3,
      definition:
        "Estudiantes sujetos al mandato que tienen un plan abierto de un tipo aceptado en la fecha de los datos.",
      numerator: "Estudiantes con un plan abierto en la fecha de los datos.",
      denominator: UNDER_MANDATE,
      exclusions:
        "Nadie. Los borradores y los planes cerrados, y los planes de otros tipos (504, IEP, aprendices de inglés), no cuentan como abiertos.",
    },
    "student-participation": participation("el estudiante", "el propio estudiante"),
    "family-participation": participation("la familia", "la familia"),
    "counselor-participation": participation("un consejero", "un consejero"),
    "teacher-participation": participation("un docente", "un docente"),
    "others-participation": participation(
      "un administrador u otra persona que no es el estudiante, la familia, un consejero ni un docente",
      "un administrador u otra persona así",
    ),
    "review-signature": {
      version: 2,
      definition:
        "Estudiantes cuya última revisión de este año escolar fue firmada por el estudiante o la familia en un plazo de 30 días.",
      numerator:
        "Estudiantes con una firma o una aprobación del estudiante, de la familia o de alguien designado por los padres, dada el día de la última revisión de este año escolar o a más tardar 30 días después. Los 30 días son una convención.",
      denominator: UNDER_MANDATE,
      exclusions:
        "Nadie. Los estudiantes cuya última revisión se firmó más tarde, o no se firmó hasta la fecha de los datos, o que no tienen una revisión, se cuentan como tales; de las no firmadas, se cuentan aparte las que tienen a lo sumo 30 días. Una firma dada antes del día de la revisión pertenece a una revisión anterior; un intento sin respuesta no es una firma. Cuando ningún registro del distrito es una firma de un estudiante o una familia, no está registrado; en cuanto uno lo es, se supone que todo el distrito recoge firmas. Tampoco está registrado cuando una firma no tiene fecha y ninguna con fecha se dio a tiempo.",
    },
    "component-completeness": {
      version: 2,
      definition:
        "Estudiantes cuyo plan contiene todo lo que el mandato exige que contenga hasta la fecha de los datos.",
      numerator:
        "Estudiantes que cumplen todos los requisitos sobre el contenido del plan que ya vencieron.",
      denominator: UNDER_MANDATE,
      exclusions:
        "Nadie. Los estudiantes a quienes todavía no se les exige ningún contenido, los exentos y aquellos cuyos registros no lo muestran todo se cuentan como tales.",
    },
    "goal-domains": {
      version: 8,
      definition:
        "Estudiantes con un plan abierto que tiene una meta académica, una profesional y una personal.",
      numerator: "Estudiantes con una meta en cada ámbito, fijada hasta la fecha de los datos.",
      denominator: UNDER_MANDATE,
      exclusions:
        "Nadie. Los estudiantes con metas en uno o dos ámbitos, y los que no tienen metas o un plan abierto, se cuentan como tales. No se puede determinar de aquellos a quienes les falta un ámbito mientras alguna de sus metas no indica ninguno o ninguna meta del distrito tiene ese ámbito, ni si un plan abierto tiene metas cuando ninguna meta del distrito indica un ámbito. Las metas abandonadas hasta la fecha de los datos y las de planes cerrados o de otros tipos no cuentan.",
    },
    "goal-individuality": {
      version: 1,
      definition:
        "Estudiantes con una meta cuyo texto han tenido menos de tres estudiantes del distrito en el año escolar del plan.",
      numerator:
        "Estudiantes con al menos una meta así en un plan abierto. Los textos cuentan como iguales, o casi, si solo difieren en nombres, números y fechas, o si coincide al menos el 60 por ciento de sus pares de palabras vecinas (similitud de Jaccard): una convención que no se ha validado con pares etiquetados. Las metas abandonadas y los estudiantes que ya se fueron cuentan entre quienes han tenido un texto; los borradores de planes y los planes de servicios especiales (IEP, 504, aprendices de inglés) no.",
      denominator: UNDER_MANDATE,
      exclusions:
        "Nadie. Los estudiantes sin una meta que se compare se cuentan como tales: los que no tienen un plan abierto y aquellos cuyas metas tienen todas menos de cinco palabras o se exigen a todo estudiante. Una meta abandonada hasta la fecha de los datos no es una de las metas propias del estudiante. Que una meta se comparta no dice quién la escribió primero ni por qué.",
    },
    "on-track": {
      version: 2,
      definition:
        "Estudiantes con un plan abierto cuyos pasos de acción están al día: cada paso con fecha límite está hecho, o su fecha límite no ha pasado.",
      numerator:
        "Estudiantes con al menos un paso de acción con fecha límite y ninguno que haya pasado su fecha límite sin hacerse. En su fecha límite, un paso todavía no está vencido.",
      denominator: UNDER_MANDATE,
      exclusions:
        "Nadie. Los estudiantes con un paso vencido, aquellos cuyos pasos no tienen fecha límite (un paso así nunca está al día, hecho o no), y los que no tienen pasos, metas o un plan abierto se cuentan como tales. Si ninguna meta del distrito tiene un paso, no se puede determinar; si ningún paso del distrito tiene el día en que se hizo, no se puede determinar de los estudiantes con un paso que ha pasado su fecha límite. No se cuentan los pasos de metas abandonadas hasta la fecha de los datos; el paso de una meta cumplida, o no cumplida, hasta entonces ya no está vencido.",
    },
    "plan-change": {
      version: 2,
      definition:
        "Estudiantes con al menos dos revisiones en cuyos planes cambió algo desde la penúltima revisión: se abrió un plan, se fijó, se cumplió, no se cumplió o se abandonó una meta, o se hizo un paso de acción.",
      numerator:
        "Estudiantes con un cambio así después del día de la penúltima revisión, hasta la fecha de los datos. Lo que cambió el día de esa revisión pertenece a esa revisión.",
      denominator: UNDER_MANDATE,
      exclusions:
        "Nadie. Los estudiantes con menos de dos revisiones registradas de planes aceptados, de este año escolar y de los anteriores, se cuentan como tales; dos revisiones en un mismo día cuentan una vez. Un estudiante sin cambios visibles se cuenta como no registrado si una meta de un plan aceptado, abierto o cerrado, no tiene el día en que se fijó o, una vez cumplida, no cumplida o abandonada, el día en que eso ocurrió; si los planes no tienen metas y ninguna meta del distrito indica un ámbito; o si tienen pasos de acción y ningún paso del distrito tiene el día en que se hizo. Una nueva redacción de una meta no tiene día en ninguna exportación y no se ve.",
    },
    "plan-strengths": planContent("las fortalezas del estudiante"),
    "plan-interests": planContent("los intereses del estudiante"),
    "plan-learning-preferences": planContent("cómo aprende mejor el estudiante"),
    "plan-barriers": planContent("lo que le dificulta el camino al estudiante, o lo que se ajusta"),
    "program-coordination": {
      version: 2,
      definition:
        "Estudiantes con un IEP o un plan 504 cuyo propio plan se coordinó con él este año escolar.",
      numerator:
        "Estudiantes con una entrada de coordinación (program-coordination) este año escolar, o con una revisión de ambos planes en un mismo día.",
      denominator: UNDER_MANDATE,
      exclusions:
        "Nadie. Los estudiantes sin un IEP ni un plan 504, según sus programas y los tipos de sus planes, y los que no tienen un plan propio abierto se cuentan como no exigidos; también los que no tienen un día así cuando ningún registro del distrito tiene esa entrada, porque los planes pueden coordinarse sin ella, y los que tienen una entrada sin fecha. En cuanto un registro la tiene, se supone que todo el distrito la recoge.",
    },
    "chronic-absence": {
      version: 2,
      definition:
        "Estudiantes inscritos ahora, a quienes todavía se puede ayudar, ausentes por cualquier motivo una décima parte o más de los días lectivos en que estuvieron inscritos este año escolar. No se cuentan los que se fueron durante el año.",
      numerator:
        "Estudiantes cuyos días de ausencia, multiplicados por diez, igualan o superan sus días de inscripción, con al menos 10 días de inscripción.",
      denominator: "Estudiantes inscritos en la fecha de los datos, cualquiera que sea su grado.",
      exclusions:
        "Los días que no son lectivos; las ausencias de menos de medio día. Los estudiantes inscritos menos de 10 días se cuentan como tales.",
    },
    "chronic-absence-year": {
      version: 1,
      definition:
        "Estudiantes inscritos al menos 10 días este año escolar, incluidos los que se fueron, ausentes por cualquier motivo una décima parte o más de esos días. Una escuela cuenta los días en esa escuela; el distrito cuenta los días en todas sus escuelas.",
      numerator:
        "Estudiantes cuyos días de ausencia, multiplicados por diez, igualan o superan sus días de inscripción.",
      denominator:
        "Estudiantes de kínder al grado 12, o sin nivel de grado, con al menos 10 días de inscripción desde el primer día del año escolar hasta la fecha de los datos. Un estudiante de dos escuelas cuenta en cada escuela en la que tiene al menos 10 días, y una sola vez en el distrito, que por eso no es la suma de sus escuelas.",
      exclusions:
        "Los días que no son lectivos; las ausencias de menos de medio día. Los estudiantes inscritos menos de 10 días, y los de una escuela que no envió su calendario. Una ausencia en un día con dos inscripciones cuenta en ambas escuelas. Quien se fue está en los grupos de estudiantes y programas de su último día.",
    },
  },
};

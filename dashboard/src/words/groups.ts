import { english, inLanguage } from "./language.js";

/** Words of the page of student groups. */
export const GROUP_WORDS = {
  en: {
    measure: "Measure",
    place: "District or school",
    /** A measure of one transition. */
    ofTransition: (measure: string, transition: string) => `${measure}: ${english(transition)}`,
    noGroups: "This release has no figures by student group.",
    noFigure: (what: string, place: string) =>
      `No student group of ${english(place)} has a figure for “${what}”.`,
    noData: "There is not enough data for this measure yet.",
    beside: "Each group beside all students",
    besideLabel: (what: string, division: string, place: string) =>
      `${what} at ${english(place)}: each group of “${division}” beside all students`,
    allStudents: "All students",
    race: "Race and ethnicity",
    otherGroups: "Other student groups",
    atLeast: "at least this share",
    upTo: "perhaps up to here",
    notSent: (divisions: string) =>
      `Not in the exports of this district, so not enough data: ${divisions}. They come with the roster’s demographics and programs.`,
    ofDistrict:
      "These are the groups of the district as a whole: those of single schools are too small for a figure.",
    gaps: "Gaps between groups (percentage points)",
    gapsLabel: (what: string, place: string) =>
      `${what} at ${english(place)}: by how many percentage points each group is above or below the one it is compared with`,
    gapRow: (group: string, other: string) => `${group}, compared with ${other}`,
    comparedWithAll: "Each group is compared with all students, and female with male students.",
    noGaps: "There is no gap to show: no group and the one it is compared with both have a figure.",
    noneCertain: "No gap here is certain: of each group it is unclear which of the two is ahead.",
    aboutGaps:
      "Gaps that are certain come first, the widest at the top. Public ranges are wider than the two shares above, because they allow for the students by whom dividing lines are moved. Where that includes no difference at all, it is unclear which group is ahead. A gap says that groups differ, not why.",
    aboutExactGaps:
      "The widest gap comes first. In a small group one student more or fewer moves the share by many points: the table says how many students there are. A gap says that groups differ, not why.",
    table: "The same as a table",
    tableCaption: (what: string, place: string) => `${what} at ${english(place)}, by student group`,
    division: "Student group",
    group: "Group",
    comparedWith: "Compared with",
    share: "Share of the group",
    students: "Students (n)",
    countOf: (count: string, n: string) => `${count} of ${n}`,
    countsOf: "Counts of",
    gap: "Gap (percentage points)",
    protection: "How students are protected",
    definitions: "How the measure is defined",
  },
  es: {
    measure: "Medida",
    place: "Distrito o escuela",
    ofTransition: (measure: string, transition: string) => `${measure}: ${english(transition)}`,
    noGroups: "Esta publicación no tiene cifras por grupo de estudiantes.",
    noFigure: (what: string, place: string) =>
      `Ningún grupo de estudiantes de ${english(place)} tiene una cifra de «${what}».`,
    noData: "Todavía no hay datos suficientes para esta medida.",
    beside: "Cada grupo junto a todos los estudiantes",
    besideLabel: (what: string, division: string, place: string) =>
      `${what} en ${english(place)}: cada grupo de «${division}» junto a todos los estudiantes`,
    allStudents: "Todos los estudiantes",
    race: "Raza y etnicidad",
    otherGroups: "Otros grupos de estudiantes",
    atLeast: "al menos esta proporción",
    upTo: "quizá hasta aquí",
    notSent: (divisions: string) =>
      `No vienen en los archivos de este distrito, así que no hay datos suficientes: ${divisions}. Llegan con los datos demográficos y los programas de la lista de inscritos.`,
    ofDistrict:
      "Estos son los grupos del distrito en su conjunto: los de una sola escuela son demasiado pequeños para tener una cifra.",
    gaps: "Brechas entre grupos (puntos porcentuales)",
    gapsLabel: (what: string, place: string) =>
      `${what} en ${english(place)}: cuántos puntos porcentuales está cada grupo por encima o por debajo de aquel con el que se compara`,
    gapRow: (group: string, other: string) => `${group}, en comparación con ${other}`,
    comparedWithAll:
      "Cada grupo se compara con todos los estudiantes, y las mujeres con los hombres.",
    noGaps:
      "No hay brechas que mostrar: en ningún caso tienen cifra tanto el grupo como aquel con el que se compara.",
    noneCertain:
      "Aquí ninguna brecha es segura: en cada caso no está claro cuál de los dos grupos va por delante.",
    aboutGaps:
      "Primero van las brechas seguras, de mayor a menor. Los intervalos públicos son más amplios que las dos proporciones de arriba, porque tienen en cuenta a los estudiantes en que se desplazan los límites. Si eso incluye que no haya ninguna diferencia, no está claro qué grupo va por delante. Una brecha dice que los grupos difieren, no por qué.",
    aboutExactGaps:
      "La brecha mayor va primero. En un grupo pequeño, un estudiante más o menos mueve la proporción muchos puntos: la tabla dice cuántos estudiantes hay. Una brecha dice que los grupos difieren, no por qué.",
    table: "Lo mismo en una tabla",
    tableCaption: (what: string, place: string) =>
      `${what} en ${english(place)}, por grupo de estudiantes`,
    division: "Grupo de estudiantes",
    group: "Grupo",
    comparedWith: "En comparación con",
    share: "Proporción del grupo",
    students: "Estudiantes (n)",
    countOf: (count: string, n: string) => `${count} de ${n}`,
    countsOf: "Recuento del",
    gap: "Brecha (puntos porcentuales)",
    protection: "Cómo se protege a los estudiantes",
    definitions: "Cómo se define la medida",
  },
};

export const groupWords = inLanguage(GROUP_WORDS);

import { inLanguage } from "../language.js";

/** How students are protected, in words for a reader who has to answer for it before a board. */
export const PRIVACY_WORDS = {
  en: {
    lead: (fewest: string) =>
      `Public figures are ranges, made from slightly moved counts of groups of ${fewest} or more. Exact figures are for school officials who have a right to them and sign in.`,
    staff:
      "You are looking at exact figures. Names of students, and these figures, stay inside the district. This is how the public figures are made:",
    whyTitle: "Why exact numbers are not public",
    why: "“1 of the 3 students in grade 9 at our school has no plan.” Whoever knows the three knows who it is. In larger groups the same can happen by subtraction: take the schools that have a figure from the district, and what is left is the school that has none.",
    doneTitle: "What is done",
    done: (fewest: string, number: string): readonly (readonly [string, string])[] => [
      [
        "Shares are ranges.",
        "“60–69%” is as much as a board needs, and does not show whether it is one student more or fewer. The fewer the students, the wider the range: about a fifth up to 30 students, a tenth up to 60, then 5 points, and whole percents from 301 students on. A share near none or near all is “at most” or “or more”.",
      ],
      [
        "Dividing lines are moved.",
        "Before that, each dividing line of a bar, such as the one between “on time” and “held late”, is moved by a secret whole number of students: at most 5, mostly 0 to 2, and the same all school year. So the true share is inside the range or close beside it.",
      ],
      [
        "There is a smallest group.",
        `A group of fewer than ${fewest}, and a student of a school with fewer than ${number}, is in no public figure, not even a good one and not even one of the district, so that taking the other schools from the district leaves nothing. Where the groups left out have only 1 to 9 students together, the smallest group of the others is left out with them.`,
      ],
      [
        "A bar is drawn again once 5 to 8 of its students have moved.",
        "Until then it keeps its earlier figure and says its date. How many exactly is secret, so that a change from one release to the next does not point at one student.",
      ],
      [
        "Comparisons of attendance need at least 30 students on each side.",
        "Their numbers of students are rounded down to tens.",
      ],
      [
        "Some things are not published.",
        "Names, days late, single steps of a transition, data to fix by school, and exact numbers of records are for staff who sign in.",
      ],
    ],
    limitsTitle: "What this does not promise",
    limits: [
      "This is no mathematical guarantee. In simulated school years with monthly releases, somebody who already knew all but one student of a group learned about that one for certain in 6 to 10 of 100 months.",
      "It also has a price. In simulations, the true share of groups of 30 students or more was inside the range in 64 to 86 of 100 cases, and otherwise beside it. A figure may be a few students out of date, and two schools with nearly the same share may stand in the wrong order.",
    ],
    marksTitle: "What each mark means",
    marks: "Where words stand in place of a figure, or a figure is a range:",
    researchTitle: "What researchers get",
    research:
      "These pages and the tables below, unless the district has an agreement with them. Under one they may be given one row per student for restricted use, without name, school, date or a word that anybody wrote. About a tenth of the students, chosen by chance, are left out, and at least five students share each combination of whatever could tell who they are.",
    releaseTitle: "Schools without figures in this release",
    noneTooSmall: "No school is too small for public figures.",
    tooSmall: (schools: string) => `Too few students for public figures: ${schools}.`,
  },
  es: {
    lead: (fewest: string) =>
      `Las cifras públicas son intervalos, hechos con recuentos ligeramente movidos de grupos de ${fewest} o más. Las cifras exactas son para el personal escolar que tiene derecho a ellas y entra con su cuenta.`,
    staff:
      "Está viendo cifras exactas. Los nombres de los estudiantes y estas cifras no salen del distrito. Así se hacen las cifras públicas:",
    whyTitle: "Por qué los números exactos no son públicos",
    why: "«1 de los 3 estudiantes de grado 9 de nuestra escuela no tiene plan». Quien conoce a los tres sabe quién es. En grupos más grandes puede pasar lo mismo por resta: si al distrito se le quitan las escuelas que tienen cifra, lo que queda es la escuela que no la tiene.",
    doneTitle: "Qué se hace",
    done: (fewest: string, number: string): readonly (readonly [string, string])[] => [
      [
        "Las proporciones son intervalos.",
        "«60–69\u00a0%» es todo lo que necesita una junta escolar y no muestra si es un estudiante más o menos. Cuantos menos estudiantes, más ancho es el intervalo: alrededor de un quinto hasta 30 estudiantes, un décimo hasta 60, después 5 puntos, y porcentajes enteros a partir de 301 estudiantes. Cerca de ninguno o de todos se dice «como máximo» u «o más».",
      ],
      [
        "Las líneas divisorias se mueven.",
        "Antes de eso, cada línea divisoria de una barra, como la que separa «a tiempo» de «con retraso», se mueve un número entero y secreto de estudiantes: como máximo 5, casi siempre de 0 a 2, y el mismo todo el año escolar. Por eso la proporción real está dentro del intervalo o muy cerca.",
      ],
      [
        "Hay un grupo mínimo.",
        `Un grupo de menos de ${fewest}, o un estudiante de una escuela con menos de ${number}, no está en ninguna cifra pública, ni siquiera en una buena ni en las del distrito, para que al restar las demás escuelas del distrito no quede nada. Si los grupos que quedan fuera suman solo de 1 a 9 estudiantes, queda fuera con ellos el más pequeño de los demás.`,
      ],
      [
        "Una barra se vuelve a dibujar cuando han cambiado de lugar de 5 a 8 de sus estudiantes.",
        "Hasta entonces conserva su cifra anterior y dice de qué fecha es. El número exacto es secreto, para que un cambio entre dos publicaciones no señale a un estudiante.",
      ],
      [
        "Las comparaciones de la asistencia necesitan al menos 30 estudiantes de cada lado.",
        "Su número de estudiantes se redondea hacia abajo a decenas.",
      ],
      [
        "Hay cosas que no se publican.",
        "Los nombres, los días de retraso, los pasos sueltos de una transición, los datos por corregir de cada escuela y el número exacto de registros son para el personal que entra con su cuenta.",
      ],
    ],
    limitsTitle: "Qué no se promete",
    limits: [
      "Esto no es una garantía matemática. En años escolares simulados con publicaciones mensuales, quien ya conocía a todos los estudiantes de un grupo menos a uno supo con certeza lo de ese uno en 6 a 10 de cada 100 meses.",
      "También tiene un precio. En simulaciones, la proporción real de los grupos de 30 estudiantes o más estaba dentro del intervalo en 64 a 86 de cada 100 casos y, si no, a su lado. Una cifra puede estar atrasada en unos pocos estudiantes, y dos escuelas con casi la misma proporción pueden aparecer en el orden equivocado.",
    ],
    marksTitle: "Qué significa cada indicación",
    marks: "Cuando hay palabras en lugar de una cifra, o la cifra es un intervalo:",
    researchTitle: "Qué reciben los investigadores",
    research:
      "Estas páginas y las tablas de más abajo, salvo que el distrito tenga un convenio con ellos. En ese caso pueden recibir una fila por estudiante para un uso restringido, sin nombre, escuela, fechas ni palabras escritas por nadie. Alrededor de un décimo de los estudiantes, elegidos al azar, queda fuera, y al menos cinco estudiantes comparten cada combinación de lo que podría revelar quiénes son.",
    releaseTitle: "Escuelas sin cifras en esta publicación",
    noneTooSmall: "Ninguna escuela es demasiado pequeña para tener cifras públicas.",
    tooSmall: (schools: string) => `Muy pocos estudiantes para cifras públicas: ${schools}.`,
  },
};

export const privacyWords = inLanguage(PRIVACY_WORDS);

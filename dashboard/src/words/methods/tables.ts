import type { ReleaseManifest } from "../../../../functions/releases/manifest/manifest.ts";
import { inLanguage, type InLanguages } from "../language.js";
import { inEnglish } from "../terms/named.js";

type ListedTable = ReleaseManifest["tables"][number]["name"];

/** What a table is called, and what one row of it is. */
export interface TableWords {
  readonly title: string;
  readonly row: string;
}

export const PUBLISHED_TABLES: InLanguages<{ readonly [table in ListedTable]: TableWords }> = {
  en: {
    rates: {
      title: "Rates of every measure",
      row: "One row per measure, level, school, breakdown and group: the share of all students of the group who are counted, on the day of the data.",
    },
    statuses: {
      title: "Review statuses",
      row: "One row per requirement, level, school, breakdown, group and status. The statuses of one requirement divide the students of a group: each is counted once.",
    },
    standings: {
      title: "Standing on each requirement",
      row: "One row per requirement, level, school, breakdown, group and standing. The standings of one requirement divide the students under the mandate: each is counted once.",
    },
    answers: {
      title: "Answers to the question of each measure",
      row: "One row per measure, level, school, breakdown, group and answer, for measures with a question of their own: an open plan, readiness for a transition.",
    },
    "plan-patterns": {
      title: "Patterns to look into",
      row: "One row per level, school and pattern in plans and reviews that can come from filling in boxes and can have good reasons. Each is a question, and no finding about a person.",
    },
    "review-signatures": {
      title: "Days to the signature",
      row: "One row per level and school: how many days it took until students’ last reviews of the school year were signed by the student or the family, and how many are not signed.",
    },
    lateness: {
      title: "How late reviews are",
      row: "One row per review, level, school, breakdown, group and span of days: students whose review was held so late, is overdue by so long, or is not late.",
    },
    "student-groups": {
      title: "Student groups compared",
      row: "One row per measure, level, school, transition, division and group: the share of the group’s students who are counted, and how far it is from the share that it is compared with. Where a figure is a range, so is the gap.",
    },
    "next-steps": {
      title: "Who acts next",
      row: "One row per level, school, requirement and need: which share of students waits for something to be done. Lists of names are for staff alone.",
    },
    associations: {
      title: "Attendance by goals and plans",
      row: "One row per level, school, exposure, outcome and method. The exposure is measured up to the landmark day, the outcome after it. An association, never an effect.",
    },
    "exposure-groups": {
      title: "Attendance after the landmark day by goals and plans",
      row: "One row per exposure and group of the district: the mean attendance, after the landmark day, of the students who had so many goals, or a plan or none, on it.",
    },
    trend: {
      title: "Rates over the releases of the school year",
      row: "One row per measure, level, school, breakdown, group and date of the data: the rate as it was published then by the same definitions.",
    },
    "last-year": {
      title: "Rates of the school year before",
      row: "One row per measure, level, school, breakdown, group and date of the data: the rate in the school year before, where it was defined as it is now.",
    },
    changes: {
      title: "Changed since the last release",
      row: "One row per measure, level, school, breakdown and group that both this release and the one before by the same definitions show.",
    },
    "came-due": {
      title: "Newly due since the last release",
      row: "One row per level, school and requirement that has come due for students since the release before.",
    },
    files: {
      title: "Files read",
      row: "One row per kind of file and outcome; for staff one row per file.",
    },
    rejects: {
      title: "Data to fix",
      row: "One row per kind of file, column, reason and effect, with how many records or values it is about.",
    },
    "records-changed": {
      title: "Records changed since the last release",
      row: "One row per table of records and sort of change, of the whole district.",
    },
    reconciliation: {
      title: "Plans compared with the roster",
      row: "One row per level, school and problem: the share of students whose plan and whose enrollment do not agree.",
    },
  },
  es: {
    rates: {
      title: "Proporciones de todas las medidas",
      row: "Una fila por medida, nivel, escuela, desglose y grupo: la proporción de todos los estudiantes del grupo que se cuentan, el día de los datos.",
    },
    statuses: {
      title: "Estado de las revisiones",
      row: "Una fila por requisito, nivel, escuela, desglose, grupo y estado. Los estados de un requisito reparten a los estudiantes del grupo: cada uno cuenta una vez.",
    },
    standings: {
      title: "Situación en cada requisito",
      row: "Una fila por requisito, nivel, escuela, desglose, grupo y situación. Las situaciones de un requisito reparten a los estudiantes a quienes alcanza el mandato: cada uno cuenta una vez.",
    },
    answers: {
      title: "Respuestas a la pregunta de cada medida",
      row: "Una fila por medida, nivel, escuela, desglose, grupo y respuesta, para las medidas con pregunta propia: un plan abierto, estar listos para una transición.",
    },
    "plan-patterns": {
      title: "Patrones que conviene revisar",
      row: "Una fila por nivel, escuela y patrón en los planes y las revisiones que puede venir de solo llenar casillas y puede tener buenas razones. Cada uno es una pregunta y no una conclusión sobre una persona.",
    },
    "review-signatures": {
      title: "Días hasta la firma",
      row: "Una fila por nivel y escuela: cuántos días pasaron hasta que el estudiante o la familia firmó la última revisión del año escolar, y cuántas no están firmadas.",
    },
    lateness: {
      title: "Cuánto se retrasan las revisiones",
      row: "Una fila por revisión, nivel, escuela, desglose, grupo y lapso: los estudiantes cuya revisión se realizó con ese retraso, lo lleva o no se retrasa.",
    },
    "student-groups": {
      title: "Comparación de grupos de estudiantes",
      row: "Una fila por medida, nivel, escuela, transición, división y grupo: la proporción de estudiantes del grupo que se cuentan, y cuánto dista de aquella con la que se compara. Si la cifra es un intervalo, la brecha también tiene un mínimo y un máximo.",
    },
    "next-steps": {
      title: "Quién actúa ahora",
      row: "Una fila por nivel, escuela, requisito y necesidad: qué proporción de estudiantes espera que se haga algo. La lista de nombres es solo para el personal.",
    },
    associations: {
      title: "La asistencia según las metas y los planes",
      row: "Una fila por nivel, escuela, exposición, resultado y método. La exposición se mide hasta el día de referencia y el resultado después. Una asociación, nunca un efecto.",
    },
    "exposure-groups": {
      title: "Asistencia después del día de referencia según las metas y los planes",
      row: "Una fila por exposición y grupo del distrito: la asistencia media, después del día de referencia, de los estudiantes que ese día tenían tantas metas, o un plan o ninguno.",
    },
    trend: {
      title: "Proporciones en las publicaciones del año escolar",
      row: "Una fila por medida, nivel, escuela, desglose, grupo y fecha de los datos: la proporción tal como se publicó ese día con las mismas definiciones.",
    },
    "last-year": {
      title: "Proporciones del año escolar anterior",
      row: "Una fila por medida, nivel, escuela, desglose, grupo y fecha de los datos: la proporción del año escolar anterior, si se definía como ahora.",
    },
    changes: {
      title: "Cambios desde la última publicación",
      row: "Una fila por medida, nivel, escuela, desglose y grupo que tienen tanto esta publicación como la anterior con las mismas definiciones.",
    },
    "came-due": {
      title: "Vencimientos nuevos desde la última publicación",
      row: "Una fila por nivel, escuela y requisito que ha vencido para algún estudiante desde la publicación anterior.",
    },
    files: {
      title: "Archivos leídos",
      row: "Una fila por clase de archivo y resultado de su lectura; para el personal, una fila por archivo.",
    },
    rejects: {
      title: "Datos por corregir",
      row: "Una fila por clase de archivo, columna, motivo y efecto, con el número de registros o valores afectados.",
    },
    "records-changed": {
      title: "Registros cambiados desde la última publicación",
      row: "Una fila por tabla de registros y clase de cambio, en todo el distrito.",
    },
    reconciliation: {
      title: "Planes comparados con la lista de inscritos",
      row: "Una fila por nivel, escuela y problema: la proporción de estudiantes cuyo plan y cuya inscripción no coinciden.",
    },
  },
};

interface Described {
  readonly title?: string;
  readonly description?: string;
}

/** The words for a table; those of the data dictionary where this catalogue has none yet. */
export function tableWords(name: string, { title, description }: Described = {}): TableWords {
  const words: { readonly [table: string]: TableWords } = inLanguage(PUBLISHED_TABLES);
  return words[name] ?? { title: inEnglish(title ?? name), row: inEnglish(description ?? "") };
}

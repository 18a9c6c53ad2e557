import { english, inLanguage } from "../language.js";

/** What a table is called, and what one row of it is. */
export interface TableWords {
  readonly title: string;
  readonly row: string;
}

/** English comes with the data dictionary, which every language but English translates here. */
const TABLES = inLanguage<{ readonly [table: string]: TableWords }>({
  en: {},
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
    transitions: {
      title: "Transiciones",
      row: "Una fila por transición, nivel, escuela y situación de los estudiantes que están en ella.",
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
});

interface Described {
  readonly title?: string;
  readonly description?: string;
}

/** The words for a table; those of the data dictionary where it has no others. */
export const tableWords = (name: string, { title, description }: Described = {}): TableWords =>
  TABLES[name] ?? {
    title: english(title ?? name),
    row: description === undefined ? "" : english(description),
  };

import { inLanguage, type InLanguages } from "./language.js";

interface TableWords {
  readonly find: string;
  readonly rowsShown: (shown: string, all: string) => string;
  readonly noMatch: string;
  readonly noRows: string;
  readonly theseRows: string;
  readonly wholeTable: string;
  readonly wholeTableAs: (caption: string, format: string) => string;
  readonly theseRowsOf: (caption: string) => string;
  readonly keyOfMarks: string;
  readonly more: string;
  readonly moreAbout: (name: string) => string;
}

const WORDS: InLanguages<TableWords> = {
  en: {
    find: "Find in this table",
    rowsShown: (shown, all) => `${shown} of ${all} rows`,
    noMatch: "No row has these words.",
    noRows: "There is nothing to list here.",
    theseRows: "These rows as CSV",
    wholeTable: "Whole table:",
    wholeTableAs: (caption, format) => `${caption}: the whole table as ${format}`,
    theseRowsOf: (caption) => `${caption}: these rows as CSV`,
    keyOfMarks: "Key of marks",
    more: "More",
    moreAbout: (name) => `More about ${name}`,
  },
  es: {
    find: "Buscar en esta tabla",
    rowsShown: (shown, all) => `${shown} de ${all} filas`,
    noMatch: "Ninguna fila contiene estas palabras.",
    noRows: "No hay nada que mostrar aquí.",
    theseRows: "Estas filas en CSV",
    wholeTable: "Tabla completa:",
    wholeTableAs: (caption, format) => `${caption}: la tabla completa en ${format}`,
    theseRowsOf: (caption) => `${caption}: estas filas en CSV`,
    keyOfMarks: "Significado de las marcas",
    more: "Más",
    moreAbout: (name) => `Más sobre ${name}`,
  },
};

/** The fixed words of tables. */
export const TABLE_WORDS = inLanguage(WORDS);

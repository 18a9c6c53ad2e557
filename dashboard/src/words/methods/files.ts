import { english, inLanguage } from "../language.js";

/** Words around the published tables as files. */
export const FILE_WORDS = {
  en: {
    lead: "Every figure of these pages is in one of these tables.",
    dataPackage: "Their columns are also described for programs in the",
    dataPackageName: "data package",
    noDictionary:
      "The data dictionary of this release is missing; the tables are complete without it.",
    allTables: "Every table",
    table: "Table",
    rows: "Rows",
    files: "Files",
    tableAs: (title: string, format: string) => `${title} as ${format}`,
    readTitle: "How to read them",
    read: "Identifiers are text: the school 0101 and the grade level 09 keep their zeros. CSV does not say so, so tell the program, here for the table of rates:",
    readTyped: "Files that carry the types of their columns need no such care:",
    spreadsheet: "Spreadsheet",
    inSpreadsheet:
      "Do not open the CSV by a double click. In Excel choose Data, From Text/CSV, Transform Data, and set the columns “school” and “group” to Text; in LibreOffice set them to Text when the file opens; in Google Sheets choose File, Import, and clear “Convert text to numbers, dates, and formulas”.",
    dictionary: "Data dictionary",
    dictionaryLead: "What each column of each table holds.",
    columnsOf: (title: string) => `Columns of the table “${title}”`,
    columns: (count: string) => `${count} columns`,
    column: "Column",
    title: "Title",
    type: "Type",
    definition: "Definition",
    inEnglish: "",
  },
  es: {
    lead: "Todas las cifras de estas páginas están en alguna de estas tablas.",
    dataPackage: "Sus columnas también se describen, para programas, en el",
    dataPackageName: "paquete de datos",
    noDictionary:
      "Falta el diccionario de datos de esta publicación; las tablas están completas sin él.",
    allTables: "Todas las tablas",
    table: "Tabla",
    rows: "Filas",
    files: "Archivos",
    tableAs: (title: string, format: string) => `${title} en ${format}`,
    readTitle: "Cómo leerlas",
    read: "Los identificadores son texto: la escuela 0101 y el grado 09 conservan sus ceros. Un CSV no lo indica, así que hay que decírselo al programa; aquí, para la tabla de proporciones:",
    readTyped: "Los archivos que llevan el tipo de sus columnas no necesitan ese cuidado:",
    spreadsheet: "Hoja de cálculo",
    inSpreadsheet: `No abra el CSV con doble clic. En Excel elija Datos, De texto/CSV, Transformar datos, y ponga las columnas «${english("school")}» y «${english("group")}» como Texto; en LibreOffice póngalas como Texto al abrir el archivo; en Google Sheets elija Archivo, Importar, y desmarque «Convertir texto en números, fechas y fórmulas».`,
    dictionary: "Diccionario de datos",
    dictionaryLead: "Qué contiene cada columna de cada tabla.",
    columnsOf: (title: string) => `Columnas de la tabla «${title}»`,
    columns: (count: string) => `${count} columnas`,
    column: "Columna",
    title: "Título",
    type: "Tipo",
    definition: "Definición",
    inEnglish: "Las columnas se describen en inglés, como en los archivos.",
  },
};

export const fileWords = inLanguage(FILE_WORDS);

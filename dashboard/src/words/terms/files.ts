/** What became of a file, and what changed in the records. */
import { LANGUAGE, type Language } from "../language.js";
import { nameIn, names, textIn } from "./named.js";

export const OUTCOME_NAMES = names({
  en: {
    used: "Used",
    ignored: "Not needed",
    "not-recognized": "Not recognized",
    unreadable: "Unreadable",
    stopped: "Stopped",
    waiting: "Waiting to be accepted",
    refused: "Refused",
  },
  es: {
    used: "Usado",
    ignored: "No se necesita",
    "not-recognized": "No reconocido",
    unreadable: "Ilegible",
    stopped: "Detenido",
    waiting: "En espera de aceptación",
    refused: "No aceptado",
  },
});
export const fileOutcomeName = nameIn(OUTCOME_NAMES);

/** What to do about a file that is not used, in Spanish; in English the release has it. */
export const OUTCOME_REMEDIES = {
  used: "",
  ignored: "",
  "not-recognized":
    "Sus columnas o su nombre no corresponden a ningún formato conocido: ilp inspect muestra el formato más cercano y el nombre de archivo que necesita, e ilp profile new inicia un perfil para su proveedor.",
  unreadable:
    "Termina antes de tiempo o tiene comillas sin cerrar: exportarlo de nuevo. Se sigue usando la última versión correcta.",
  stopped:
    "Se rechazaron demasiados de sus registros, o no tiene ninguno: ver los motivos y enviarlo de nuevo. Se sigue usando la última versión correcta.",
  waiting:
    "Quitaría muchos registros, o todos los valores de una columna: comprobar que está completo y enviarlo de nuevo, o aceptarlo con ilp ingest --accept-removals (en AWS, con una ejecución con “acceptRemovals”: true). Se sigue usando la última versión correcta.",
  refused:
    "Quitaría muchos registros, o todos los valores de una columna, y alguien decidió que eso es un error: exportarlo de nuevo y enviar el archivo completo. Se sigue usando la última versión correcta.",
};
export const outcomeRemedy = textIn({ es: OUTCOME_REMEDIES });

/** Files and columns of a format that the district made, which the public reads no names of. */
export const OWN_FORMAT_NAMES = {
  "a file of the district's own format": "un archivo en un formato propio del distrito",
  "a file of no known format": "un archivo en un formato desconocido",
  "a column of the district's own format": "una columna de un formato propio del distrito",
};
const OF_OWN_FORMAT: { readonly es: { readonly [name: string]: string } } = {
  es: OWN_FORMAT_NAMES,
};

/** A file or a column as its format names it: a name that is a word of no language. */
export const fileOrColumn = (name: string, language: Language = LANGUAGE): string =>
  language === "en" ? name : (OF_OWN_FORMAT[language][name] ?? name);

export const RECORD_CHANGE_NAMES = names({
  en: {
    added: "Added",
    changed: "Changed",
    withdrawn: "Withdrawn",
    "not-compared": "Not compared",
  },
  es: {
    added: "Agregados",
    changed: "Modificados",
    withdrawn: "Retirados",
    "not-compared": "Sin comparar",
  },
});
export const recordChangeName = nameIn(RECORD_CHANGE_NAMES);

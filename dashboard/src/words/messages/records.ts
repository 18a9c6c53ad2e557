/** What was left out of the files, and what is kept and not counted. */
import { EN, ES } from "../formats/formats.js";
import { firstNames } from "../formats/lists.js";
import { capital } from "../formats/text.js";
import { english } from "../language.js";
import type { Wording } from "./wording.js";

export const RECORDS: Wording<
  | "all-records-used"
  | "records-not-used"
  | "file-left-out"
  | "absences-outside"
  | "enrollments-undated"
  | "calendars-in-part"
  | "not-collected"
> = {
  en: {
    "all-records-used": () => "Every record of the current files could be used.",
    "records-not-used": ({ reasons }) =>
      `Some records or values could not be used, for ${EN.counted(reasons, "reason")}.`,
    "file-left-out": () => "A file was left out as a whole.",
    "absences-outside": ({ records }) =>
      `${capital(EN.records(records))} absences are on days when the student was not enrolled or the school was not in session: they are kept, but not counted. Check the calendar and the dates of entry and withdrawal.`,
    "enrollments-undated": () =>
      "Some enrollments have no start date in any file: their students count as enrolled all year.",
    "calendars-in-part": ({ schools }) =>
      `Only a part of the school calendar was sent for ${EN.list(firstNames(schools, (more) => `${more} more ${more === 1 ? "school" : "schools"}`))}. Due days that depend on the length of the school year cannot be determined there. Send every instructional day of the school year, from the first to the last.`,
    "not-collected": ({ requirements }) =>
      `No record shows what ${EN.counted(requirements, "requirement")} ${requirements === 1 ? "asks" : "ask"} for: the list of what is not collected names the file and column that would decide it.`,
  },
  es: {
    "all-records-used": () => "Se pudieron usar todos los registros de los archivos actuales.",
    "records-not-used": ({ reasons }) =>
      `Algunos registros o valores no se pudieron usar, por ${ES.counted(reasons, "reason")}.`,
    "file-left-out": () => "Un archivo se dejó fuera por completo.",
    "absences-outside": ({ records }) =>
      `Ausencias en días en que el estudiante no estaba inscrito o la escuela no tenía clases: ${ES.records(records)}. Se conservan, pero no se cuentan. Conviene verificar el calendario y las fechas de ingreso y de baja.`,
    "enrollments-undated": () =>
      "Algunas inscripciones no tienen fecha de inicio en ningún archivo: sus estudiantes cuentan como inscritos todo el año.",
    "calendars-in-part": ({ schools }) =>
      `Solo se envió una parte del calendario escolar de ${ES.list(firstNames(schools.map(english), (more) => `${ES.counted(more, "school")} más`))}. Allí no se pueden determinar los plazos que dependen de la duración del año escolar. Hay que enviar todos los días lectivos del año escolar, del primero al último.`,
    "not-collected": ({ requirements }) =>
      `Ningún registro muestra lo que ${requirements === 1 ? "exige" : "exigen"} ${ES.counted(requirements, "requirement")}: la lista de lo que no se recopila indica el archivo y la columna que lo decidirían.`,
  },
};

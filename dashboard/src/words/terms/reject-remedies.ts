import type { RejectReason } from "../../../../functions/domain/records/reject.ts";
import { LANGUAGE, type Language } from "../language.js";
import { inEnglish } from "./named.js";

/** What to do about a record that could not be used, in Spanish; in English the release has it. */
export const REJECT_REMEDIES: { readonly [reason in RejectReason]: string } = {
  "missing-value": "Completar el valor en el sistema de origen y enviar de nuevo el archivo.",
  "not-a-day":
    "Escribir la fecha como YYYY-MM-DD y comprobar que existe. Un número como 44442 viene de una hoja de cálculo: dar a su columna formato de fecha, o indicar excel-serial en un perfil.",
  "ambiguous-day":
    "Nada en el archivo muestra si va primero el mes o el día: escribir la fecha como YYYY-MM-DD, o indicar el orden en un perfil.",
  "not-a-number": "Escribir un número entero o decimal, sin letras ni unidades.",
  "not-a-listed-value":
    "Usar uno de los valores que admite el formato, o asignar en un perfil el código local a uno de ellos.",
  "not-an-email":
    "Escribir una sola dirección de correo electrónico completa, o la palabra none si la persona no recibe correo.",
  "too-many-cells": "Buscar una coma o un tabulador sin comillas dentro de un valor.",
  "unreadable-characters": "Quitar los caracteres de control; guardar el archivo en UTF-8.",
  "unclosed-quote": "Cerrar las comillas en este registro, o duplicarlas dentro de un valor.",
  "record-too-long": "Buscar un final de línea que falta o comillas sin cerrar.",
  "identifier-too-long":
    "Usar el identificador del sistema de origen; tiene como máximo 255 caracteres.",
  "identifier-mangled":
    "Una hoja de cálculo convirtió el identificador en un número como 1.2E+15: exportar de nuevo sin abrir el archivo en ella.",
  "duplicate-record":
    "Un duplicado de otro registro, que no se cuenta otra vez: no hay nada que hacer.",
  "contradicts-another":
    "Otro registro de lo mismo contradice a este, y este no se usa. Cuenta el registro que dice presente en vez de ausente, la inscripción más larga o el de fecha más reciente. Corregir o quitar uno de los dos en el sistema de origen.",
  "contradicts-its-date":
    "El estado dice que la revisión no se realizó, y el registro tiene la fecha en que se realizó. Corregir el estado o quitar la fecha en el sistema de origen; hasta entonces no se puede determinar si la revisión se realizó.",
  "unknown-student":
    "Comparar el identificador del estudiante con el sistema de información estudiantil; una hoja de cálculo puede haber quitado los ceros iniciales.",
  "ambiguous-student":
    "Varios estudiantes de la lista de inscritos tienen este identificador: corregir la lista, o enviar el identificador del sistema de información estudiantil.",
  "unknown-school": "Comparar el identificador de la escuela con la lista de escuelas.",
  "not-enrolled":
    "Ninguna escuela ha inscrito a este estudiante: verificar su identificador y su inscripción en el sistema de información estudiantil.",
  "unknown-plan":
    "Comparar el identificador del plan con el archivo de planes; enviar juntos ambos archivos. Si el plan mismo fue rechazado, corregirlo primero.",
  "ambiguous-goal":
    "Metas de varios estudiantes tienen este identificador: dar a cada meta su propio identificador, y enviar de nuevo las metas y las acciones.",
  "unknown-goal":
    "Comparar el identificador de la meta con el archivo de metas; enviar juntos ambos archivos. Si la meta misma fue rechazada, corregirla primero.",
  "unknown-requirement":
    "Ningún mandato ni regla del distrito tiene un requisito con este id: usar un id que muestre ilp mandates show o, en una exención, all.",
  "unknown-duty":
    "Ningún mandato tiene una obligación con este id: usar un id que muestre ilp mandates show.",
  "day-out-of-range":
    "Verificar el año: esta fecha no es posible aquí. Si la mayoría de los registros tienen este problema, el perfil lee la columna equivocada.",
  "day-still-to-come":
    "La fecha es posterior a la recepción del archivo: verificar el año. Si la columna tiene fechas previstas (de meta, de vencimiento o programadas), cambiar el perfil para que las lea así.",
  "outside-its-school-year":
    "La fecha es de otro año escolar que el plan: verificar el año, y que el año escolar del plan sea el año calendario en que termina.",
  "ends-before-it-begins": "Verificar las fechas de inicio y de fin: el fin es anterior al inicio.",
  "outside-its-parent":
    "Verificar las fechas del periodo y del periodo más largo que lo contiene: debe estar dentro de este, con una semana de margen.",
  "too-many-sections":
    "Un estudiante puede tener como máximo 32 clases o periodos en un año escolar: verificar que la columna de la clase indique clases, y no reuniones sueltas.",
  "not-a-document": "Escribir un objeto JSON por línea, sin saltos de línea dentro.",
  "not-a-list": "Escribir una lista entre corchetes, aunque tenga un solo elemento: [ … ].",
  "unknown-role":
    "La persona se usa sin esta función. Escribir una función de la lista de docs/formats/ilp-csv.md, o asignar la palabra local en un perfil.",
  "role-without-school":
    "La función no da acceso hasta que se indiquen sus escuelas. Escribir sus identificadores, separados por punto y coma.",
  "school-left-out":
    "La persona se usa sin esta escuela. Comparar su identificador con la lista de escuelas.",
  "school-of-district-role":
    "Esta función abarca todo el distrito, por lo que se pasan por alto sus escuelas. Si la persona solo puede ver estas escuelas, usar una función para escuelas: director, consejero o registro escolar.",
};
export const USED_WITHOUT = "El registro se usa sin ese valor.";

const OF_REJECTS = { es: { remedies: REJECT_REMEDIES, usedWithout: USED_WITHOUT } };

/** What to do about a reject, as the release says it in English. */
export function rejectRemedy(
  { reason, effect, remedy: englishRemedy }: { reason: string; effect: string; remedy: string },
  language: Language = LANGUAGE,
): string {
  if (language === "en") return englishRemedy;
  const { remedies, usedWithout } = OF_REJECTS[language];
  if (!isReject(remedies, reason)) return inEnglish(englishRemedy, language);
  return effect === "set-aside" ? `${remedies[reason]} ${usedWithout}` : remedies[reason];
}

const isReject = <Remedies extends object>(
  remedies: Remedies,
  reason: string,
): reason is string & keyof Remedies => Object.hasOwn(remedies, reason);

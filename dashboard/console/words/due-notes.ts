import type { DueNote } from "../../../functions/console/student-page/student-page.ts";
import { dayInWords } from "../../src/words/formats/days.js";
import type { InLanguages, Language } from "../../src/words/language.js";

/** "To check: the text names June 1, 2026, the due date is August 15, 2026." */
export const dueNoteInWords = (note: DueNote, language: Language): string =>
  WORDS[language](note, (day) => dayInWords(day, language));

const WORDS: InLanguages<(note: DueNote, on: (day: string) => string) => string> = {
  en: (note, on) => {
    switch (note.kind) {
      case "differs-from-text":
        return `To check: the text names ${on(note.statedOn)}, the due date is ${on(note.targetOn)}.`;
      case "before-set":
        return `To check: the due date, ${on(note.targetOn)}, is before the day the goal was set, ${on(note.setOn)}.`;
      case "far-away":
        return `To check: due more than 18 months after the goal was set, ${on(note.setOn)}.`;
      case "last-day-of-school":
        return "To check: due on the last day of school. Was this day chosen for this goal?";
    }
  },
  es: (note, on) => {
    switch (note.kind) {
      case "differs-from-text":
        return `Por aclarar: el texto menciona el ${on(note.statedOn)} y la fecha límite es el ${on(note.targetOn)}.`;
      case "before-set":
        return `Por aclarar: la fecha límite, el ${on(note.targetOn)}, es anterior al día en que se fijó la meta, el ${on(note.setOn)}.`;
      case "far-away":
        return `Por aclarar: vence más de 18 meses después de que se fijó la meta, el ${on(note.setOn)}.`;
      case "last-day-of-school":
        return "Por aclarar: vence el último día de clases. ¿Se eligió este día para esta meta?";
    }
  },
};

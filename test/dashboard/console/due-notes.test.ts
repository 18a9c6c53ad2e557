import { describe, expect, it } from "vitest";
import { dueNoteInWords } from "../../../dashboard/console/words/due-notes.ts";

describe("a note on a due date in words", () => {
  it.each([
    [
      { kind: "differs-from-text", statedOn: "2026-06-01", targetOn: "2026-08-15" },
      "To check: the text names June 1, 2026, the due date is August 15, 2026.",
      "Por aclarar: el texto menciona el 1 de junio de 2026 y la fecha límite es el 15 de agosto de 2026.",
    ],
    [
      { kind: "before-set", setOn: "2025-09-10", targetOn: "2025-09-09" },
      "To check: the due date, September 9, 2025, is before the day the goal was set, September 10, 2025.",
      "Por aclarar: la fecha límite, el 9 de septiembre de 2025, es anterior al día en que se fijó la meta, el 10 de septiembre de 2025.",
    ],
    [
      { kind: "far-away", setOn: "2025-09-10" },
      "To check: due more than 18 months after the goal was set, September 10, 2025.",
      "Por aclarar: vence más de 18 meses después de que se fijó la meta, el 10 de septiembre de 2025.",
    ],
    [
      { kind: "last-day-of-school" },
      "To check: due on the last day of school. Was this day chosen for this goal?",
      "Por aclarar: vence el último día de clases. ¿Se eligió este día para esta meta?",
    ],
  ] as const)("is a sentence in each language: %j", (note, english, spanish) => {
    expect(dueNoteInWords(note, "en")).toBe(english);
    expect(dueNoteInWords(note, "es")).toBe(spanish);
  });
});

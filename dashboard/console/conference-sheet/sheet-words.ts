import type { MeetingNeed } from "../../../functions/console/student-page/conference-sheet.ts";
import type { InLanguages } from "../../src/words/language.js";

/** What a conference sheet says, to a student and a family. */
export interface SheetWords {
  readonly title: string;
  readonly student: string;
  readonly school: string;
  readonly grade: string;
  readonly counselor: string;
  readonly none: string;
  readonly meetingOn: string;
  readonly goals: string;
  readonly noGoals: string;
  readonly by: (day: string) => string;
  readonly next: string;
  readonly noStep: string;
  readonly moreGoals: (count: number) => string;
  readonly goalsMet: (count: number) => string;
  readonly attendance: string;
  readonly absent: (absent: number, enrolled: number, day: string) => string;
  readonly chronic: string;
  readonly noAttendance: string;
  readonly due: string;
  /** The words for a need, after the name of its requirement; the day is null if none is set. */
  readonly needs: { readonly [need in MeetingNeed]: (day: string | null) => string };
  readonly moreDue: (count: number) => string;
  readonly nothingDue: string;
  readonly agreed: string;
  readonly who: string;
  readonly what: string;
  readonly when: string;
  readonly signatures: string;
  readonly family: string;
  readonly about: (day: string) => string;
}

export const SHEET_WORDS: InLanguages<SheetWords> = {
  en: {
    title: "Meeting about the learning plan",
    student: "Student",
    school: "School",
    grade: "Grade",
    counselor: "Counselor",
    none: "not named yet",
    meetingOn: "Date of the meeting",
    goals: "Goals, in the student’s own words",
    noGoals: "The plan has no goal that is being worked on now. Which one comes first?",
    by: (day) => `by ${day}`,
    next: "Next step",
    noStep: "No next step is written down yet.",
    moreGoals: (count) => `and ${count} more ${count === 1 ? "goal" : "goals"} in the plan`,
    goalsMet: (count) =>
      count === 1 ? "One goal of this year is met." : `${count} goals of this year are met.`,
    attendance: "Attendance so far this school year",
    absent: (absent, enrolled, day) =>
      `Absent on ${absent} of ${enrolled} school days up to ${day}.`,
    chronic: "That is one school day in ten, or more. What would help?",
    noAttendance: "How many days were missed cannot be determined: no attendance is on record.",
    due: "What is due at this meeting",
    needs: {
      overdue: (day) =>
        day === null ? "is still to be held" : `was due by ${day} and is still to be held`,
      "due-soon": (day) => (day === null ? "is due soon" : `is due by ${day}`),
      "no-plan": () => "waits for a plan, which is still to be opened",
      "plan-missing": () => "is still to be opened",
      "content-missing": () => "is still incomplete in the plan",
      "signature-missing": () => "still needs a signature, or somebody to take part",
      "record-missing": () => "is not on record as done",
    },
    moreDue: (count) => `and ${count} more, which the counselor knows`,
    nothingDue: "Nothing is due. This is a time to look at the goals again.",
    agreed: "What we agree on",
    who: "Who",
    what: "What",
    when: "By when",
    signatures: "Signatures",
    family: "Family",
    about: (day) =>
      `From the school’s records as of ${day}. For the student, the family and the school.`,
  },
  es: {
    title: "Reunión sobre el plan de aprendizaje",
    student: "Estudiante",
    school: "Escuela",
    grade: "Grado",
    counselor: "Consejero o consejera",
    none: "aún sin asignar",
    meetingOn: "Fecha de la reunión",
    goals: "Metas, con las palabras del estudiante",
    noGoals: "El plan no tiene ninguna meta en curso. ¿Cuál será la primera?",
    by: (day) => `para el ${day}`,
    next: "Próximo paso",
    noStep: "Todavía no hay un próximo paso anotado.",
    moreGoals: (count) => `y ${count} ${count === 1 ? "meta" : "metas"} más en el plan`,
    goalsMet: (count) =>
      count === 1
        ? "Una meta de este año ya se cumplió."
        : `${count} metas de este año ya se cumplieron.`,
    attendance: "Asistencia en este año escolar",
    absent: (absent, enrolled, day) =>
      `Ausente ${absent} de ${enrolled} días de clase hasta el ${day}.`,
    chronic: "Es uno de cada diez días de clase, o más. ¿Qué ayudaría?",
    noAttendance: "No se puede saber cuántos días faltó: no hay registro de asistencia.",
    due: "Qué corresponde hacer en esta reunión",
    needs: {
      overdue: (day) =>
        day === null
          ? "todavía está pendiente"
          : `debía hacerse a más tardar el ${day} y todavía está pendiente`,
      "due-soon": (day) =>
        day === null ? "debe hacerse pronto" : `debe hacerse a más tardar el ${day}`,
      "no-plan": () => "espera un plan, que todavía no se ha abierto",
      "plan-missing": () => "todavía no se ha abierto",
      "content-missing": () => "todavía está incompleto en el plan",
      "signature-missing": () => "todavía necesita una firma o la participación de alguien",
      "record-missing": () => "no consta como hecho",
    },
    moreDue: (count) => `y ${count} más, que el consejero o la consejera conoce`,
    nothingDue: "No hay nada pendiente. Es un buen momento para volver a mirar las metas.",
    agreed: "Qué acordamos",
    who: "Quién",
    what: "Qué",
    when: "Para cuándo",
    signatures: "Firmas",
    family: "Familia",
    about: (day) =>
      `Según los registros de la escuela al ${day}. Para el estudiante, la familia y la escuela.`,
  },
};

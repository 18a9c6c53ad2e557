import { say } from "../../../functions/releases/words/message.ts";
import { between, exactly, MANDATE as mandate, type MessageRow } from "./message-rows.ts";

const MOVE = "Grade 8 to 9";

export const TRANSITION_ROWS: readonly MessageRow[] = [
  [
    say("transition-ready", {
      transition: MOVE,
      share: between(0.65, 0.69),
      students: 80,
      heldOn: null,
    }),
    "65–69% of 80 students are ready for the transition “Grade 8 to 9”: plan open, reviewed, and its focus areas covered.",
    "Entre el 65 % y el 69 % de los 80 estudiantes están listos para la transición “Grade 8 to 9”: plan abierto, revisado y con sus áreas de enfoque cubiertas.",
  ],
  [
    say("transition-ready", {
      transition: MOVE,
      share: exactly(0),
      students: 80,
      heldOn: "2022-03-31",
    }),
    "None of 80 students is ready for the transition “Grade 8 to 9” (data as of March 31, 2022): plan open, reviewed, and its focus areas covered.",
    "Ninguno de los 80 estudiantes está listo para la transición “Grade 8 to 9” (datos del 31 de marzo de 2022): plan abierto, revisado y con sus áreas de enfoque cubiertas.",
  ],
  [
    say("transition-too", { transition: "Entering grade 6", share: exactly(1), heldOn: null }),
    "Ready for “Entering grade 6”: all.",
    "Listos para “Entering grade 6”: todos.",
  ],
  [
    say("transition-too", {
      ...{ transition: "Entering grade 6", share: exactly(0.7), heldOn: "2022-03-31" },
    }),
    "Ready for “Entering grade 6”: 70% (data as of March 31, 2022).",
    "Listos para “Entering grade 6”: 70 % (datos del 31 de marzo de 2022).",
  ],
  [
    say("transition-without", { transition: "Entering grade 12", state: "too-few-students" }),
    "Ready for “Entering grade 12”: too few students to show.",
    "Listos para “Entering grade 12”: muy pocos estudiantes para mostrar.",
  ],
  [
    say("no-transitions", { mandate }),
    "Effective Practice asks for no review at a transition.",
    "Effective Practice no exige ninguna revisión en una transición.",
  ],
];

const onTime = { share: exactly(0.44), students: 539, heldOn: null } as const;
const MARCH = "2022-03-31";

export const REVIEW_ROWS: readonly MessageRow[] = [
  [
    say("reviews-on-time", { ...onTime, change: null }),
    "44% of 539 students had every review due so far held on time.",
    "El 44 % de los 539 estudiantes tuvieron a tiempo todas las revisiones que ya vencieron.",
  ],
  [
    say("reviews-on-time", {
      ...onTime,
      change: { kind: "down", before: exactly(0.72), on: MARCH },
    }),
    "44% of 539 students had every review due so far held on time, down from 72% on March 31.",
    "El 44 % de los 539 estudiantes tuvieron a tiempo todas las revisiones que ya vencieron, en descenso (31 de marzo: 72 %).",
  ],
  [
    say("reviews-on-time", { ...onTime, change: { kind: "up", before: exactly(0.3), on: MARCH } }),
    "44% of 539 students had every review due so far held on time, up from 30% on March 31.",
    "El 44 % de los 539 estudiantes tuvieron a tiempo todas las revisiones que ya vencieron, en aumento (31 de marzo: 30 %).",
  ],
  [
    say("reviews-on-time", { ...onTime, change: { kind: "not-compared", on: MARCH } }),
    "44% of 539 students had every review due so far held on time, not compared with March 31, 2022, when a different set of requirements was due.",
    "El 44 % de los 539 estudiantes tuvieron a tiempo todas las revisiones que ya vencieron, sin comparación con el 31 de marzo de 2022, cuando vencía otro conjunto de requisitos.",
  ],
  [
    say("reviews-otherwise", {
      notHeld: exactly(0.36),
      noPlan: between(0, 0.05),
      notDue: exactly(0.11),
    }),
    "A review was not held for 36% of students; at most 5% of students have no plan although a review is due; 11% of students have no review due yet.",
    "No se realizó alguna revisión para el 36 % de los estudiantes; a lo sumo el 5 % de los estudiantes no tienen plan aunque ya venció una revisión; para el 11 % de los estudiantes aún no vence ninguna revisión.",
  ],
  [
    say("reviews-otherwise", { notHeld: null, noPlan: null, notDue: exactly(1) }),
    "All students have no review due yet.",
    "Para todos los estudiantes aún no vence ninguna revisión.",
  ],
  [
    say("most-to-do", {
      ...{ place: "Grand Bend High School", notHeld: between(0.33, 0.36), noPlan: null },
      heldOn: null,
    }),
    "Most still to do: Grand Bend High School (not held 33–36%).",
    "Donde queda más por hacer: Grand Bend High School (no realizadas 33–36 %).",
  ],
  [
    say("most-to-do", {
      ...{ place: "Grand Bend High School", notHeld: exactly(0.42), noPlan: exactly(0.1) },
      heldOn: "2022-03-31",
    }),
    "Most still to do: Grand Bend High School (not held 42%, no plan 10%; data as of March 31, 2022).",
    "Donde queda más por hacer: Grand Bend High School (no realizadas 42 %, sin plan 10 %; datos del 31 de marzo de 2022).",
  ],
  [
    say("no-reviews", { mandate }),
    "Effective Practice asks for no review with a due date.",
    "Effective Practice no exige ninguna revisión con fecha de vencimiento.",
  ],
];

const rate = { measure: "plan-coverage", breakdown: "all", name: "All students" } as const;
const GOALS = "Goals in all three domains";

export const CHANGE_ROWS: readonly MessageRow[] = [
  [
    say("trends-start-anew", { on: MARCH }),
    "The definitions, or the rules of the mandate, have changed since March 31, 2022: every trend starts again with this release, and no figure is compared with an earlier one.",
    "Las definiciones, o las reglas del mandato, han cambiado desde el 31 de marzo de 2022: todas las tendencias comienzan de nuevo con esta publicación, y ninguna cifra se compara con una anterior.",
  ],
  [
    say("came-due", {
      on: MARCH,
      requirements: [
        { name: "Second review of the year", students: 500 },
        { name: GOALS, students: null },
      ],
    }),
    "Newly due: Second review of the year (for 500 students); Goals in all three domains.",
    "Nuevos vencimientos: Second review of the year (para 500 estudiantes); Goals in all three domains.",
  ],
  [
    say("rates-not-compared", {
      on: MARCH,
      rates: [
        { measure: "requirements-met", breakdown: "all", name: "All students" },
        { measure: "transition-coverage", breakdown: "transition", name: MOVE },
      ],
    }),
    "Not compared, since a different set of requirements was due on March 31, 2022: All requirements met; Ready for the transition (Grade 8 to 9).",
    "Sin comparación, porque el 31 de marzo de 2022 vencía otro conjunto de requisitos: Todos los requisitos cumplidos; Listos para la transición (Grade 8 to 9).",
  ],
  [
    say("rate-changed", {
      rate,
      share: exactly(0.91),
      change: { kind: "nearly", before: exactly(0.905), on: MARCH },
    }),
    "Students with an open plan: 91%, nearly the same as on March 31.",
    "Estudiantes con un plan abierto: 91 %, casi igual que el 31 de marzo.",
  ],
  [
    say("rate-changed", {
      rate,
      share: exactly(0.91),
      change: { kind: "same", before: exactly(0.91), on: MARCH },
    }),
    "Students with an open plan: 91%, the same as on March 31.",
    "Estudiantes con un plan abierto: 91 %, igual que el 31 de marzo.",
  ],
  [
    say("rate-changed", {
      rate: { measure: "requirement-met", breakdown: "requirement", name: GOALS },
      share: between(0.35, 0.39),
      change: { kind: "after", before: between(0.36, 0.4), on: MARCH },
    }),
    "Goals in all three domains: met by 35–39% of all students under the mandate, compared with 36–40% on March 31.",
    "Goals in all three domains: 35–39 % de todos los estudiantes sujetos al mandato cumplen, frente a 36–40 % el 31 de marzo.",
  ],
];

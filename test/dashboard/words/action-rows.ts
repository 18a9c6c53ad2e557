import { say } from "../../../functions/releases/words/message.ts";
import { between, exactly, type MessageRow } from "./message-rows.ts";

const SECOND = "Second review of the year";
const act = {
  need: "overdue",
  requirement: SECOND,
  thing: "Review",
  place: "High School",
  share: exactly(128 / 306),
  students: 306,
  count: 128,
  heldOn: null,
} as const;
const PUBLIC = { share: between(0.4, 0.44), count: null } as const;
const SOON = { requirement: "Review for the move from grade 8 to 9" } as const;
const DUE = { requirements: [SOON.requirement] } as const;
const TOGETHER = { from: "2022-06-04", until: "2022-06-04", count: null } as const;

export const ACTION_ROWS: readonly MessageRow[] = [
  [
    say("act-on", act),
    "High School: hold the second review of the year (42% of 306 students; 128 students).",
    "High School: realizar la revisión “Second review of the year” (el 42 % de los 306 estudiantes; 128 estudiantes).",
  ],
  [
    say("act-on", { ...act, place: null, ...PUBLIC, heldOn: "2022-03-31" }),
    "All schools: hold the second review of the year (40–44% of 306 students; data as of March 31, 2022).",
    "Todas las escuelas: realizar la revisión “Second review of the year” (entre el 40 % y el 44 % de los 306 estudiantes; datos del 31 de marzo de 2022).",
  ],
  [
    say("act-on", { ...act, share: exactly(1), students: 7, count: 7 }),
    "High School: hold the second review of the year (all 7 students).",
    "High School: realizar la revisión “Second review of the year” (todos los 7 estudiantes).",
  ],
  [
    say("act-on", { ...act, requirement: "Conference alone, grades 7 and 8", count: 1 }),
    "High School: hold the review “Conference alone, grades 7 and 8” (42% of 306 students; 1 student).",
    "High School: realizar la revisión “Conference alone, grades 7 and 8” (el 42 % de los 306 estudiantes; 1 estudiante).",
  ],
  [
    say("act-on", { ...act, ...PUBLIC, need: "no-plan" }),
    "High School: open the missing plans, to hold the second review of the year (40–44% of 306 students).",
    "High School: abrir los planes que faltan para realizar la revisión “Second review of the year” (entre el 40 % y el 44 % de los 306 estudiantes).",
  ],
  [
    say("act-on", { ...act, ...PUBLIC, need: "plan-missing", requirement: "A plan is open" }),
    "High School: open the missing plans for “A plan is open” (40–44% of 306 students).",
    "High School: abrir los planes que faltan para “A plan is open” (entre el 40 % y el 44 % de los 306 estudiantes).",
  ],
  [
    say("act-on", { ...act, ...PUBLIC, need: "content-missing", requirement: "Goals" }),
    "High School: add to plans what “Goals” asks for (40–44% of 306 students).",
    "High School: agregar a los planes lo que exige “Goals” (entre el 40 % y el 44 % de los 306 estudiantes).",
  ],
  [
    say("act-on", { ...act, need: "due-soon", requirement: "A plan is open", count: 1 }),
    "High School: meet “A plan is open”, due within 30 days (42% of 306 students; 1 student).",
    "High School: cumplir “A plan is open”, que vence en 30 días o menos (el 42 % de los 306 estudiantes; 1 estudiante).",
  ],
  [
    say("act-on", {
      ...act,
      ...PUBLIC,
      need: "signature-missing",
      requirement: "Approval",
      thing: "Signature or approval",
    }),
    "High School: see to the missing signature or approval for “Approval” (40–44% of 306 students).",
    "High School: resolver la falta de firma o aprobación para “Approval” (entre el 40 % y el 44 % de los 306 estudiantes).",
  ],
  [
    say("act-on", { ...act, ...PUBLIC, need: "record-missing", requirement: "Advice on aid" }),
    "High School: do and record what “Advice on aid” asks for (40–44% of 306 students).",
    "High School: hacer y registrar lo que exige “Advice on aid” (entre el 40 % y el 44 % de los 306 estudiantes).",
  ],
  [
    say("act-on", { ...act, ...PUBLIC, ...SOON, need: "not-ready" }),
    "High School: get students ready for the review for the move from grade 8 to 9 (40–44% of 306 students).",
    "High School: preparar a los estudiantes para la revisión “Review for the move from grade 8 to 9” (entre el 40 % y el 44 % de los 306 estudiantes).",
  ],
  [
    say("act-on", { ...act, ...PUBLIC, need: "not-met", requirement: "Goals" }),
    "High School: complete what is late or missing for “Goals” (40–44% of 306 students).",
    "High School: completar lo que falta o está atrasado para “Goals” (entre el 40 % y el 44 % de los 306 estudiantes).",
  ],
  [
    say("act-on", { ...act, ...PUBLIC, need: "something-new", requirement: "Goals" }),
    "High School: act on “Goals” (40–44% of 306 students).",
    "High School: atender “Goals” (entre el 40 % y el 44 % de los 306 estudiantes).",
  ],
  [
    say("act-due-soon", { ...DUE, from: "2022-06-04", until: "2022-06-04", count: null }),
    "Next due: review for the move from grade 8 to 9, June 4, 2022.",
    "Próximo vencimiento: Review for the move from grade 8 to 9, 4 de junio de 2022.",
  ],
  [
    say("act-due-soon", { ...DUE, from: "2022-06-02", until: "2022-06-04", count: 17 }),
    "Next due: review for the move from grade 8 to 9, June 2 to June 4, 2022 (17 students).",
    "Próximo vencimiento: Review for the move from grade 8 to 9, del 2 de junio al 4 de junio de 2022 (17 estudiantes).",
  ],
  [
    say("act-due-soon", { ...TOGETHER, requirements: ["Second review", "Yearly signatures"] }),
    "Next due: second review and Yearly signatures, June 4, 2022.",
    "Próximo vencimiento: Second review y Yearly signatures, 4 de junio de 2022.",
  ],
  [
    say("act-due-soon", { ...TOGETHER, requirements: ["Goals", "Steps", "Review", "Plan"] }),
    "Next due: goals, Steps, Review, and 1 more, June 4, 2022.",
    "Próximo vencimiento: Goals, Steps, Review y 1 más, 4 de junio de 2022.",
  ],
  [
    say("act-fix-records", {
      problem: "plan-without-enrollment",
      name: "Plan without enrollment",
      owner: "Registrar",
      count: 22,
    }),
    "Registrar: check the withdrawals of students with an open plan (22 students).",
    "Registro escolar: verificar las bajas de estudiantes con un plan abierto (22 estudiantes).",
  ],
  [
    say("act-fix-records", {
      problem: "something-new",
      name: "Two plans",
      owner: "Counselor",
      count: 1,
    }),
    "Counselor: fix “Two plans” (1 student).",
    "Consejero: corregir “Two plans” (1 estudiante).",
  ],
  [
    say("act-fix-records", {
      problem: "wrong-school",
      name: "Plan at another school",
      owner: "Vendor of the plan platform",
      count: 36,
    }),
    "Vendor of the plan platform: reimport the roster for plans at another school (36 students).",
    "Proveedor de la plataforma de planes: importar de nuevo la lista de inscritos para corregir los planes en otra escuela (36 estudiantes).",
  ],
  [
    say("nothing-to-do", {}),
    "Nothing to do now: nothing is overdue or due within 30 days.",
    "Nada que hacer por ahora: nada está atrasado ni vence en 30 días o menos.",
  ],
  [
    say("little-to-do", {}),
    "Little to do now: few students, if any, are waiting for any one requirement.",
    "Poco que hacer por ahora: pocos estudiantes, o ninguno, están pendientes de algún requisito.",
  ],
  [
    say("no-action-public", { mandate: "Vermont" }),
    "No requirement of Vermont has a public figure of what is late or missing.",
    "Ningún requisito de Vermont tiene una cifra pública de lo que falta o está atrasado.",
  ],
  [
    say("no-plans-sent", {}),
    "Send the plans: until then nobody can say who acts next.",
    "Enviar los planes: hasta entonces no se puede decir quién actúa después.",
  ],
];

import { say } from "../../../functions/releases/words/message.ts";
import { between, type MessageRow } from "./message-rows.ts";

const compared = { instructionalDay: 60, students: 530 } as const;

export const ATTENDANCE_ROWS: readonly MessageRow[] = [
  [
    say("attendance-too-few", { instructionalDay: 60 }),
    "No public figure compares the attendance of similar students with and without a plan on instructional day 60: within schools too few can be compared.",
    "Ninguna cifra pública compara la asistencia de estudiantes similares con plan y sin plan el día lectivo 60: dentro de las escuelas hay muy pocos que comparar.",
  ],
  [
    say("attendance-no-data", { instructionalDay: 60, edition: "public" }),
    "There is not enough data to compare attendance with plans: no plans or no attendance were sent, not enough days have passed since instructional day 60, or there are not at least 30 students with a plan and 30 without.",
    "No hay datos suficientes para comparar la asistencia con los planes: no se enviaron planes o asistencia, no han pasado suficientes días desde el día lectivo 60, o no hay al menos 30 estudiantes con plan y 30 sin plan.",
  ],
  [
    say("attendance-no-data", { instructionalDay: 60, edition: "staff" }),
    "There is not enough data to compare attendance with plans: no plans or no attendance were sent, not enough days have passed since instructional day 60, or no school has students with a plan and without one to compare.",
    "No hay datos suficientes para comparar la asistencia con los planes: no se enviaron planes o asistencia, no han pasado suficientes días desde el día lectivo 60, o ninguna escuela tiene estudiantes con plan y sin plan que comparar.",
  ],
  [
    say("attendance-compared", { ...compared, estimate: -0.2, limits: between(-1.24, 0.8) }),
    "Attendance and plans: no clear link this year (95% interval −1.2 to +0.8 percentage points; about 530 students with and without a plan).",
    "Asistencia y planes: sin relación clara este año (intervalo del 95 %: de −1.2 a +0.8 puntos porcentuales; unos 530 estudiantes con plan y sin plan).",
  ],
  [
    say("attendance-compared", { ...compared, estimate: -0.2, limits: null }),
    "Attendance and plans: students with an open plan on instructional day 60 attended 0.2 percentage points less of the remaining days than similar students of their school (with too few schools to say how certain that is; about 530 students with and without a plan). Similar students are in the same grade and had a similar attendance rate before that day.",
    "Asistencia y planes: los estudiantes con un plan abierto el día lectivo 60 asistieron 0.2 puntos porcentuales menos de los días restantes que estudiantes similares de su escuela (con muy pocas escuelas para decir qué tan seguro es; unos 530 estudiantes con plan y sin plan). Los estudiantes similares son del mismo grado y tenían una asistencia similar antes de ese día.",
  ],
  [
    say("attendance-compared", { ...compared, estimate: 0.04, limits: null }),
    "Attendance and plans: students with an open plan on instructional day 60 attended as many of the remaining days as similar students of their school (with too few schools to say how certain that is; about 530 students with and without a plan). Similar students are in the same grade and had a similar attendance rate before that day.",
    "Asistencia y planes: los estudiantes con un plan abierto el día lectivo 60 asistieron tantos de los días restantes como estudiantes similares de su escuela (con muy pocas escuelas para decir qué tan seguro es; unos 530 estudiantes con plan y sin plan). Los estudiantes similares son del mismo grado y tenían una asistencia similar antes de ese día.",
  ],
  [
    say("goals-compared", { estimate: 0.05, limits: between(-0.04, 0.13) }),
    "Attendance and goals: no clear link this year (rank correlation +0.05, 95% interval −0.04 to +0.13, not adjusted).",
    "Asistencia y metas: sin relación clara este año (correlación de rangos +0.05, intervalo del 95 %: de −0.04 a +0.13, sin ajustar).",
  ],
  [
    say("goals-compared", { estimate: 0.09, limits: between(0.02, 0.16) }),
    "Attendance and goals: students with more goals attended somewhat more, a very small association (rank correlation +0.09, 95% interval +0.02 to +0.16, not adjusted).",
    "Asistencia y metas: los estudiantes con más metas asistieron algo más, una asociación muy pequeña (correlación de rangos +0.09, intervalo del 95 %: de +0.02 a +0.16, sin ajustar).",
  ],
  [
    say("goals-compared", { estimate: -0.5, limits: between(-0.6, -0.4) }),
    "Attendance and goals: students with more goals attended somewhat less, a large association (rank correlation −0.50, 95% interval −0.60 to −0.40, not adjusted).",
    "Asistencia y metas: los estudiantes con más metas asistieron algo menos, una asociación grande (correlación de rangos −0.50, intervalo del 95 %: de −0.60 a −0.40, sin ajustar).",
  ],
  [
    say("association-not-effect", {}),
    "This is an association, not an effect: students with and without plans differ in ways that are not measured.",
    "Es una asociación, no un efecto: los estudiantes con plan y sin plan se diferencian en aspectos que no se miden.",
  ],
];

export const RECORD_ROWS: readonly MessageRow[] = [
  [
    say("all-records-used", {}),
    "Every record of the current files could be used.",
    "Se pudieron usar todos los registros de los archivos actuales.",
  ],
  [
    say("records-not-used", { reasons: 1 }),
    "Some records or values could not be used, for 1 reason.",
    "Algunos registros o valores no se pudieron usar, por 1 motivo.",
  ],
  [
    say("file-left-out", {}),
    "A file was left out as a whole.",
    "Un archivo se dejó fuera por completo.",
  ],
  [
    say("absences-outside", { records: "under 100" }),
    "Under 100 absences are on days when the student was not enrolled or the school was not in session: they are kept, but not counted. Check the calendar and the dates of entry and withdrawal.",
    "Ausencias en días en que el estudiante no estaba inscrito o la escuela no tenía clases: menos de 100. Se conservan, pero no se cuentan. Conviene verificar el calendario y las fechas de ingreso y de baja.",
  ],
  [
    say("enrollments-undated", {}),
    "Some enrollments have no start date in any file: their students count as enrolled all year.",
    "Algunas inscripciones no tienen fecha de inicio en ningún archivo: sus estudiantes cuentan como inscritos todo el año.",
  ],
  [
    say("calendars-in-part", { schools: ["Cedar Ridge High School"] }),
    "Only a part of the school calendar was sent for Cedar Ridge High School. Due days that depend on the length of the school year cannot be determined there. Send every instructional day of the school year, from the first to the last.",
    "Solo se envió una parte del calendario escolar de Cedar Ridge High School. Allí no se pueden determinar los plazos que dependen de la duración del año escolar. Hay que enviar todos los días lectivos del año escolar, del primero al último.",
  ],
  ...(
    [
      [["A", "B", "C"], "A, B, and C", "A, B y C"],
      [["A", "B", "C", "D"], "A, B, C, and 1 more school", "A, B, C y 1 escuela más"],
      [["A", "B", "C", "D", "E"], "A, B, C, and 2 more schools", "A, B, C y 2 escuelas más"],
    ] as const
  ).map(([schools, en, es]): MessageRow => [
    say("calendars-in-part", { schools }),
    `Only a part of the school calendar was sent for ${en}. Due days that depend on the length of the school year cannot be determined there. Send every instructional day of the school year, from the first to the last.`,
    `Solo se envió una parte del calendario escolar de ${es}. Allí no se pueden determinar los plazos que dependen de la duración del año escolar. Hay que enviar todos los días lectivos del año escolar, del primero al último.`,
  ]),
  [
    say("not-collected", { requirements: 1 }),
    "No record shows what 1 requirement asks for: the list of what is not collected names the file and column that would decide it.",
    "Ningún registro muestra lo que exige 1 requisito: la lista de lo que no se recopila indica el archivo y la columna que lo decidirían.",
  ],
  [
    say("not-collected", { requirements: 2 }),
    "No record shows what 2 requirements ask for: the list of what is not collected names the file and column that would decide it.",
    "Ningún registro muestra lo que exigen 2 requisitos: la lista de lo que no se recopila indica el archivo y la columna que lo decidirían.",
  ],
];

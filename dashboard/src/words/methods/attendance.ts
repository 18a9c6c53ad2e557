import { inLanguage } from "../language.js";

/** Words of attendance beside plans and goals: an association, never an effect. */
export const ATTENDANCE_WORDS = {
  en: {
    notYet: "The landmark day is not reached yet: until then there is nothing to compare.",
    landmark: (day: number, daysAfter: number) =>
      `Plans and goals are counted as they were on instructional day ${day}, the landmark day; attendance is counted after it. Left out are students whom no school of the district enrolled on that day, students enrolled for fewer than ${daysAfter} instructional days after it, and students with a goal whose date nobody recorded. Attendance before that day stands in for attendance of the year before.`,
    means: "Mean attendance after the landmark day",
    meansTitle: (exposure: string) => `Mean attendance: ${exposure}`,
    meansLabel: (exposure: string, place: string) =>
      `Mean attendance after the landmark day in ${place}, by ${exposure}, with 95% intervals`,
    scaleBegins: (share: string) =>
      `A dot is the mean, the line its 95% interval. The scale begins at ${share}.`,
    differences: "How large the difference is",
    forestTitle: (exposure: string, unit: string) => `${exposure}, in ${unit}`,
    forestLabel: (exposure: string, unit: string, place: string) =>
      `Attendance after the landmark day beside ${exposure} in ${place}, in ${unit}, by method, with 95% intervals`,
    bySchool: (method: string) => `School by school: ${method}`,
    bySchoolLabel: (method: string) =>
      `${method} in attendance after the landmark day, school by school, with 95% intervals`,
    caveats: "What this says, and what it does not",
    says: [
      "It says how attendance after the landmark day goes together with what students had on that day. Plans and goals come first and attendance after, so neither is counted from the days of the other.",
      "It does not say why. Students with more goals differ in other ways too: grade level, school, earlier attendance, whose plan was started first. These are associations.",
      "The difference within schools is the one to quote. It compares students of the same school, so a school where everybody attends more does not count as a difference between plans.",
      "Students who left, or who came too late to be followed after the landmark day, are not in it.",
      "An interval that includes 0 is consistent with no difference at all; a wide one says that there are few students or few schools.",
    ],
    aboutTens:
      "Numbers of students are rounded down to tens, and intervals are calculated from them.",
    meansTable: "Mean attendance by plans and goals",
    estimatesTable: "Every estimate, by place and method",
    place: "District or school",
    exposure: "Compared by",
    group: "Students",
    outcome: "Outcome",
    method: "Method",
    unit: "Unit",
    mean: "Mean attendance",
    estimate: "Estimate",
    interval: "95% interval",
    limits: (low: string, high: string) => `${low} to ${high}`,
    noInterval: "too few schools for an interval",
    students: "Students (n)",
    studentsAbout: "Students, about",
  },
  es: {
    notYet:
      "Todavía no se ha llegado al día de referencia: hasta entonces no hay nada que comparar.",
    landmark: (day: number, daysAfter: number) =>
      `Los planes y las metas se cuentan como estaban el día lectivo ${day}, el día de referencia; la asistencia se cuenta después. Quedan fuera los estudiantes que ese día no estaban inscritos en ninguna escuela del distrito, los inscritos por menos de ${daysAfter} días lectivos después y los que tienen una meta cuya fecha nadie anotó. La asistencia anterior a ese día ocupa el lugar de la asistencia del año anterior.`,
    means: "Asistencia media después del día de referencia",
    meansTitle: (exposure: string) => `Asistencia media: ${exposure}`,
    meansLabel: (exposure: string, place: string) =>
      `Asistencia media después del día de referencia en ${place}, según ${exposure}, con intervalos del 95\u00a0%`,
    scaleBegins: (share: string) =>
      `El punto es la media y la línea su intervalo del 95\u00a0%. La escala empieza en ${share}.`,
    differences: "Qué tan grande es la diferencia",
    forestTitle: (exposure: string, unit: string) => `${exposure}, en ${unit}`,
    forestLabel: (exposure: string, unit: string, place: string) =>
      `Asistencia después del día de referencia junto a ${exposure} en ${place}, en ${unit}, por método, con intervalos del 95\u00a0%`,
    bySchool: (method: string) => `Escuela por escuela: ${method}`,
    bySchoolLabel: (method: string) =>
      `${method} en la asistencia después del día de referencia, escuela por escuela, con intervalos del 95\u00a0%`,
    caveats: "Qué dice esto y qué no dice",
    says: [
      "Dice cómo va la asistencia después del día de referencia junto con lo que los estudiantes tenían ese día. Primero van los planes y las metas y después la asistencia, así que ninguno se cuenta con los días del otro.",
      "No dice por qué. Los estudiantes con más metas también difieren en otras cosas: el grado, la escuela, la asistencia anterior, qué plan se empezó primero. Son asociaciones.",
      "La diferencia dentro de las escuelas es la que conviene citar. Compara a estudiantes de la misma escuela, así que una escuela donde todos asisten más no cuenta como diferencia entre planes.",
      "No incluye a los estudiantes que se fueron ni a los que llegaron demasiado tarde para seguirlos después del día de referencia.",
      "Un intervalo que incluye el 0 es compatible con que no haya ninguna diferencia; uno ancho dice que hay pocos estudiantes o pocas escuelas.",
    ],
    aboutTens:
      "El número de estudiantes se redondea hacia abajo a decenas, y con él se calculan los intervalos.",
    meansTable: "Asistencia media según los planes y las metas",
    estimatesTable: "Todas las estimaciones, por lugar y método",
    place: "Distrito o escuela",
    exposure: "Comparado según",
    group: "Estudiantes",
    outcome: "Resultado",
    method: "Método",
    unit: "Unidad",
    mean: "Asistencia media",
    estimate: "Estimación",
    interval: "Intervalo del 95\u00a0%",
    limits: (low: string, high: string) => `${low} a ${high}`,
    noInterval: "muy pocas escuelas para un intervalo",
    students: "Estudiantes (n)",
    studentsAbout: "Estudiantes, aproximadamente",
  },
};

export const attendanceWords = inLanguage(ATTENDANCE_WORDS);

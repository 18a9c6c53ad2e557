import { say } from "../../../functions/releases/words/message.ts";
import { between, exactly, GRADES, MANDATE as mandate, type MessageRow } from "./message-rows.ts";

const missing = {
  share: exactly(0.83),
  students: 546,
  mandate,
  grades: GRADES,
  mostly: "met",
  heldOn: null,
} as const;
const GOALS = "Goals in all three domains";

export const KEPT_ROWS: readonly MessageRow[] = [
  [
    say("requirements-missing", missing),
    "Not yet met: 83% of 546 students in grades 6–12 are missing at least one requirement of Effective Practice.",
    "Aún no se cumple: el 83 % de los 546 estudiantes de los grados 6 a 12 incumplen al menos un requisito de Effective Practice.",
  ],
  [
    say("requirements-missing", { ...missing, share: between(0.8, 0.84), heldOn: "2022-03-31" }),
    "Not yet met: 80–84% of 546 students in grades 6–12 are missing at least one requirement of Effective Practice (data as of March 31, 2022).",
    "Aún no se cumple: entre el 80 % y el 84 % de los 546 estudiantes de los grados 6 a 12 incumplen al menos un requisito de Effective Practice (datos del 31 de marzo de 2022).",
  ],
  [
    say("requirements-missing", { ...missing, share: between(0, 0.05) }),
    "Met or nearly met: at most 5% of 546 students in grades 6–12 are missing at least one requirement of Effective Practice.",
    "Se cumple o casi se cumple: a lo sumo el 5 % de los 546 estudiantes de los grados 6 a 12 incumplen al menos un requisito de Effective Practice.",
  ],
  [
    say("requirements-missing", {
      ...missing,
      share: between(0, 0.01),
      grades: [],
      mostly: "open",
    }),
    "Not known yet: at most 1% of 546 students are missing at least one requirement of Effective Practice.",
    "Aún no se sabe: a lo sumo el 1 % de los 546 estudiantes incumplen al menos un requisito de Effective Practice.",
  ],
  [
    say("requirements-missing", {
      ...missing,
      share: between(0, 0.01),
      grades: [],
      mostly: "not-due",
    }),
    "Mostly not due yet: at most 1% of 546 students are missing at least one requirement of Effective Practice.",
    "En su mayor parte aún no vence: a lo sumo el 1 % de los 546 estudiantes incumplen al menos un requisito de Effective Practice.",
  ],
  [
    say("requirements-missing", { ...missing, share: between(0, 0.49), students: 9 }),
    "Perhaps not met: less than half of 9 students in grades 6–12 are missing at least one requirement of Effective Practice.",
    "Quizá no se cumple: menos de la mitad de los 9 estudiantes de los grados 6 a 12 incumplen al menos un requisito de Effective Practice.",
  ],
  [
    say("requirements-missing", {
      ...missing,
      share: exactly(1),
      students: 1,
      grades: ["08"],
    }),
    "Not yet met: the only student in grade 8 is missing at least one requirement of Effective Practice.",
    "Aún no se cumple: el único estudiante del grado 8 incumple al menos un requisito de Effective Practice.",
  ],
  [
    say("requirements-met", { students: 546, mandate }),
    "Met: no student is missing a requirement of Effective Practice that is due (546 students).",
    "Se cumple: a ningún estudiante le falta un requisito de Effective Practice que ya haya vencido (546 estudiantes).",
  ],
  [
    say("none-known-missing", { students: 546, mandate }),
    "Not known yet: no student is known to be missing a requirement of Effective Practice that is due (546 students).",
    "Aún no se sabe: no consta que a algún estudiante le falte un requisito de Effective Practice que ya haya vencido (546 estudiantes).",
  ],
  [
    say("nothing-due-yet", { students: 1, mandate }),
    "Nothing is due yet: no requirement of Effective Practice has come due for any student (1 student).",
    "Nada ha vencido aún: ningún requisito de Effective Practice ha vencido para ningún estudiante (1 estudiante).",
  ],
  [
    say("most-missing", { requirement: GOALS, share: exactly(0.63), isAlone: true, heldOn: null }),
    "Most often missing: goals in all three domains (63%).",
    "Lo que falta con más frecuencia: Goals in all three domains (63 %).",
  ],
  [
    say("most-missing", {
      ...{ requirement: GOALS, share: exactly(0.63), isAlone: true },
      heldOn: "2022-01-28",
    }),
    "Most often missing: goals in all three domains (63%; data as of January 28, 2022).",
    "Lo que falta con más frecuencia: Goals in all three domains (63 %; datos del 28 de enero de 2022).",
  ],
  [
    say("most-missing", { requirement: GOALS, share: null, isAlone: false, heldOn: null }),
    "Among those most often missing: goals in all three domains.",
    "Entre lo que falta con más frecuencia: Goals in all three domains.",
  ],
  [
    say("cannot-say-whether-met", { share: exactly(0.12) }),
    "For 12% of students it cannot be determined whether every requirement is met.",
    "No se puede determinar si se cumplen todos los requisitos para el 12 % de los estudiantes.",
  ],
  [
    say("cannot-be-determined", {
      ...{ requirement: "IEP team takes part", share: exactly(1), heldOn: null },
    }),
    "Cannot be determined: IEP team takes part (all students).",
    "No se puede determinar: IEP team takes part (todos los estudiantes).",
  ],
  [
    say("would-decide", {
      requirement: "Yearly signatures",
      share: between(0.95, 1),
      decides: "records of a signature by the parent (plan_assents.csv)",
      heldOn: "2022-01-28",
    }),
    "What would decide “Yearly signatures”, which cannot be determined for 95% or more of students (data as of January 28, 2022): records of a signature by the parent (plan_assents.csv).",
    "Lo que decidiría sobre “Yearly signatures”, que no se puede determinar para el 95 % o más de los estudiantes (datos del 28 de enero de 2022): records of a signature by the parent (plan_assents.csv).",
  ],
  [
    say("due-soon", { requirement: "Second review of the year", share: exactly(0.3) }),
    "Due within 30 days: second review of the year (30% of students).",
    "Vence en 30 días o menos: Second review of the year (el 30 % de los estudiantes).",
  ],
  [
    say("plans-open", { share: exactly(0.91), heldOn: null }),
    "91% of students have an open plan.",
    "El 91 % de los estudiantes tienen un plan abierto.",
  ],
  [
    say("plans-open", { share: exactly(0), heldOn: "2022-03-31" }),
    "No student has an open plan (data as of March 31, 2022).",
    "Ningún estudiante tiene un plan abierto (datos del 31 de marzo de 2022).",
  ],
];

const place = "Grand Bend High School";

export const WITHOUT_FIGURE_ROWS: readonly MessageRow[] = [
  [
    say("no-figure", { state: "too-few-students", level: "school", place }),
    "Grand Bend High School has too few students for public figures. Staff who sign in see exact figures.",
    "Grand Bend High School tiene muy pocos estudiantes para publicar cifras. El personal que inicia sesión ve las cifras exactas.",
  ],
  [
    say("no-figure", { state: "too-few-students", level: "district", place: "Grand Bend ISD" }),
    "The schools of Grand Bend ISD are too small for public figures. Staff who sign in see exact figures.",
    "Las escuelas de Grand Bend ISD son demasiado pequeñas para publicar cifras. El personal que inicia sesión ve las cifras exactas.",
  ],
  [
    say("no-figure", { state: "left-out", level: "school", place }),
    "Grand Bend High School has no public figures this school year: it had too few students at the first release of the year. Staff who sign in see exact figures.",
    "Grand Bend High School no tiene cifras públicas este año escolar: tenía muy pocos estudiantes en la primera publicación del año. El personal que inicia sesión ve las cifras exactas.",
  ],
  [
    say("no-figure", { state: "left-out", level: "district", place: "Grand Bend ISD" }),
    "Grand Bend ISD has no public figures this school year: its schools had too few students at the first release of the year. Staff who sign in see exact figures.",
    "Grand Bend ISD no tiene cifras públicas este año escolar: sus escuelas tenían muy pocos estudiantes en la primera publicación del año. El personal que inicia sesión ve las cifras exactas.",
  ],
  [
    say("no-figure", { state: "not-applicable", level: "school", place }),
    "No student of Grand Bend High School is in a grade that the mandate covers.",
    "Ningún estudiante de Grand Bend High School está en un grado al que se aplique el mandato.",
  ],
  [
    say("no-figure", { state: "not-enough-data", level: "school", place }),
    "Not known: no plans were sent, so it cannot be determined whether the mandate is kept.",
    "No se sabe: no se enviaron planes, por lo que no se puede determinar si se cumple el mandato.",
  ],
  [
    say("district-not-public", {
      exactPlaces: [place, "Grand Bend Middle School"],
      releasedOtherwiseOn: null,
    }),
    "There are no public figures of the district yet. Exact figures: Grand Bend High School and Grand Bend Middle School.",
    "Aún no hay cifras públicas del distrito. Cifras exactas: Grand Bend High School y Grand Bend Middle School.",
  ],
  [
    say("district-not-public", { exactPlaces: [place], releasedOtherwiseOn: "2022-05-20" }),
    "The district’s public figures of May 20, 2022 were made by earlier rules or an earlier version of this program and cannot be shown beside yours; the next public release brings them back. Exact figures: Grand Bend High School.",
    "Las cifras públicas del distrito del 20 de mayo de 2022 se hicieron con reglas anteriores o con una versión anterior de este programa y no se pueden mostrar junto a las suyas; volverán con la próxima publicación. Cifras exactas: Grand Bend High School.",
  ],
  [
    say("school-not-covered", { place: "Grand Bend Elementary" }),
    "The mandate covers no grade at Grand Bend Elementary; its attendance is shown.",
    "El mandato no se aplica a ningún grado de Grand Bend Elementary; se muestra su asistencia.",
  ],
  [
    say("no-requirements", { mandate: "Massachusetts" }),
    "Nothing to meet: Massachusetts asks nothing of students’ plans.",
    "Nada que cumplir: Massachusetts no exige nada de los planes de los estudiantes.",
  ],
  [
    say("none-readable", { mandate: "Vermont" }),
    "Not known: no record shows what Vermont asks for, so it cannot be determined whether it is kept.",
    "No se sabe: ningún registro muestra lo que exige Vermont, por lo que no se puede determinar si se cumple.",
  ],
  [
    say("none-in-force", { mandate: "Vermont", on: "2022-05-20", from: "2022-07-01" }),
    "Not in force: no requirement of Vermont is in force on May 20, 2022; the first one begins on July 1, 2022.",
    "No está en vigor: ningún requisito de Vermont está en vigor el 20 de mayo de 2022; el primero comienza el 1 de julio de 2022.",
  ],
  [
    say("none-in-force", { mandate: "Vermont", on: "2022-05-20", from: null }),
    "Not in force: no requirement of Vermont is in force on May 20, 2022.",
    "No está en vigor: ningún requisito de Vermont está en vigor el 20 de mayo de 2022.",
  ],
];

/** What attendance has to do with plans and goals: an association with its interval, and never an effect. */
import { EN, ES } from "../formats/formats.js";
import { signedNumber } from "../formats/numbers.js";
import type { ShareEnds } from "../formats/shares.js";
import type { Wording } from "./wording.js";

/** An estimate that rounds to nothing. */
const isNothing = (points: number): boolean => Math.abs(points) < 0.05;

const isUnclear = ({ low, high }: ShareEnds): boolean => low <= 0 && high >= 0;

/** The plain size words of Cohen for a correlation. */
function sizeOf(correlation: number): "very-small" | "small" | "medium" | "large" {
  const size = Math.abs(correlation);
  if (size < 0.1) return "very-small";
  if (size < 0.3) return "small";
  return size < 0.5 ? "medium" : "large";
}

export const ATTENDANCE: Wording<
  | "attendance-too-few"
  | "attendance-no-data"
  | "attendance-compared"
  | "goals-compared"
  | "association-not-effect"
> = {
  en: {
    "attendance-too-few": ({ instructionalDay }) =>
      `No public figure compares the attendance of similar students with and without a plan on instructional day ${instructionalDay}: within schools too few can be compared.`,
    "attendance-no-data": ({ instructionalDay, edition }) =>
      `There is not enough data to compare attendance with plans: no plans or no attendance were sent, not enough days have passed since instructional day ${instructionalDay}, or ${edition === "public" ? "there are not at least 30 students with a plan and 30 without" : "no school has students with a plan and without one to compare"}.`,
    "attendance-compared": ({ instructionalDay, estimate, limits, students }) => {
      const interval =
        limits === null
          ? "with too few schools to say how certain that is"
          : `95% interval ${signedNumber(limits.low, 1)} to ${signedNumber(limits.high, 1)} percentage points`;
      const about = `${interval}; about ${EN.counted(students, "student")} with and without a plan`;
      if (limits !== null && isUnclear(limits)) {
        return `Attendance and plans: no clear link this year (${about}).`;
      }
      const points = `${Math.abs(estimate).toFixed(1)} percentage points ${estimate > 0 ? "more" : "less"}`;
      const compared = isNothing(estimate)
        ? "as many of the remaining days as"
        : `${points} of the remaining days than`;
      return `Attendance and plans: students with an open plan on instructional day ${instructionalDay} attended ${compared} similar students of their school (${about}). Similar students are in the same grade and had a similar attendance rate before that day.`;
    },
    "goals-compared": ({ estimate, limits }) => {
      const interval = `rank correlation ${signedNumber(estimate, 2)}, 95% interval ${signedNumber(limits.low, 2)} to ${signedNumber(limits.high, 2)}, not adjusted`;
      if (isUnclear(limits)) {
        return `Attendance and goals: no clear link this year (${interval}).`;
      }
      const size = sizeOf(estimate).replace("-", " ");
      return `Attendance and goals: students with more goals attended somewhat ${estimate > 0 ? "more" : "less"}, a ${size} association (${interval}).`;
    },
    "association-not-effect": () =>
      "This is an association, not an effect: students with and without plans differ in ways that are not measured.",
  },
  es: {
    "attendance-too-few": ({ instructionalDay }) =>
      `Ninguna cifra pública compara la asistencia de estudiantes similares con plan y sin plan el día lectivo ${instructionalDay}: dentro de las escuelas hay muy pocos que comparar.`,
    "attendance-no-data": ({ instructionalDay, edition }) =>
      `No hay datos suficientes para comparar la asistencia con los planes: no se enviaron planes o asistencia, no han pasado suficientes días desde el día lectivo ${instructionalDay}, o ${edition === "public" ? "no hay al menos 30 estudiantes con plan y 30 sin plan" : "ninguna escuela tiene estudiantes con plan y sin plan que comparar"}.`,
    "attendance-compared": ({ instructionalDay, estimate, limits, students }) => {
      const interval =
        limits === null
          ? "con muy pocas escuelas para decir qué tan seguro es"
          : `intervalo del 95\u00a0%: de ${signedNumber(limits.low, 1)} a ${signedNumber(limits.high, 1)} puntos porcentuales`;
      const about = `${interval}; unos ${ES.counted(students, "student")} con plan y sin plan`;
      if (limits !== null && isUnclear(limits)) {
        return `Asistencia y planes: sin relación clara este año (${about}).`;
      }
      const points = `${Math.abs(estimate).toFixed(1)} puntos porcentuales ${estimate > 0 ? "más" : "menos"}`;
      const compared = isNothing(estimate)
        ? "tantos de los días restantes como"
        : `${points} de los días restantes que`;
      return `Asistencia y planes: los estudiantes con un plan abierto el día lectivo ${instructionalDay} asistieron ${compared} estudiantes similares de su escuela (${about}). Los estudiantes similares son del mismo grado y tenían una asistencia similar antes de ese día.`;
    },
    "goals-compared": ({ estimate, limits }) => {
      const interval = `correlación de rangos ${signedNumber(estimate, 2)}, intervalo del 95\u00a0%: de ${signedNumber(limits.low, 2)} a ${signedNumber(limits.high, 2)}, sin ajustar`;
      if (isUnclear(limits)) {
        return `Asistencia y metas: sin relación clara este año (${interval}).`;
      }
      const size = {
        "very-small": "muy pequeña",
        small: "pequeña",
        medium: "mediana",
        large: "grande",
      }[sizeOf(estimate)];
      return `Asistencia y metas: los estudiantes con más metas asistieron algo ${estimate > 0 ? "más" : "menos"}, una asociación ${size} (${interval}).`;
    },
    "association-not-effect": () =>
      "Es una asociación, no un efecto: los estudiantes con plan y sin plan se diferencian en aspectos que no se miden.",
  },
};

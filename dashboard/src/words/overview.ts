import { inLanguage } from "./language.js";

/** Words of the overview, and of the parts that a school's page has too. */
export const overviewWords = inLanguage({
  en: {
    answer: "Are the requirements met?",
    figures: "Where the district stands",
    target: (share: string) => `Target ${share}`,
    due: (day: string) => `Due ${day}`,
    dueBetween: (first: string, last: string) => `Due ${first} to ${last}, by school`,
    onTime: (share: string) => `${share} on time`,
    ofStudents: (students: string) => `of ${students}`,
    countOf: (count: string, students: string) => `${count} of ${students}`,
    countsOf: (day: string) => `counts of ${day}`,
    lastYear: (share: string, day: string) => `${share} a year ago, on ${day}`,
    past: (name: string, points: string) => `${name} over the school year: ${points}`,
    where: "Where the work is",
    sorted: "most still to do first, schools without a figure last",
    reviewsByPlace: (district: string) =>
      `How many students had each review that is due so far, in ${district} and each of its schools`,
    requirementsByPlace: (district: string) =>
      `How many students meet all requirements that are due, in ${district} and each of its schools`,
    moreSchools: (schools: string) => `and ${schools} more`,
    whoActs: "Who acts next",
    changed: (day: string) => `What changed since ${day}`,
    changedFirst: "What changed",
    firstOfYear: "These are the first figures of the school year.",
    noChange: "No figure moved enough to say so.",
    sameDayLastYear: "Same day last year",
    noLastYear: "not on file yet",
  },
  es: {
    answer: "¿Se cumplen los requisitos?",
    figures: "Cómo está el distrito",
    target: (share: string) => `Objetivo: ${share}`,
    due: (day: string) => `Límite: ${day}`,
    dueBetween: (first: string, last: string) =>
      `Fecha límite: del ${first} al ${last}, según la escuela`,
    onTime: (share: string) => `${share} a tiempo`,
    ofStudents: (students: string) => `de ${students}`,
    countOf: (count: string, students: string) => `${count} de ${students}`,
    countsOf: (day: string) => `recuento del ${day}`,
    lastYear: (share: string, day: string) => `${share} hace un año, el ${day}`,
    past: (name: string, points: string) => `${name} durante el año escolar: ${points}`,
    where: "Dónde está el trabajo",
    sorted: "primero, donde hay más por hacer; al final, las escuelas sin cifra",
    reviewsByPlace: (district: string) =>
      `Cuántos estudiantes tuvieron cada revisión exigida hasta ahora, en ${district} y en cada una de sus escuelas`,
    requirementsByPlace: (district: string) =>
      `Cuántos estudiantes cumplen todos los requisitos exigidos hasta ahora, en ${district} y en cada una de sus escuelas`,
    moreSchools: (schools: string) => `y ${schools} más`,
    whoActs: "Quién actúa ahora",
    changed: (day: string) => `Qué cambió desde el ${day}`,
    changedFirst: "Qué cambió",
    firstOfYear: "Estas son las primeras cifras del año escolar.",
    noChange: "Ninguna cifra se movió lo suficiente para decirlo.",
    sameDayLastYear: "El mismo día del año pasado",
    noLastYear: "todavía no hay datos",
  },
});

/**
 * What the words mean that systems and districts write in closed fields. Letters and numbers are no
 * words: what they mean only their owner knows. (A table, so longer than most.)
 */
import { CANONICAL_FIELDS } from "../../profiles/canonical-fields.ts";
import { listItems } from "../../values/list-items.ts";
import type { CanonicalTable } from "../../profiles/profile.ts";
import type { FileKind } from "../../profiles/profiles.ts";
import { gradeOf } from "./grade-words.ts";

type Words = { readonly [ours: string]: string };

const DONE =
  "completed, complete, done, finished, completado, completada, completo, terminado, terminada, finalizado, finalizada, hecho, hecha";
const CANCELED = "canceled, cancelled, cancelado, cancelada, called off";

const WORDS: { readonly [field: string]: Words } = {
  "plan.status": {
    active:
      "active, open, current, in progress, ongoing, live, in effect, in force, approved, published, signed, in use, running, activo, activa, abierto, vigente, en curso, en vigor, underway, under way",
    draft:
      "draft, in draft, drafting, new, not started, pending, in development, in preparation, being written, proposed, initiated, unsigned, drafted, borrador, pendiente, en preparacion, nuevo, started",
    closed: `closed, archived, ended, inactive, expired, withdrawn, superseded, exited, retired, no longer active, cerrado, cerrada, archivado, inactivo, vencido, ${DONE}`,
  },
  "goal.status": {
    "not-started":
      "not started, not yet, not yet begun, new, planned, not begun, to do, todo, pending, yet to start, not yet started, sin empezar, sin iniciar, no iniciado, no iniciada, pendiente, por empezar, waiting",
    "in-progress":
      "in progress, active, ongoing, started, working on it, working on, on track, underway, under way, continuing, continued, open, progressing, begun, moving, en progreso, en curso, en proceso, en marcha, iniciado, iniciada, activo, activa",
    met: `met, achieved, accomplished, reached, mastered, attained, success, successful, got there, logrado, lograda, cumplido, cumplida, alcanzado, alcanzada, conseguido, ${DONE}`,
    "not-met":
      "not met, unmet, not achieved, failed, not reached, missed, not attained, fell short, no logrado, no lograda, no cumplido, no cumplida, no alcanzado, no alcanzada",
    discontinued: `discontinued, dropped, abandoned, withdrawn, stopped, removed, set aside, given up, let go, abandonado, abandonada, suspendido, suspendida, descontinuado, retirado, ${CANCELED}`,
  },
  "goal.domain": {
    academic:
      "academic, academics, school, learning, education, educational, study, studies, schoolwork, classes, academico, academica, escolar, estudios, educativo, educativa, aprendizaje",
    career:
      "career, careers, work, job, jobs, occupation, occupational, vocational, employment, college and career, career and college, college career, college/career, postsecondary, workplace, carrera, profesional, laboral, vocacional, trabajo, empleo",
    personal:
      "personal, social, personal social, personal/social, social emotional, social and emotional, sel, wellness, wellbeing, well being, life, personal growth, health, self, personal development, socioemocional, social y emocional, bienestar, vida, social personal",
  },
  "review.state": {
    held: `held, y, yes, true, si, conducted, occurred, attended, took place, met, happened, yes held, realizada, realizado, celebrada, celebrado, efectuada, ${DONE}`,
    scheduled:
      "scheduled, planned, upcoming, pending, booked, to be held, set, future, on calendar, on the calendar, not yet held, programada, programado, pendiente, agendada, prevista, por realizar",
    missed: `missed, no show, noshow, not held, did not happen, did not take place, absent, skipped, not attended, perdida, no realizada, no celebrada, no asistio, ausente, ${CANCELED}`,
  },
  "attendance.kind": {
    present:
      "present, in attendance, attended, tardy, late, late arrival, presente, asistio, retraso, tardanza, llegada tarde, field trip, school activity",
    excused:
      "excused, excused absence, absent excused, excused absent, justified, justificada, justificado, falta justificada, ausencia justificada, medical, illness, religious",
    unexcused:
      "unexcused, unexcused absence, absent unexcused, unexcused absent, truant, truancy, skipped, unverified, injustificada, injustificado, falta injustificada, sin justificar, ausencia injustificada",
    absent:
      "absent, absence, full day absent, all day, whole day, ausente, ausencia, falta, inasistencia, no asistio, out",
    partial: "partial, partial day, half day, part day, medio dia, parcial, early departure",
  },
  "review.participants": {
    student: "student, pupil, learner, alumno, alumna, estudiante, self",
    family:
      "parent, parents, guardian, guardians, family, mother, father, mom, dad, caregiver, grandparent, grandmother, grandfather, household, padre, madre, padres, familia, tutor legal, representante, parent guardian",
    counselor:
      "counselor, school counselor, counsellor, advisor, adviser, coach, guidance counselor, consejero, consejera, orientador, orientadora, asesor, asesora",
    teacher:
      "teacher, teachers, homeroom teacher, educator, special education teacher, maestro, maestra, docente, profesor, profesora",
    administrator:
      "administrator, principal, assistant principal, vice principal, admin, dean, director, directora",
    other:
      "other, others, social worker, psychologist, interpreter, mentor, nurse, otro, otra, otros, community partner, case manager",
  },
  "review.meeting": {
    individual: "individual, one on one, one to one, 1:1, solo, single, individualmente, uno a uno",
    group: "group, small group, class, classroom, grupo, grupal, en grupo",
  },
  "organization.type": {
    district: "district, local education agency, lea, distrito, central office",
    school:
      "school, public school, charter school, high school, middle school, elementary school, campus, escuela, colegio, preparatoria, secundaria, primaria, instituto, high, middle, elementary, junior high, k 8, k 12",
    other: "other, otro, office, program site, department",
  },
  "calendarDay.event": {
    instructional:
      "inst, instr, instructional, instructional day, instruction, school day, regular, regular day, in session, school, full day, half day, early release, early dismissal, late start, minimum day, class day, open, student day, dia lectivo, lectivo, lectiva, clase, clases, normal, dia de clase, dia escolar",
    off: "off, noinst, non inst, noinstr, non instr, labor day, veterans day, thanksgiving, thanksgiving break, thanksgiving day, christmas, christmas break, new year, new years day, mlk day, martin luther king day, martin luther king jr day, presidents day, memorial day, juneteenth, columbus day, indigenous peoples day, independence day, election day, good friday, easter, fall break, mid winter break, february break, april break, summer break, conference day, holiday, vacation, break, no school, weekend, pd day, pd, professional development, teacher workday, staff day, staff development, inservice, in service, snow day, closed, winter break, spring break, day off, non instructional, feriado, festivo, vacaciones, no lectivo, dia festivo, descanso, cerrado, puente, asueto",
  },
  "person.sex": {
    female: "female, girl, woman, femenino, femenina, mujer, niña, nina, chica, fem",
    male: "male, boy, man, masculino, masculina, hombre, niño, nino, chico, varon, masc",
    other: "other, nonbinary, non binary, otro, no binario, gender x, another",
    unspecified:
      "unspecified, unknown, not stated, declined, prefer not to say, no especificado, desconocido",
  },
  "person.raceEthnicity": {
    "american-indian":
      "american indian, american indian or alaska native, native american, indigenous, alaska native, ai an, amerindian, indigena, indio americano, american indian alaska native",
    asian: "asian, asian american, asiatico, asiatica",
    black:
      "black, black or african american, african american, black african american, afroamericano, negro, negra",
    hispanic:
      "hispanic, hispanic or latino, hispanic latino, latino, latina, latinx, latine, hispano, hispana, hispano o latino, hispanic or latinx",
    "pacific-islander":
      "pacific islander, native hawaiian or other pacific islander, native hawaiian, native hawaiian or pacific islander, hawaiian, nhpi, isleño del pacifico, native hawaiian pacific islander",
    white: "white, caucasian, blanco, blanca",
    multiple:
      "multiple, two or more, two or more races, multiracial, mixed, more than one, more than one race, multirracial, dos o mas, dos o mas razas, multi racial, biracial",
  },
  "staff.role": {
    counselor:
      "counselor, school counselor, guidance counselor, counsellor, advisor, consejero, consejera, orientador, orientadora",
    principal: "principal, school principal, headteacher, director, directora, head of school",
    registrar: "registrar, registrador, registradora, school secretary, data clerk",
    "district-leader":
      "district leader, superintendent, assistant superintendent, district administrator, district office, superintendente",
    "state-reporter":
      "state reporter, state reporting, data coordinator, district data coordinator",
    researcher: "researcher, research, investigador, investigadora",
    "privacy-officer": "privacy officer, data privacy officer",
  },
};
const OTHER_FIELDS: { readonly [field: string]: string } = {
  "review.focusAreas": "actionStep.focusArea",
  "planAssent.role": "review.participants",
};

/** A code of a column as words: without case, accents and punctuation. */
const plain = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

const KNOWN = new Map(
  Object.entries(WORDS).map(([field, all]) => [
    field,
    new Map(
      Object.entries(all).flatMap(([ours, words]) =>
        words.split(",").map((word) => [plain(word), ours] as const),
      ),
    ),
  ]),
);

/** Translates the local values of closed fields. */
export type Translate = (table: CanonicalTable, field: string, local: string) => string | null;

/**
 * Translates by the words of the field, those of the built-in profiles, and the canonical values
 * themselves.
 */
export function translator(kinds: readonly FileKind[]): Translate {
  const shipped = shippedWords(kinds);
  return (table, field, local) => {
    const is = CANONICAL_FIELDS[table].fields[field];
    if (is?.is !== "one-of" && is?.is !== "list-of") return null;
    if (field === "grade") return gradeOf(local);
    const key = `${table}.${field}`;
    const named = OTHER_FIELDS[key] ?? key;
    const canonicalValue = (text: string): string | null => {
      const word = plain(text);
      if (word === "") return null;
      return (
        is.values.find((value) => plain(value) === word) ??
        KNOWN.get(named)?.get(word) ??
        shipped.get(key)?.get(word) ??
        null
      );
    };
    // "2 - Completed", "A: Active", "Completed (2)": the word beside a code says what it means.
    const [, beside] = /^[\p{L}\p{N}]{1,4}\s*[-:=–.)]\s*(.{3,})$/u.exec(local) ?? [];
    const [, before] = /^(.{3,}?)\s*\([^()]*\)$/.exec(local) ?? [];
    return (
      canonicalValue(local) ??
      (beside === undefined ? null : canonicalValue(beside)) ??
      (before === undefined ? null : canonicalValue(before))
    );
  };
}

/** The items of a list in a cell, as the reader will cut it. */
export const itemsOf = (
  table: CanonicalTable,
  field: string,
  cell: string,
  translate: Translate,
): readonly string[] =>
  CANONICAL_FIELDS[table].fields[field]?.is === "list-of"
    ? listItems(cell, (item) => translate(table, field, item) !== null)
    : [cell];

const SHORTEST_WORD = 4;

/** Words, not letters, that shipped profiles translate, where all agree. */
function shippedWords(
  kinds: readonly FileKind[],
): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const words = new Map<string, Map<string, string>>();
  const contested = new Set<string>();
  for (const { table, columns } of kinds.flatMap(({ profile }) => profile.reads)) {
    for (const { to, values } of columns) {
      const key = `${table}.${to}`;
      const translations = words.get(key) ?? new Map<string, string>();
      words.set(key, translations);
      for (const [local, ours] of Object.entries(values ?? {})) {
        const word = plain(local);
        if (word.replace(/[^\p{L}]/gu, "").length < SHORTEST_WORD) continue;
        if ((translations.get(word) ?? ours) !== ours) contested.add(`${key} ${word}`);
        translations.set(word, ours);
      }
    }
  }
  for (const [key, translations] of words) {
    for (const word of [...translations.keys()])
      if (contested.has(`${key} ${word}`)) translations.delete(word);
  }
  return words;
}

/**
 * What a word may be in a goal, as bits: a word can be several things ("run", "march", "second").
 * The rules decide by the words beside it.
 */
export const CLASS = {
  /** Something others can see the student do: "read", "practicar". */
  ACTION: 1 << 0,
  /** Something that is done or not done: "submit", "inscribirme". */
  COMPLETION: 1 << 1,
  /** Done or not done with a thing that can be had: "get" a license. */
  GETTING: 1 << 2,
  /** Done or not done with a thing that can be made: "write" a resume. */
  MAKING: 1 << 3,
  /** A thing that can be had: "license", "beca". */
  THING: 1 << 4,
  /** A thing that can be made: "resume", "horario". */
  PIECE: 1 << 5,
  /** A result that is reached or not, however it is said: "honor roll". */
  RESULT: 1 << 6,
  /** A direction, an attitude or a wish: "improve", "echarle ganas". */
  VAGUE: 1 << 7,
  /** Somebody's opinion: "good", "mejor". */
  OPINION: 1 << 8,
  /** "more", "menos": a direction unless a number follows. */
  MORE: 1 << 9,
  /** Nothing that could be done or not done: "goals", "potential". */
  HOLLOW: 1 << 10,
  /** "the", "my", "sus": a noun follows. */
  DETERMINER: 1 << 11,
  /** A number in words. */
  NUMBER: 1 << 12,
  ORDINAL: 1 << 13,
  /** What follows it is a name and no amount: "chapter", "step", "salón". */
  LABEL: 1 << 14,
  /** A course whose number follows: "algebra", "inglés". */
  COURSE: 1 << 15,
  /** What is counted or measured: "times", "horas". */
  UNIT: 1 << 16,
  /** A length of time with an end: "semester", "año". */
  PERIOD: 1 << 17,
  SEASON: 1 << 18,
  MONTH: 1 << 19,
  WEEKDAY: 1 << 20,
  /** An event that has a day: "graduation", "Navidad". */
  EVENT: 1 << 21,
  /** "by", "before", "antes". */
  BEFORE: 1 << 22,
  /** "this", "next", "próximo": with a period, it has an end. */
  THIS: 1 << 23,
  /** "each", "cada": it comes again and has no end. */
  EACH: 1 << 24,
  /** "freshman", "senior". */
  SCHOOL_LEVEL: 1 << 25,
  /** What a student has many of: "classes", "tareas". */
  SCHOOLWORK: 1 << 26,
  /** What a student can have none of: "absences", "tardies", "faltas". */
  MISHAP: 1 << 27,
  /** What one can become: "nurse", "bombero". */
  OCCUPATION: 1 << 28,
  /** Where one is taught after school: "college", "universidad". */
  COLLEGE: 1 << 29,
  /** A test with a name, or any: "SAT", "examen". */
  TEST: 1 << 30,
} as const;

export type WordClass = keyof typeof CLASS;

/** Words and phrases of one language, by what they are. Phrases are separated by commas. */
export interface WordTable {
  /** Verbs by their base form; an English form with a doubled letter is written after it. */
  readonly verbs: { readonly [name in WordClass]?: string };
  /** Phrases that begin with a verb. */
  readonly verbPhrases: { readonly [name in WordClass]?: string };
  readonly words: { readonly [name in WordClass]?: string };
  readonly phrases: { readonly [name in WordClass]?: string };
}

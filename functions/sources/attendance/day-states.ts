import { EXCUSALS, type Excusal } from "../../domain/calendar/attendance.ts";

/** What one attendance record says of a day; 0 thousandths is present. */
export interface DayState {
  readonly absentMilli: number;
  readonly excusal: Excusal;
}

/** The states that a book's bytes stand for, numbered from 1 in order of first appearance. */
export interface DayStates {
  readonly states: DayState[];
  /** The numbers of the states, by their text. */
  readonly codes: Map<string, number>;
  /** Whether portions are kept in tenths of a day, since there are too many to keep exactly. */
  isInTenths: boolean;
}

/**
 * A byte holds 255 states. Where a file has more, all portions are rounded down to tenths of a day,
 * of which there are 11 for each excusal: so half a day is never reached by rounding.
 */
const EXACT_STATES = 255 - 11 * EXCUSALS.length;

export const noDayStates = (): DayStates => ({ states: [], codes: new Map(), isInTenths: false });

/** The states of a book, by their numbers, as another held them. */
export function dayStates(states: readonly DayState[], isInTenths: boolean): DayStates {
  const made: DayStates = { states: [...states], codes: new Map(), isInTenths };
  for (const [index, { absentMilli, excusal }] of states.entries()) {
    made.codes.set(textOf(absentMilli, excusal), index + 1);
  }
  return made;
}

/** The number of a state, 1 to 255, a new one being added. */
export function codeOfState(book: DayStates, absentMilli: number, excusal: Excusal): number {
  const milli = book.isInTenths ? tenthsOf(absentMilli) : absentMilli;
  const code = book.codes.get(textOf(milli, excusal));
  if (code !== undefined) return code;
  if (book.states.length >= EXACT_STATES && !book.isInTenths) {
    roundToTenths(book);
    return codeOfState(book, absentMilli, excusal);
  }
  book.states.push({ absentMilli: milli, excusal });
  book.codes.set(textOf(milli, excusal), book.states.length);
  return book.states.length;
}

/** Rounds the states there are as those to come will be: what comes first is no more exact. */
function roundToTenths(book: DayStates): void {
  book.isInTenths = true;
  book.codes.clear();
  for (const [index, { absentMilli, excusal }] of book.states.entries()) {
    const milli = tenthsOf(absentMilli);
    book.states[index] = { absentMilli: milli, excusal };
    book.codes.set(textOf(milli, excusal), index + 1);
  }
}

const textOf = (milli: number, excusal: Excusal): string => `${milli} ${excusal}`;
const tenthsOf = (milli: number): number => Math.floor(milli / 100) * 100;

/**
 * Whether one state of a day holds over another that the same source gives for it. A presence holds
 * over an absence, and of absences the shorter, then the excused one: offices correct records that
 * way, when a student came late or a note came in, and nobody is called absent where the source
 * contradicts itself.
 */
export function holdsOver(state: DayState, other: DayState): boolean {
  if (state.absentMilli !== other.absentMilli) return state.absentMilli < other.absentMilli;
  return MILDNESS[state.excusal] > MILDNESS[other.excusal];
}

const MILDNESS: { readonly [excusal in Excusal]: number } = {
  excused: 2,
  unexcused: 1,
  unknown: 0,
};

/** `holdsOver`, of the numbers of two states. */
export const codeHoldsOver = (states: DayStates, code: number, otherCode: number): boolean =>
  holdsOver(stateOfCode(states, code), stateOfCode(states, otherCode));

/** Whether two numbers stand for one state: rounding to tenths makes several states the same. */
export function isSameState(states: DayStates, code: number, otherCode: number): boolean {
  if (code === otherCode) return true;
  const state = stateOfCode(states, code);
  const other = stateOfCode(states, otherCode);
  return state.absentMilli === other.absentMilli && state.excusal === other.excusal;
}

function stateOfCode({ states }: DayStates, code: number): DayState {
  const state = states[code - 1];
  if (state === undefined) throw new Error("a code that is no state");
  return state;
}

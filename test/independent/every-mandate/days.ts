/** Days as text, 2022-03-14: they compare as they sort. */
export const plusDays = (on: string, days: number): string =>
  new Date(Date.parse(on) + days * 86_400_000).toISOString().slice(0, 10);

export const daysFrom = (from: string, to: string): number =>
  (Date.parse(to) - Date.parse(from)) / 86_400_000;

/** A school year is named by the calendar year in which it ends; July belongs to the one that then begins. */
export const yearOf = (on: string): number => {
  const year = Number(on.slice(0, 4));
  return on.slice(5) >= "07-01" ? year + 1 : year;
};

export const yearBegins = (year: number): string => `${year - 1}-07-01`;
export const yearEnds = (year: number): string => `${year}-06-30`;

/** A date in a school year; 29 February is the 28th in a common year. */
export function dateIn(year: number, month: number, dayOfMonth: number): string {
  const calendarYear = month >= 7 ? year - 1 : year;
  const text = `${calendarYear}-${two(month)}-${two(dayOfMonth)}`;
  return exists(text) ? text : `${calendarYear}-${two(month)}-${two(dayOfMonth - 1)}`;
}

/** The day an age is reached; for who was born on 29 February 1 March of a common year. */
export function birthday(birthOn: string, age: number): string {
  const text = `${Number(birthOn.slice(0, 4)) + age}${birthOn.slice(4)}`;
  return exists(text) ? text : `${text.slice(0, 4)}-03-01`;
}

const two = (number: number): string => String(number).padStart(2, "0");

const exists = (text: string): boolean => {
  const time = Date.parse(text);
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === text;
};

export const FIRST_DAY = "0000-00-00";
export const LAST_DAY = "9999-99-99";

export const earlierOf = (a: string, b: string): string => (a < b ? a : b);
export const laterOf = (a: string, b: string): string => (a > b ? a : b);

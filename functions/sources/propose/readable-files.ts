import type { SurveyedFile } from "./survey.ts";
import { isDayText } from "./words/day-text.ts";

/** Whether the columns of a file can be read: its header is known, and names neither people nor days. */
export const isReadable = (file: SurveyedFile): boolean =>
  file.head.isHeaderKnown &&
  !isGridOfPeople(file) &&
  !isGridOfDays(file) &&
  file.columns.length > 0;

/** Why a file cannot be read; empty for a grid of people, of which the count of people says it. */
export function whyNotRead(file: SurveyedFile): string {
  if (isGridOfPeople(file)) return "";
  if (isGridOfDays(file)) {
    return "this looks like a grid with one column per day, which cannot be read: export one record per student and day instead";
  }
  return file.head.isHeaderKnown
    ? "it holds no columns"
    : "it seems to have no header row: add one, or write a profile for it by hand with the names of its columns in headers";
}

const FEWEST_PEOPLE = 2;
/** At least one column in so many is a person. */
const COLUMNS_PER_PERSON = 3;

const isGridOfPeople = ({ shown, columns }: SurveyedFile): boolean =>
  shown.people >= FEWEST_PEOPLE && COLUMNS_PER_PERSON * shown.people >= columns.length;

const FEWEST_DAYS = 3;

const isGridOfDays = ({ columns }: SurveyedFile): boolean =>
  columns.filter(({ name }) => isDayText(name)).length >= FEWEST_DAYS;

import type { StudentList } from "../../../functions/console/answers.ts";

/** By what a list can be sorted, each with what it says of itself. */
export const SORTS: readonly {
  readonly id: StudentList["sort"];
  readonly name: string;
  readonly inWords: string;
}[] = [
  {
    id: "urgency",
    name: "Most urgent first",
    inWords:
      "Most urgent first: longest overdue, then due soonest, then without a plan.",
  },
  { id: "name", name: "Name", inWords: "Sorted by family name." },
  {
    id: "last-review",
    name: "Last review",
    inWords: "Longest without a review first: those never reviewed this year, then the earliest.",
  },
  {
    id: "attendance",
    name: "Attendance",
    inWords: "Most absent first, by share of the days enrolled.",
  },
];

export const sortInWords = ({ sort }: StudentList): string =>
  SORTS.find(({ id }) => id === sort)?.inWords ?? "";

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
      "Most urgent first: longest overdue, then due soonest, then without a plan, then records to fix.",
  },
  { id: "name", name: "Name", inWords: "Sorted by family name." },
  {
    id: "last-review",
    name: "Last review",
    inWords:
      "Longest without a review first: those never reviewed this year, then the longest ago.",
  },
  {
    id: "attendance",
    name: "Attendance",
    inWords: "Most absent first, by share of the days enrolled.",
  },
];

/**
 * How the list is sorted. An order by urgency would reveal plans, so for a reader who sees none it
 * is by name.
 */
export const sortInWords = ({ sort, choices }: StudentList): string =>
  SORTS.find(({ id }) => id === (choices.requirements.length === 0 ? "name" : sort))?.inWords ?? "";

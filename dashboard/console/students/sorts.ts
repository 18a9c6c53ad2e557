import type { StudentList } from "../../../functions/console/answers.ts";

/** By what a list can be sorted, each with what it says of itself. */
export const SORTS: readonly {
  readonly id: StudentList["sort"];
  readonly name: string;
  readonly inWords: string;
  /** Whether it says something of plans or attendance, which a reader of records does not see. */
  readonly isOfPlans: boolean;
}[] = [
  {
    id: "urgency",
    name: "Most urgent first",
    inWords:
      "Most urgent first: longest overdue, then due soonest, then without a plan, then records to fix.",
    isOfPlans: false,
  },
  { id: "name", name: "Name", inWords: "Sorted by family name.", isOfPlans: false },
  {
    id: "last-review",
    name: "Last review",
    inWords:
      "Longest without a review first: those never reviewed this year, then the longest ago.",
    isOfPlans: true,
  },
  {
    id: "attendance",
    name: "Attendance",
    inWords: "Most absent first, by share of the days enrolled.",
    isOfPlans: true,
  },
];

export const sortInWords = ({ sort }: StudentList): string =>
  SORTS.find(({ id }) => id === sort)?.inWords ?? "";

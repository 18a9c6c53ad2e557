import { html } from "htl";
import type { LinkedNumber, Today } from "../../../functions/console/today.ts";
import { counted, wholeNumber } from "../words/numbers.js";
import { overdueInWords } from "./overdue-in-words.js";

/** "940 enrolled students, and 3 who left with an open plan. Overdue: goals in all three domains (235), second review of the year (195). Without an open plan: 47." */
export function todaySentence({
  columns,
  left,
  all: { numbers },
}: Today): readonly (string | HTMLElement)[] {
  const counts = columns.map((column, index) => ({
    ...column,
    count: numbers[index]?.students ?? 0,
  }));
  const countOf = (id: string): number => counts.find((column) => column.id === id)?.count ?? 0;
  if (countOf("enrolled") === 0 && left.students === 0 && columns.length <= 2) {
    return ["You see no student here by name, so nothing is counted."];
  }
  const others = [
    ["Without an open plan", countOf("no-plan")],
    ["With data to fix", countOf("to-fix")],
  ] as const;
  const sentences = [
    overdueInWords(counts),
    ...others.map(([words, count]) => (count > 0 ? `${words}: ${wholeNumber(count)}.` : "")),
  ];
  return [
    counted(countOf("enrolled"), "enrolled student"),
    ...whoLeft(left),
    `. ${sentences.filter((words) => words !== "").join(" ")}`,
  ];
}

/** Those whom the list of all students has beside the enrolled; nothing where nobody left. */
const whoLeft = ({ students, query }: LinkedNumber): readonly (string | HTMLElement)[] =>
  students === null || students === 0
    ? []
    : [
        ", and ",
        html`<a href=${`/students.html?${query}`}
          >${wholeNumber(students)} who left with an open plan</a
        >`,
      ];

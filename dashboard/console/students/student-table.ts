import { html } from "htl";
import type { StudentList } from "../../../functions/console/answers.ts";
import { wordsOf } from "../asking/refusal.js";
import { counted, wholeNumber } from "../words/numbers.js";
import { sortInWords } from "./sorts.js";
import { columnsOf, studentRow, type Column } from "./student-row.js";

/** The rows of a list, drawn page by page. */
export interface StudentTable {
  readonly parts: readonly HTMLElement[];
  readonly drawn: () => number;
  /** Draws pages until this many rows, or all, are drawn. Fails if the console refuses. */
  readonly drawUntil: (rows: number) => Promise<void>;
  /** Stops drawing: the rows are no longer needed. */
  readonly close: () => void;
}

/** Rows before the end of what is drawn at which more are drawn, as a distance on the screen. */
const AHEAD = "1200px";
/** Rows of one block, which is drawn once any of it is near the screen. */
const BLOCK = 40;
/** About how high a row is, in pixels, until it was seen. */
const ROW_HEIGHT = 76;

/**
 * The list as a table. More rows are drawn as the reader scrolls near its end, or presses the button; rows
 * far off the screen cost nothing to draw.
 * @param ask the next page of the same list
 */
export function studentTable(
  first: StudentList,
  ask: (after: string) => Promise<StudentList>,
): StudentTable {
  const columns = columnsOf({
    hasSchools: first.choices.schools.length > 1 && first.asked.school === null,
    answerTo: answerTo(first),
    hasPlans: first.choices.requirements.length > 0,
  });
  const table = emptyTable(first, columns);
  const shown = html`<p class="shown" role="status"></p>`;
  const button = html`<button type="button" class="more">Show more</button>`;
  const notAll = html`<p class="not-all"></p>`;
  let [next, drawn]: [string | null, number] = [null, 0];
  let asking: Promise<void> | null = null;

  const add = (page: StudentList): void => {
    const { students } = page;
    for (let from = 0; from < students.length; from += BLOCK) {
      table.append(block(students.slice(from, from + BLOCK), columns));
    }
    drawn += students.length;
    // Whatever key comes with it: the count of all says where a list ends.
    next = drawn < first.named ? page.next : null;
    button.hidden = next === null;
    const count = `${wholeNumber(drawn)} of ${counted(first.named, "student")}`;
    shown.textContent = `${count} shown. ${sortInWords(first)}`;
    notAll.textContent =
      next === null ? "" : `Only ${count} are on this paper: the button “Print” prints them all.`;
  };
  const more = (): Promise<void> => {
    if (next === null) return Promise.resolve();
    asking ??= ask(next)
      .then(add)
      .finally(() => (asking = null));
    return asking;
  };
  const failed = (error: unknown): void => {
    shown.textContent = `More cannot be shown: ${wordsOf(error)}`;
  };
  const end = new IntersectionObserver(
    (seen) => {
      const isNear = seen.some(({ isIntersecting }) => isIntersecting);
      // A reader at the button by keyboard decides; rows added meanwhile would be skipped.
      if (isNear && document.activeElement !== button) more().then(lookAgain, failed);
    },
    { rootMargin: AHEAD },
  );
  // An observer tells of changes alone: a reader who is at the new end before it has looked would wait for ever.
  const lookAgain = (): void => {
    end.unobserve(button);
    if (next !== null) end.observe(button);
  };
  add(first);
  button.addEventListener("click", () => {
    const from = drawn;
    more().then(() => {
      linkAt(table, from)?.focus();
      lookAgain();
    }, failed);
  });
  lookAgain();
  return {
    parts: [shown, table, button, notAll],
    drawn: () => drawn,
    drawUntil: async (rows) => {
      while (drawn < rows && next !== null) await more();
    },
    close: () => end.disconnect(),
  };
}

const block = (students: StudentList["students"], columns: readonly Column[]): HTMLElement =>
  html`<tbody
    role="rowgroup"
    style=${`contain-intrinsic-size: auto ${students.length * ROW_HEIGHT}px`}
  >
    ${students.map((student) => studentRow(student, columns))}
  </tbody>`;

/** The requirement that is asked for by name, where answers to it are shown. */
const answerTo = ({ asked, choices, students }: StudentList): string | null =>
  students.some(({ answer }) => answer !== null)
    ? (choices.requirements.find(({ id }) => id === asked.requirement)?.name ?? null)
    : null;

const emptyTable = (list: StudentList, columns: readonly Column[]): HTMLElement =>
  html`<table
    role="table"
    class="students"
    style=${`--columns: minmax(9rem, 1.2fr) ${columns.map(({ width }) => width).join(" ")}`}
  >
    <caption>
      ${list.askedInWords}. ${sortInWords(list)}
    </caption>
    <thead role="rowgroup">
      <tr role="row">
        <th scope="col" role="columnheader">Student</th>
        ${columns.map(({ name }) => html`<th scope="col" role="columnheader">${name}</th>`)}
      </tr>
    </thead>
  </table>`;

/** The link of the row that stands at a place of the list. */
const linkAt = (table: HTMLElement, place: number): HTMLElement | undefined =>
  table.querySelectorAll<HTMLElement>("a[data-student]")[place];

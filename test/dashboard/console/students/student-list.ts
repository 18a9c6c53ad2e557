import { expect } from "vitest";
import type { Locator } from "playwright-core";
import { COUNSELOR, LAST_PAGE, LIST, NO_DEMO } from "../answers.ts";
import { openOwn, wordsOf } from "../console-pages.ts";
import { STUDENT } from "../student-answers.ts";
import type { Asked } from "../stub-console.ts";
import { stubbedPage } from "../stubbed-page.ts";

export const QUERY = "school=103&requirement=review-2&status=not-held";
export const NO_FILTER = Object.fromEntries(Object.keys(LIST.asked).map((part) => [part, null]));

/** The list of students with literal answers behind it, for the tests of a `describe`. */
export function studentList() {
  const own = stubbedPage({
    "/console/me": { value: COUNSELOR },
    "/session": { value: NO_DEMO },
    "/console/students": ({ headers }: Asked) => ({
      value: headers["ilp-after"] === undefined ? LIST : LAST_PAGE,
    }),
    "/console/student": ({ headers }: Asked) => ({
      value: { ...STUDENT, head: { ...STUDENT.head, key: headers["ilp-student"] } },
    }),
  });
  const rows = (): Locator => own.page.locator("tbody tr");
  return {
    own,
    rows,
    open: async (query = QUERY) => {
      // A list that is opened anew begins at its top: the entry of a test before keeps a place.
      await own.page.goto("about:blank");
      await openOwn(own.page, own.stub, `students.html?${query}`);
    },
    names: () => own.page.locator("a[data-student]").allInnerTexts(),
    lists: () => own.stub.asked.filter(({ path }) => path === "/console/students"),
    search: () => own.page.getByLabel("Name or ID"),
    focused: () => own.page.evaluate<string>("document.activeElement.textContent"),
    topOf: (key: string) =>
      own.page.evaluate<number>(
        `Math.round(document.querySelector("[data-student=${key}]").getBoundingClientRect().top)`,
      ),
    /** A key is pressed again, as a reader does: while rows are laid out it leads to the end of before. */
    toTheEnd: () =>
      expect.poll(async () => {
        await own.page.keyboard.press("End");
        return (await wordsOf(own.page, ".shown")).split(". ")[0];
      }),
    rowWords: async (place: number) =>
      (await rows().nth(place).innerText()).replaceAll(/\s+/g, " ").trim(),
  };
}

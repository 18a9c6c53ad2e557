import { expect, it } from "vitest";
import { listPage } from "../../functions/console/list-page.ts";

const ALL = ["a", "b", "c", "d"];

it.each([
  ["the first page", null, 3, { shown: ["a", "b", "c"], next: "3" }],
  ["the last page", "3", 3, { shown: ["d"], next: null }],
  ["a page that ends with the list", "2", 2, { shown: ["c", "d"], next: null }],
  ["nothing after the end", "4", 2, { shown: [], next: null }],
  ["no page past the end", "5", 2, null],
  ["no page before the beginning", "-1", 2, null],
  ["no page between two", "1.5", 2, null],
  ["no page of words", "b", 2, null],
])("is %s", (_what, after, size, page) => {
  expect(listPage(ALL, after, size)).toEqual(page);
});

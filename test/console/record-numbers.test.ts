import { expect, it } from "vitest";
import { recordNumbers } from "../../functions/console/record-numbers.ts";

const odd = (count: number) => Array.from({ length: count }, (_, index) => 2 * index + 1);

it.each<readonly [readonly number[], number, string]>([
  [[7], 1, "7"],
  [[7, 8], 2, "7 to 8"],
  [[12, 4, 9], 3, "4, 9 and 12"],
  [[1200, 2, 3, 4], 4, "2 to 4 and 1,200"],
  // Of more than are kept one by one the rest is a number.
  [[2, 3, 4], 10, "2 to 4 and 7 more"],
  [odd(20), 20, `${odd(19).join(", ")} and 39`],
  [odd(21), 21, `${odd(20).join(", ")} and 1 more`],
  [[], 5, ""],
])("names the records %j of %d as “%s”", (records, all, words) => {
  expect(recordNumbers(records, all)).toBe(words);
});

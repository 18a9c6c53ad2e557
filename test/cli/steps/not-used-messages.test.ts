import { describe, expect, it } from "vitest";
import {
  contradictedMessage,
  remedyOf,
  setAsideMessage,
} from "../../../functions/cli/steps/not-used-messages.ts";

describe("what is said of values that are left out", () => {
  it.each([
    [undefined, ""],
    [{ setAside: 0 }, ""],
    [{ setAside: 1 }, "1 value is left out, and its record is used without it:"],
    [{ setAside: 1200 }, "1,200 values are left out, and their records are used without them:"],
  ])("%j: %s", (file, words) => {
    const message = setAsideMessage(file);
    expect(words === "" ? message : message.slice(0, words.length)).toBe(words);
    if (words !== "") expect(message).toContain("ilp quarantine list");
  });
});

describe("what is said of records that contradict each other", () => {
  it.each([
    [undefined, ""],
    [{ contradicted: 0 }, ""],
    [{ contradicted: 1 }, "1 record contradicts another record of the same thing and is not used."],
    [
      { contradicted: 2000 },
      "2,000 records contradict another record of the same thing and are not used.",
    ],
  ])("%j: %s", (file, words) => {
    const message = contradictedMessage(file);
    expect(words === "" ? message : message.slice(0, words.length)).toBe(words);
  });
});

describe("what is said of a file that is held back", () => {
  it.each([
    ["waiting", [], "It would remove many records, or every value of a column: check"],
    [
      "waiting",
      [
        { type: "review", before: 986, gone: 494 },
        { type: "review", column: "held_on", before: 822, gone: 822 },
      ],
      "It would remove 494 of 986 plan reviews, every value of the column held_on (in 822 plan reviews): check",
    ],
    [
      "refused",
      [{ type: "plan", before: 563, gone: 166 }],
      "It would remove 166 of 563 plans, and somebody decided that this is wrong",
    ],
  ] as const)("%s %j: %s", (outcome, removals, words) => {
    expect(remedyOf(outcome, removals).slice(0, words.length)).toBe(words);
  });
});

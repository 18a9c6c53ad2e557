import { describe, expect, it } from "vitest";
import { piecesOf, plainText } from "../../../dashboard/src/words/language.ts";
import { comparisonInWords } from "../../../dashboard/src/words/messages/comparison.ts";
import { MESSAGE_WORDS, messageText } from "../../../dashboard/src/words/messages/message-text.ts";
import { ACTION_ROWS } from "./action-rows.ts";
import { ATTENDANCE_ROWS, RECORD_ROWS } from "./attendance-rows.ts";
import { KEPT_ROWS, WITHOUT_FIGURE_ROWS } from "./kept-rows.ts";
import { CHANGE_ROWS, REVIEW_ROWS, TRANSITION_ROWS } from "./review-rows.ts";
import { spaced } from "./spaced.ts";
import { foreignWords, wordsOfMachinery } from "./foreign-words.ts";

const ROWS = [
  ...KEPT_ROWS,
  ...WITHOUT_FIGURE_ROWS,
  ...TRANSITION_ROWS,
  ...REVIEW_ROWS,
  ...ATTENDANCE_ROWS,
  ...RECORD_ROWS,
  ...CHANGE_ROWS,
  ...ACTION_ROWS,
];

/** The names among the values of a message: of schools, requirements, mandates and transitions. */
function namesIn(values: unknown): readonly string[] {
  if (typeof values === "string") return / |^[A-Z]/.test(values) ? [values] : [];
  return typeof values === "object" && values !== null
    ? Object.entries(values).flatMap(([key, value]) =>
        ["thing", "records"].includes(key) ? [] : namesIn(value),
      )
    : [];
}

describe("messages", () => {
  it.each(ROWS.map(([message, en, es]) => ({ message, en, es })))(
    "says $en",
    ({ message, en, es }) => {
      expect(messageText(message, "en")).toBe(en);
      expect(plainText(messageText(message, "es"))).toBe(spaced(es));
    },
  );

  it("are all among the rows, in every language", () => {
    const rows = new Set(ROWS.map(([{ id }]) => id));
    expect(Object.keys(MESSAGE_WORDS.en).toSorted()).toEqual([...rows].toSorted());
    expect(Object.keys(MESSAGE_WORDS.es).toSorted()).toEqual([...rows].toSorted());
  });

  it("mark within a Spanish sentence what stays in English, and have no other English", () => {
    for (const [message] of ROWS) {
      const pieces = piecesOf(messageText(message, "es"));
      for (const { text } of pieces.filter(({ isEnglish }) => !isEnglish)) {
        expect({ text, foreign: foreignWords(text, "es") }).toEqual({ text, foreign: [] });
      }
    }
  });

  it("mark every name that a Spanish sentence has from the district or the law", () => {
    let marked = 0;
    for (const [message] of ROWS) {
      const pieces = piecesOf(messageText(message, "es"));
      const plain = pieces.map(({ text }) => text).join("");
      const own = pieces.filter(({ isEnglish }) => isEnglish).map(({ text }) => text);
      for (const name of namesIn(message.values).filter((each) => plain.includes(each))) {
        expect(own).toContain(name);
        marked++;
      }
    }
    expect(marked).toBeGreaterThan(60);
  });

  it("have no Spanish in English, and speak of plans and reviews, not of how a release is made", () => {
    for (const [message] of ROWS) {
      const text = messageText(message, "en");
      expect({ text, foreign: foreignWords(text, "en") }).toEqual({ text, foreign: [] });
      for (const each of [text, messageText(message, "es")]) {
        expect({ each, found: wordsOfMachinery(each) }).toEqual({ each, found: [] });
      }
    }
  });
});

describe("comparisons with the release before", () => {
  it("say from where a share has moved", () => {
    const before = { low: 0.72, high: 0.72 };
    const comparison = { kind: "up", before, on: "2022-03-31" } as const;
    expect(comparisonInWords(comparison, "en")).toBe("up from 72% on March 31");
    expect(comparisonInWords(comparison, "es")).toBe(spaced("en aumento (31 de marzo: 72 %)"));
  });
});

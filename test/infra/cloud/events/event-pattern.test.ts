import { describe, expect, it } from "vitest";
import { type EventPattern, matches } from "./event-pattern.ts";

const event = {
  source: "aws.s3",
  resources: ["arn:aws:s3:::inbox", "arn:aws:s3:::other"],
  detail: {
    bucket: { name: "inbox" },
    object: { key: "inbox/grand-bend/students.csv", size: 12 },
    empty: null,
  },
};
const ofKey = (...key: readonly unknown[]) =>
  ({ detail: { object: { key } } }) as unknown as EventPattern;

describe("a pattern of events", () => {
  it.each([
    [{ source: ["aws.s3"] }, true],
    [{ source: ["aws.s"] }, false],
    [{ source: ["aws.states", "aws.s3"] }, true],
    [{ source: ["aws.s3"], detail: { bucket: { name: ["outbox"] } } }, false],
    [{ resources: ["arn:aws:s3:::other"] }, true],
    [{ resources: ["arn:aws:s3:::none"] }, false],
    [{ detail: { object: { size: [12] } } }, true],
    [{ detail: { object: { size: ["12"] } } }, false],
    [{ detail: { empty: [null] } }, true],
    [{ detail: { object: { version: [null] } } }, false],
    [{ detail: { object: { version: [{ exists: false }] } } }, true],
    [{ detail: { object: { key: [{ exists: false }] } } }, false],
    [{ detail: { none: { key: [{ exists: true }] } } }, false],
    [ofKey({ prefix: "inbox/grand-bend/" }), true],
    [ofKey({ prefix: "inbox/grand-bend2/" }), false],
    [ofKey({ suffix: ".csv" }), true],
    [ofKey({ suffix: ".CSV" }), false],
    [ofKey({ wildcard: "inbox/grand-bend/*.csv" }), true],
    [ofKey({ wildcard: "inbox/*/students.csv*" }), true],
    [ofKey({ wildcard: "inbox/*/students.cs" }), false],
    [ofKey({ wildcard: "inbox/grand.bend/*" }), false],
    [ofKey({ "anything-but": ["inbox/grand-bend/students.csv", "b"] }), false],
    [ofKey({ "anything-but": "b" }), true],
    [ofKey({ "anything-but": { suffix: ".csv" } }), false],
    [ofKey({ "anything-but": { prefix: "raw/" } }), true],
    [{ detail: { object: { version: [{ "anything-but": "b" }] } } }, false],
    // Two matchers in one list are either the one or the other.
    [ofKey({ prefix: "outbox/" }, { suffix: ".csv" }), true],
  ] as [EventPattern, boolean][])("%j: %s", (pattern, isMatch) => {
    expect(matches(pattern, event)).toBe(isMatch);
  });

  it.each([
    [ofKey({ numeric: [">", 1] }), "numeric"],
    [ofKey({ prefix: "a", suffix: "b" }), "prefix"],
    [ofKey({ wildcard: "a**" }), "wildcard"],
    [ofKey({ "anything-but": { numeric: [1] } }), "numeric"],
    [{ $or: [] } as unknown as EventPattern, "$or"],
    [{ source: "aws.s3" } as unknown as EventPattern, "no list"],
  ])("does not understand %j", (pattern, message) => {
    expect(() => matches(pattern, {})).toThrow(message);
  });
});

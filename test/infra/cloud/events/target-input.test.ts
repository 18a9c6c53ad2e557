import { describe, expect, it } from "vitest";
import { objectCreated } from "./aws-events.ts";
import { inputOf } from "./target-input.ts";

const time = new Date("2025-01-15T10:00:00.250Z");
const object = { bucket: "inbox", key: 'inbox/a/"x".csv', size: 12, etag: "ab" };
const event = objectCreated(object, time);
const rule = { arn: "arn:aws:events:us-east-2:111122223333:rule/Uploads" };
const input = (target: Parameters<typeof inputOf>[0]) => inputOf(target, event, rule, time);
const InputPathsMap = {
  key: "$.detail.object.key",
  size: "$.detail.object.size",
  object: "$.detail.object",
  arn: "$.resources[0]",
  none: "$.detail.object.version-id",
  time: "$.time",
};

describe("the input of a target", () => {
  it("is the event, a part of it or a constant", () => {
    expect(input({})).toEqual(event);
    expect(input({ InputPath: "$.detail.bucket" })).toEqual({ name: "inbox" });
    expect(input({ Input: '{"a":1}' })).toEqual({ a: 1 });
  });

  it.each([
    ['{"key": <key>, "size": <size>}', { key: object.key, size: 12 }],
    ['{"text": "of <key>: <size>"}', { text: `of ${object.key}: 12` }],
    ['{"object": <object>}', { object: (event.detail as { object: object }).object }],
    ['"<arn> at <time>"', "arn:aws:s3:::inbox at 2025-01-15T10:00:00Z"],
    ['{"text": "[<none>]"}', { text: "[]" }],
    ['{"at": <aws.events.event.ingestion-time>}', { at: time.toISOString() }],
    ['{"rule": "<aws.events.rule-name>"}', { rule: "Uploads" }],
    ['{"all": <aws.events.event.json>}', { all: event }],
  ])("fills %s", (InputTemplate, expected) => {
    expect(input({ InputTransformer: { InputPathsMap, InputTemplate } })).toEqual(expected);
  });

  it.each([
    ['{"a": <none>}', "gives no JSON"],
    ['{"a": <other>}', "names <other>"],
    ["<arn> is there", "gives no JSON"],
  ])("cannot fill %s", (InputTemplate, message) => {
    expect(() => input({ InputTransformer: { InputPathsMap, InputTemplate } })).toThrow(message);
  });
});

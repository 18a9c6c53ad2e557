import { describe, expect, it } from "vitest";
import { condition, type Context } from "./policy-conditions.ts";

const meets = (written: object, context: Context): boolean =>
  condition(written, "Night/Policy")(context);

describe("a condition", () => {
  it.each([
    ["StringEquals", "s3:prefix", "a/", "a/", true],
    ["StringEquals", "s3:prefix", "a/", "A/", false],
    ["StringEquals", "s3:prefix", "a/*", "a/b", false],
    ["StringEquals", "S3:Prefix", ["a/", "b/"], "b/", true],
    ["StringNotEquals", "s3:prefix", ["a/", "b/"], "b/", false],
    ["StringNotEquals", "s3:prefix", ["a/", "b/"], "c/", true],
    ["StringLike", "s3:prefix", "a/*", "a/", true],
    ["StringLike", "s3:prefix", "a/*", "a", false],
    ["StringLike", "s3:prefix", "a/?", "a/", false],
    ["StringLike", "s3:prefix", "a.b", "acb", false],
    ["StringNotLike", "s3:prefix", "a/*", "b/", true],
    ["StringNotLike", "s3:prefix", "a/*", "a/b", false],
    ["Bool", "aws:SecureTransport", false, "false", true],
    ["Bool", "aws:SecureTransport", "false", "true", false],
    ["Null", "s3:prefix", "true", "a/", false],
    ["Null", "s3:prefix", "false", "a/", true],
    [
      "ArnLike",
      "aws:SourceArn",
      "arn:aws:states:*:1:stateMachine:*",
      "arn:aws:states:x:1:stateMachine:a:b",
      true,
    ],
    [
      "ArnLike",
      "aws:SourceArn",
      "arn:aws:*:stateMachine:a",
      "arn:aws:states:x:1:stateMachine:a",
      false,
    ],
    ["ArnEquals", "aws:SourceArn", "arn:aws:sns:x:1:a", "arn:aws:sns:x:1:b", false],
  ])("%s of %s with %j finds in %s: %s", (operator, key, expected, actual, isMet) => {
    expect(meets({ [operator]: { [key]: expected } }, { [key.toLowerCase()]: actual })).toBe(isMet);
  });

  it.each([
    ["StringEquals", false],
    ["StringLike", false],
    ["ArnLike", false],
    ["Bool", false],
    ["StringNotEquals", true],
    ["StringNotLike", true],
    ["StringEqualsIfExists", true],
    ["ForAllValues:StringEquals", true],
    ["ForAnyValue:StringEquals", false],
    ["ForAnyValue:StringNotEquals", false],
  ])("%s of a key that is missing: %s", (operator, isMet) => {
    expect(meets({ [operator]: { "s3:prefix": "a" } }, {})).toBe(isMet);
  });

  it("looks at a missing key by Null", () => {
    expect(meets({ Null: { "s3:prefix": "true" } }, {})).toBe(true);
    expect(meets({ Null: { "s3:prefix": "false" } }, {})).toBe(false);
  });

  it.each([
    ["ForAllValues:StringEquals", ["a", "b"], true],
    ["ForAllValues:StringEquals", ["a", "c"], false],
    ["ForAnyValue:StringEquals", ["a", "c"], true],
    ["ForAnyValue:StringEquals", ["c"], false],
    ["ForAllValues:StringNotEquals", ["c", "d"], true],
    ["ForAllValues:StringNotEquals", ["c", "a"], false],
    ["ForAnyValue:StringNotEquals", ["c", "a"], true],
  ])("%s of a, b finds in %j: %s", (operator, keys, isMet) => {
    const written = { [operator]: { "dynamodb:LeadingKeys": ["a", "b"] } };
    expect(meets(written, { "dynamodb:leadingkeys": keys })).toBe(isMet);
  });

  it("asks for all of its operators and keys", () => {
    const written = {
      StringEquals: { "s3:prefix": "a", "s3:max-keys": "1" },
      Bool: { "aws:SecureTransport": true },
    };
    const context = { "s3:prefix": "a", "s3:max-keys": "1", "aws:securetransport": "true" };
    expect(meets(written, context)).toBe(true);
    for (const key of Object.keys(context))
      expect(meets(written, { ...context, [key]: "x" })).toBe(false);
  });

  it.each([
    [{ NumericLessThan: { "s3:max-keys": 1 } }, "operator NumericLessThan"],
    [{ "ForAllValues:Null": { "s3:prefix": true } }, "operator ForAllValues:Null"],
    [{ StringEquals: { "dynamodb:Attributes": "a" } }, "condition key dynamodb:attributes"],
    [{ StringEquals: { "dynamodb:LeadingKeys": "a" } }, "dynamodb:leadingkeys has several values"],
    [{ StringEquals: { "s3:prefix": "${aws:username}" } }, "variable in ${aws:username}"],
  ])("refuses %j", (written, message) => {
    expect(() => condition(written, "Night/Policy")).toThrow(`Night/Policy: ${message}`);
  });
});

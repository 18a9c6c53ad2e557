import { describe, expect, it } from "vitest";
import { dynamoCalls, dynamoOperation } from "./dynamo-calls.ts";
import { deployedSmall } from "../templates/small-stack.ts";

const { deployed, role, table, key } = deployedSmall([]);
const own = { partition: { S: "ours" }, sort: { S: "1" } };
const foreign = { partition: { S: "theirs" }, sort: { S: "1" } };

function callsOf(name: string, body: object) {
  const operation = dynamoOperation(`DynamoDB_20120810.${name}`, Buffer.from(JSON.stringify(body)));
  return operation === null ? null : dynamoCalls(operation, role, deployed);
}

const inTable = { TableName: table.name };

describe("dynamoCalls", () => {
  it.each([
    ["GetItem", { ...inTable, Key: own }, ["ours"]],
    ["UpdateItem", { ...inTable, Key: own }, ["ours"]],
    ["DeleteItem", { ...inTable, Key: own }, ["ours"]],
    ["PutItem", { ...inTable, Item: { ...own, more: { N: "1" } } }, ["ours"]],
    [
      "BatchGetItem",
      { RequestItems: { [table.name]: { Keys: [own, foreign, own] } } },
      ["ours", "theirs"],
    ],
    [
      "BatchWriteItem",
      {
        RequestItems: {
          [table.name]: [{ PutRequest: { Item: own } }, { DeleteRequest: { Key: foreign } }],
        },
      },
      ["ours", "theirs"],
    ],
    [
      "Query",
      {
        ...inTable,
        KeyConditionExpression: "begins_with(sort, :s) AND #p = :p",
        ExpressionAttributeNames: { "#p": "partition" },
        ExpressionAttributeValues: { ":p": { S: "ours" }, ":s": { S: "1" } },
      },
      ["ours"],
    ],
    ["Scan", inTable, undefined],
  ])("of %s names its leading keys and the key of the table", (name, body, leading) => {
    const calls = callsOf(name, body)!;
    expect(calls.map(({ action, resource }) => [action, resource])).toEqual([
      [`dynamodb:${name}`, table.arn],
      ["kms:Decrypt", key],
    ]);
    expect(calls[0]?.context?.["dynamodb:leadingkeys"]).toEqual(leading);
  });

  it("does not take the sort key of a query for its partition", () => {
    const body = {
      ...inTable,
      KeyConditionExpression: "sort = :s",
      ExpressionAttributeValues: { ":s": { S: "ours" } },
    };
    expect(() => callsOf("Query", body)).toThrow("expected partition = :value");
  });

  it("asks for each table of a batch, also one that is not there", () => {
    const calls = callsOf("BatchGetItem", {
      RequestItems: { [table.name]: { Keys: [own] }, Other: { Keys: [own] } },
    })!;
    expect(calls.map(({ resource }) => resource)).toEqual([
      table.arn,
      key,
      "arn:aws:dynamodb:us-east-2:123456789012:table/Other",
    ]);
  });

  it("refuses to guess what it does not know", () => {
    expect(callsOf("TransactWriteItems", {})).toBeNull();
    expect(() => callsOf("GetItem", { ...inTable, Key: {} })).toThrow("names no partition key");
  });
});

import "../aws/sdk-notice.ts";
import {
  type AttributeValue,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
} from "@aws-sdk/client-dynamodb";
import { marshall, unmarshall } from "@aws-sdk/util-dynamodb";
import { TABLE } from "../../layout.ts";
import type { Item, ItemKey, Table } from "../../pipeline/ports.ts";
import { queryPage } from "./dynamo-query.ts";
import { putOnCondition } from "./dynamo-swap.ts";
import { writeBatches } from "./dynamo-write.ts";
import { checkSwap } from "./swappable.ts";

/** The table port over DynamoDB. Reads are consistent. */
export function dynamoTable(client: DynamoDBClient, name: string): Table {
  return {
    async get(key) {
      const answer = await client.send(
        new GetItemCommand({ TableName: name, Key: keyOf(key), ConsistentRead: true }),
      );
      return answer.Item === undefined ? null : (unmarshall(answer.Item) as Item);
    },

    async put(item) {
      await client.send(new PutItemCommand({ TableName: name, Item: attributesOf(item) }));
    },

    putIfAbsent: async (item) => putOnCondition(client, name, attributesOf(item), null),

    async swap(item, before) {
      checkSwap(item, before);
      const expected = before === null ? null : attributesOf(before);
      return putOnCondition(client, name, attributesOf(item), expected);
    },

    putAll: (items) =>
      writeBatches(client, name, items, (item) => ({ PutRequest: { Item: attributesOf(item) } })),

    deleteAll: (keys) =>
      writeBatches(client, name, keys, (key) => ({ DeleteRequest: { Key: keyOf(key) } })),

    query: (query) => queryPage(client, name, query),
  };
}

function attributesOf(item: Item): Record<string, AttributeValue> {
  return marshall(item, { removeUndefinedValues: true });
}

/** The two key attributes alone, so that a whole item may be handed in as its own key. */
function keyOf({ partition, sort }: ItemKey): Record<string, AttributeValue> {
  return { [TABLE.partition]: { S: partition }, [TABLE.sort]: { S: sort } };
}

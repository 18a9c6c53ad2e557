import {
  type DynamoDBClient,
  QueryCommand,
  type QueryCommandInput,
} from "@aws-sdk/client-dynamodb";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import type { Item, Page, Table } from "../pipeline/ports.ts";
import { cursorOf, startAfter } from "./dynamo-cursor.ts";
import type { KeySpace } from "./key-space.ts";

/**
 * One page of one partition in order of its sort key. A page may be shorter than its limit, and the
 * last one may be empty: only `next` says whether there is more.
 */
export async function queryPage(
  client: DynamoDBClient,
  name: string,
  keys: KeySpace,
  query: Parameters<Table["query"]>[0],
): Promise<Page> {
  const begins = query.sortBeginsWith ?? "";
  const answer = await client.send(
    new QueryCommand({
      TableName: name,
      IndexName: keys.index,
      ConsistentRead: keys.index === undefined,
      ...condition(keys, query.partition, begins),
      Limit: query.limit,
      ExclusiveStartKey: startAfter(query.after ?? null, keys, query.partition, begins),
    }),
  );
  return {
    items: (answer.Items ?? []).map((item) => unmarshall(item) as Item),
    next: answer.LastEvaluatedKey === undefined ? null : cursorOf(answer.LastEvaluatedKey),
  };
}

/** The service refuses an empty prefix, and a name or a value that no expression uses. */
function condition(keys: KeySpace, partition: string, begins: string): Partial<QueryCommandInput> {
  if (begins === "") {
    return {
      KeyConditionExpression: "#partition = :partition",
      ExpressionAttributeNames: { "#partition": keys.partition },
      ExpressionAttributeValues: { ":partition": { S: partition } },
    };
  }
  return {
    KeyConditionExpression: "#partition = :partition AND begins_with(#sort, :begins)",
    ExpressionAttributeNames: { "#partition": keys.partition, "#sort": keys.sort },
    ExpressionAttributeValues: { ":partition": { S: partition }, ":begins": { S: begins } },
  };
}

import {
  type DynamoDBClient,
  QueryCommand,
  type QueryCommandInput,
} from "@aws-sdk/client-dynamodb";
import { marshall, unmarshall } from "@aws-sdk/util-dynamodb";
import { TABLE } from "../../layout.ts";
import type { Item, ItemKey, Page, Table } from "../../pipeline/ports.ts";
import { cursorOf, startAfter } from "./page-cursor.ts";

/**
 * One page of one partition in order of its sort key. A page may be shorter than its limit, and the
 * last one may be empty: only `next` says whether there is more.
 */
export async function queryPage(
  client: DynamoDBClient,
  name: string,
  query: Parameters<Table["query"]>[0],
): Promise<Page> {
  const begins = query.sortBeginsWith ?? "";
  const start = startAfter(query.after ?? null, query.partition, begins);
  const answer = await client.send(
    new QueryCommand({
      TableName: name,
      ConsistentRead: true,
      ...condition(query.partition, begins),
      Limit: query.limit,
      ExclusiveStartKey: start === null ? undefined : marshall(start),
    }),
  );
  return {
    items: (answer.Items ?? []).map((item) => unmarshall(item) as Item),
    next:
      answer.LastEvaluatedKey === undefined
        ? null
        : cursorOf(unmarshall(answer.LastEvaluatedKey) as ItemKey),
  };
}

/** The service refuses an empty prefix, and a name or a value that no expression uses. */
function condition(partition: string, begins: string): Partial<QueryCommandInput> {
  if (begins === "") {
    return {
      KeyConditionExpression: "#partition = :partition",
      ExpressionAttributeNames: { "#partition": TABLE.partition },
      ExpressionAttributeValues: { ":partition": { S: partition } },
    };
  }
  return {
    KeyConditionExpression: "#partition = :partition AND begins_with(#sort, :begins)",
    ExpressionAttributeNames: { "#partition": TABLE.partition, "#sort": TABLE.sort },
    ExpressionAttributeValues: { ":partition": { S: partition }, ":begins": { S: begins } },
  };
}

import { byKey } from "../../domain/text/compare-text.ts";
import {
  type AttributeValue,
  ConditionalCheckFailedException,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
} from "@aws-sdk/client-dynamodb";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import { TABLE } from "../../layout.ts";

type Attributes = Record<string, AttributeValue>;

/**
 * Puts an item where the stored one is as before, or where none is stored when that is null: false,
 * and nothing written, otherwise.
 */
export async function putOnCondition(
  client: DynamoDBClient,
  name: string,
  item: Attributes,
  before: Attributes | null,
): Promise<boolean> {
  try {
    await client.send(
      new PutItemCommand({ TableName: name, Item: item, ...conditionOf(item, before) }),
    );
    return true;
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
    // A call that was sent again may have met its own item: the answer to the first was lost.
    return (error.$metadata.attempts ?? 1) > 1 && (await isSameItem(client, name, item));
  }
}

function conditionOf(item: Attributes, before: Attributes | null) {
  if (before === null) {
    return {
      ConditionExpression: "attribute_not_exists(#partition)",
      ExpressionAttributeNames: { "#partition": TABLE.partition },
    };
  }
  const kept = Object.entries(before);
  const added = Object.keys(item).filter((attribute) => !(attribute in before));
  return {
    ConditionExpression: [
      ...kept.map((_, index) => `#kept${index} = :kept${index}`),
      ...added.map((_, index) => `attribute_not_exists(#added${index})`),
    ].join(" AND "),
    ExpressionAttributeNames: Object.fromEntries([
      ...kept.map(([attribute], index) => [`#kept${index}`, attribute]),
      ...added.map((attribute, index) => [`#added${index}`, attribute]),
    ]) as Record<string, string>,
    ExpressionAttributeValues: Object.fromEntries(
      kept.map(([, value], index) => [`:kept${index}`, value]),
    ),
  };
}

async function isSameItem(
  client: DynamoDBClient,
  name: string,
  item: Attributes,
): Promise<boolean> {
  const Key = Object.fromEntries(
    [TABLE.partition, TABLE.sort].flatMap((key) => {
      const value = item[key];
      return value === undefined ? [] : [[key, value]];
    }),
  );
  const answer = await client.send(
    new GetItemCommand({ TableName: name, Key, ConsistentRead: true }),
  );
  return answer.Item !== undefined && textOf(answer.Item) === textOf(item);
}

const textOf = (item: Attributes): string =>
  JSON.stringify(Object.entries(unmarshall(item)).sort(byKey));

import type { Call, Deployed, DeployedResource } from "../templates/deployed.ts";
import { keyArn } from "../templates/key-arn.ts";
import { ACCOUNT, REGION } from "../templates/physical-names.ts";

/** What a request asks of DynamoDB. */
export interface DynamoOperation {
  /** Such as `PutItem`. */
  readonly name: string;
  readonly body: Readonly<Record<string, unknown>>;
  /** Each table once. */
  readonly tables: readonly string[];
}

/** An attribute as the protocol writes it, such as `{"S": "grand-bend"}`. */
type Attribute = Readonly<Record<string, unknown>>;
type Attributes = Readonly<Record<string, Attribute>>;

interface BatchEntry {
  readonly PutRequest?: { readonly Item: Attributes };
  readonly DeleteRequest?: { readonly Key: Attributes };
}

const OF_ONE_TABLE = [
  ...["GetItem", "PutItem", "UpdateItem", "DeleteItem", "Query", "Scan", "DescribeTable"],
];
const OF_MANY_TABLES = ["BatchGetItem", "BatchWriteItem"];

/**
 * What a request asks for by its header `X-Amz-Target`, or null where the project never asks so.
 *
 * @throws SyntaxError where the body is no JSON
 */
export function dynamoOperation(target: string, body: Buffer): DynamoOperation | null {
  const [version = "", name = ""] = target.split(".");
  if (version !== "DynamoDB_20120810") return null;
  const sent = JSON.parse(body.toString("utf8")) as Readonly<Record<string, unknown>>;
  if (OF_ONE_TABLE.includes(name)) return { name, body: sent, tables: [String(sent["TableName"])] };
  if (!OF_MANY_TABLES.includes(name)) return null;
  return { name, body: sent, tables: Object.keys(sent["RequestItems"] as object) };
}

/** What DynamoDB asks of the policies: the operation on each of its tables, and their keys. */
export function dynamoCalls(
  operation: DynamoOperation,
  principal: string,
  deployed: Deployed,
): readonly Call[] {
  return operation.tables.flatMap((name): readonly Call[] => {
    const table = tablesOf(deployed).find(({ ref, arn }) => ref === name || arn === name);
    const action = `dynamodb:${operation.name}`;
    // Of a table that is not there AWS says no more than that the call is not allowed.
    if (table === undefined) return [{ principal, action, resource: tableArn(name) }];
    const leading = leadingKeys(operation, name, partitionOf(table));
    const context = {
      "aws:securetransport": "true",
      ...(leading === null ? {} : { "dynamodb:leadingkeys": leading }),
    };
    const call = { principal, action, resource: table.arn, context };
    if (operation.name === "DescribeTable") return [call];
    return [call, ...decryption(table, principal, deployed)];
  });
}

export const tablesOf = (deployed: Deployed): readonly DeployedResource[] => [
  ...deployed.ofType("AWS::DynamoDB::GlobalTable"),
  ...deployed.ofType("AWS::DynamoDB::Table"),
];

const tableArn = (name: string): string =>
  name.startsWith("arn:") ? name : `arn:aws:dynamodb:${REGION}:${ACCOUNT}:table/${name}`;

function partitionOf(table: DeployedResource): string {
  const schema = table.properties["KeySchema"] as readonly {
    AttributeName: string;
    KeyType: string;
  }[];
  const hashKey = schema.find(({ KeyType }) => KeyType === "HASH");
  if (hashKey === undefined) throw new Error(`table ${table.ref} has no partition key`);
  return hashKey.AttributeName;
}

/** The partition keys that a request names, or null for one that reads a table as a whole. */
function leadingKeys(
  { name, body }: DynamoOperation,
  table: string,
  partition: string,
): readonly string[] | null {
  const keysOf = (items: readonly (Attributes | undefined)[]): readonly string[] => [
    ...new Set(items.map((item) => textOf(item?.[partition], name))),
  ];
  const entries = (body["RequestItems"] as Record<string, unknown> | undefined)?.[table];
  switch (name) {
    case "GetItem":
    case "UpdateItem":
    case "DeleteItem":
      return keysOf([body["Key"] as Attributes]);
    case "PutItem":
      return keysOf([body["Item"] as Attributes]);
    case "BatchGetItem":
      return keysOf((entries as { readonly Keys: readonly Attributes[] }).Keys);
    case "BatchWriteItem":
      return keysOf(
        (entries as readonly BatchEntry[]).map(
          ({ PutRequest, DeleteRequest }) => PutRequest?.Item ?? DeleteRequest?.Key,
        ),
      );
    case "Query":
      return [queried(body, partition)];
    default:
      return null;
  }
}

/** The value that the expression of a query asks of the partition key, which every query must name. */
function queried(body: DynamoOperation["body"], partition: string): string {
  const names = (body["ExpressionAttributeNames"] ?? {}) as Readonly<Record<string, string>>;
  const values = (body["ExpressionAttributeValues"] ?? {}) as Attributes;
  const expression = String(body["KeyConditionExpression"]);
  for (const [, name = "", value = ""] of expression.matchAll(/(#?[\w.-]+)\s*=\s*(:\w+)/g)) {
    if ((names[name] ?? name) === partition) return textOf(values[value], "Query");
  }
  throw new Error(`query ${expression} is not understood: expected ${partition} = :value`);
}

function textOf(attribute: Attribute | undefined, name: string): string {
  const [value] = Object.values(attribute ?? {});
  if (typeof value === "string") return value;
  throw new Error(`${name} names no partition key: expected a text, a number or bytes`);
}

/** Whoever uses a table that is encrypted with the customer's key must be allowed to decrypt with it. */
function decryption(
  table: DeployedResource,
  principal: string,
  deployed: Deployed,
): readonly Call[] {
  const replicas = (table.properties["Replicas"] ?? [table.properties]) as readonly {
    readonly Region?: string;
    readonly SSESpecification?: { readonly KMSMasterKeyId?: string };
  }[];
  const here = replicas.find(({ Region = REGION }) => Region === REGION);
  const key = here?.SSESpecification?.KMSMasterKeyId;
  if (key === undefined) return [];
  return [
    {
      principal,
      action: "kms:Decrypt",
      resource: keyArn(deployed, key),
      context: {
        "kms:viaservice": `dynamodb.${REGION}.amazonaws.com`,
        "kms:encryptioncontext:aws:dynamodb:tablename": table.ref,
        "kms:encryptioncontext:aws:dynamodb:subscriberid": ACCOUNT,
      },
    },
  ];
}

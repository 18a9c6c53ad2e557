import {
  BatchGetItemCommand,
  BatchWriteItemCommand,
  DeleteItemCommand,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  ScanCommand,
  UpdateItemCommand,
} from "@aws-sdk/client-dynamodb";
import {
  DeleteObjectsCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from "@aws-sdk/client-s3";
import { TABLE } from "../../../../functions/layout.ts";
import type { Services } from "../templates/deployed.ts";
import { REGION } from "../templates/physical-names.ts";

/** A call as somebody would make it, and how a message names it. */
export interface Attempt {
  readonly words: string;
  make(): Promise<unknown>;
}

/** The calls of one role, by the SDK and under its credentials. */
export interface Role {
  /** A read, a write and a deletion. */
  objects(bucket: string, key: string): readonly Attempt[];
  /** A write that takes no other's place. */
  add(bucket: string, key: string): Attempt;
  /** @param prefix none where it is null */
  list(bucket: string, prefix: string | null): Attempt;
  /** Reads, writes and deletions of items with this partition key, also beside one of another. */
  items(table: string, partition: string, beside: string): readonly Attempt[];
  /** What no port of ours asks of a table. */
  unusual(table: string, partition: string): readonly Attempt[];
}

export function roleAt(services: Services, roleArn: string): Role {
  const common = { region: REGION, credentials: services.credentialsOf(roleArn), maxAttempts: 1 };
  const s3 = new S3Client({ ...common, endpoint: services.endpoints["AWS_ENDPOINT_URL_S3"]! });
  const dynamo = new DynamoDBClient({
    ...common,
    endpoint: services.endpoints["AWS_ENDPOINT_URL_DYNAMODB"]!,
  });
  const name = roleArn.split("/").at(-1) ?? roleArn;
  const attempt = (action: string, place: string, make: Attempt["make"]): Attempt => ({
    words: `${name} ${action} ${place}`,
    make,
  });

  return {
    objects(Bucket, Key) {
      const of = (action: string, make: Attempt["make"]) =>
        attempt(action, `${Bucket}/${Key}`, make);
      return [
        of("GetObject", () => s3.send(new GetObjectCommand({ Bucket, Key }))),
        of("PutObject", () => s3.send(new PutObjectCommand({ Bucket, Key, Body: "forged" }))),
        of("DeleteObjects", async () => {
          const Delete = { Objects: [{ Key }] };
          const { Errors = [] } = await s3.send(new DeleteObjectsCommand({ Bucket, Delete }));
          // S3 answers 200 and refuses key by key.
          if (Errors[0]?.Code !== undefined) throw namedError(Errors[0].Code);
        }),
      ];
    },
    add: (Bucket, Key) =>
      attempt("adds", `${Bucket}/${Key}`, () =>
        s3.send(new PutObjectCommand({ Bucket, Key, Body: "new", IfNoneMatch: "*" })),
      ),
    list: (Bucket, prefix) =>
      attempt("ListObjectsV2", `${Bucket} prefix ${JSON.stringify(prefix)}`, () =>
        s3.send(new ListObjectsV2Command({ Bucket, ...(prefix !== null && { Prefix: prefix }) })),
      ),
    items(TableName, partition, beside) {
      const of = (action: string, make: Attempt["make"]) => attempt(action, partition, make);
      const put = (value: string) => ({ PutRequest: { Item: keyOf(value) } });
      const Key = keyOf(partition);
      const batch = (...entries: object[]) =>
        dynamo.send(new BatchWriteItemCommand({ RequestItems: { [TableName]: entries } }));
      return [
        of("GetItem", () => dynamo.send(new GetItemCommand({ TableName, Key }))),
        of("Query", () =>
          dynamo.send(
            new QueryCommand({
              TableName,
              KeyConditionExpression: "#p = :p",
              ExpressionAttributeNames: { "#p": TABLE.partition },
              ExpressionAttributeValues: { ":p": { S: partition } },
            }),
          ),
        ),
        of("PutItem", () => dynamo.send(new PutItemCommand({ TableName, Item: Key }))),
        of("BatchWriteItem, a deletion", () => batch({ DeleteRequest: { Key } })),
        of("BatchWriteItem, among its own", () => batch(put(beside), put(partition))),
      ];
    },
    unusual(TableName, partition) {
      const of = (action: string, make: Attempt["make"]) => attempt(action, partition, make);
      const Key = keyOf(partition);
      const RequestItems = { [TableName]: { Keys: [Key] } };
      return [
        of("BatchGetItem", () => dynamo.send(new BatchGetItemCommand({ RequestItems }))),
        of("UpdateItem", () => dynamo.send(new UpdateItemCommand({ TableName, Key }))),
        of("DeleteItem", () => dynamo.send(new DeleteItemCommand({ TableName, Key }))),
        of("Scan", () => dynamo.send(new ScanCommand({ TableName }))),
      ];
    },
  };
}

const keyOf = (partition: string) => ({
  [TABLE.partition]: { S: partition },
  [TABLE.sort]: { S: "1" },
});

const REFUSALS = ["AccessDenied", "AccessDeniedException"];

/** Makes all attempts. Returns those that were not refused as a call that is not allowed, each with what it came to. */
export async function notRefused(attempts: readonly Attempt[]): Promise<readonly string[]> {
  const results = await Promise.all(
    attempts.map(async ({ words, make }) => {
      const came = await make().then(
        () => "went through",
        (error: Error) => error.name,
      );
      return REFUSALS.includes(came) ? [] : [`${words}: ${came}`];
    }),
  );
  return results.flat();
}

function namedError(name: string): Error {
  const error = new Error(name);
  error.name = name;
  return error;
}

import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { S3Client } from "@aws-sdk/client-s3";
import { dynamoTable } from "../adapters/dynamo-table.ts";
import { s3Store } from "../adapters/s3-store.ts";
import { ENVIRONMENT } from "../layout.ts";
import type { ObjectStore, Table } from "../pipeline/ports.ts";

const s3 = new S3Client();

export const recordsStore = (): ObjectStore => s3Store(s3, variable(ENVIRONMENT.recordsBucket));
export const publicStore = (): ObjectStore => s3Store(s3, variable(ENVIRONMENT.publicBucket));
export const inboxStore = (): ObjectStore => s3Store(s3, variable(ENVIRONMENT.inboxBucket));
export const cloudTable = (): Table =>
  dynamoTable(new DynamoDBClient(), variable(ENVIRONMENT.table));

/** @throws Error that names the variable: a stack sets it beside the grant that makes it useful */
function variable(name: string): string {
  const value = process.env[name];
  if (value === undefined || value === "") {
    throw new Error(`the environment variable ${name} is not set on this function`);
  }
  return value;
}

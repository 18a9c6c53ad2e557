import {
  CreateTableCommand,
  type CreateTableCommandInput,
  type DynamoDBClient,
} from "@aws-sdk/client-dynamodb";
import { S3Client } from "@aws-sdk/client-s3";
import { dynamoTable } from "../../../../functions/adapters/table/dynamo-table.ts";
import { startDynalite } from "../../../support/dynalite/start-dynalite.ts";
import type { Table } from "../../../../functions/pipeline/ports.ts";
import { S3Refusal } from "../../../support/stores/s3-refusal.ts";
import { type Interceptor, startS3Server } from "../../../support/stores/s3-server.ts";
import { callersOf } from "./callers.ts";
import type { Authority, Deployed, DeployedResource, Services } from "../templates/deployed.ts";
import { tablesOf } from "./dynamo-calls.ts";
import { startDynamoGateway } from "./dynamo-gateway.ts";
import { type Faults, faultsFor } from "./faults.ts";
import { REGION } from "../templates/physical-names.ts";
import { type ObjectCreated, s3Gateway } from "./s3-gateway.ts";

interface ServiceOptions {
  readonly faults?: Faults;
  /** The time of both services, by which objects are dated; the time of this machine by default. */
  readonly now?: () => Date;
}

export interface StartedServices extends Services {
  /** A client for tests, which no policy holds and no fault strikes. */
  s3Client(): S3Client;
  /** The table by its name, for tests, past every policy and fault. */
  table(name: string): Table;
  readonly dynamoClient: DynamoDBClient;
  /** Has the listener hear of each object that comes to be, whoever made it. */
  onObjectCreated(listener: (object: ObjectCreated) => void): void;
  readonly faults: Faults;
  /**
   * Ends the services.
   *
   * @throws the first error that was no refusal: something in a request that was not understood
   */
  close(): Promise<void>;
}

/**
 * Starts S3 and DynamoDB with the buckets and tables of the stacks. Each request is held against
 * the policies of the role whose credentials it came with.
 */
export async function startServices(
  deployed: Deployed,
  authority: Authority,
  { faults = faultsFor(1), now = () => new Date() }: ServiceOptions = {},
): Promise<StartedServices> {
  const callers = callersOf(deployed);
  const listeners: ((object: ObjectCreated) => void)[] = [];
  const failures: unknown[] = [];
  const failed = (error: unknown): void => void failures.push(error);

  const dynamo = await startDynalite();
  const { hostname, port } = await dynamo.client.config.endpoint!();
  for (const table of tablesOf(deployed)) await makeTable(dynamo.client, table);
  const upstream = `http://${hostname}:${port}/`;
  const gateway = await startDynamoGateway({
    deployed,
    authority,
    callers,
    faults,
    upstream,
    now,
    failed,
  });

  const server = await startS3Server(...deployed.ofType("AWS::S3::Bucket").map(({ ref }) => ref));
  for (const { ref } of deployed.ofType("AWS::S3::Bucket")) server.bucket(ref).now = now;
  const created = (object: ObjectCreated): void => {
    for (const listener of listeners) listener(object);
  };
  server.intercept(
    reporting(failed, s3Gateway({ deployed, authority, callers, faults, server, now, created })),
  );
  const client = new S3Client({
    endpoint: server.endpoint,
    region: REGION,
    credentials: callers.ofTests,
  });

  return {
    endpoints: {
      AWS_ENDPOINT_URL_S3: server.endpoint,
      AWS_ENDPOINT_URL_DYNAMODB: gateway.endpoint,
    },
    credentialsOf: (roleArn) => callers.credentialsOf(roleArn),
    s3Client: () => client,
    table: (name) => dynamoTable(dynamo.client, name),
    dynamoClient: dynamo.client,
    onObjectCreated: (listener) => void listeners.push(listener),
    faults,
    async close() {
      client.destroy();
      await Promise.all([server.close(), gateway.close()]);
      await dynamo.close();
      if (failures.length > 0) throw failures[0];
    },
  };
}

/** Keeps what is no answer of S3 for whoever closes the services, since a handler would only try again. */
function reporting(failed: (error: unknown) => void, interceptor: Interceptor): Interceptor {
  return async (request, proceed) => {
    try {
      return await interceptor(request, proceed);
    } catch (error) {
      if (!(error instanceof S3Refusal)) failed(error);
      throw error;
    }
  };
}

async function makeTable(client: DynamoDBClient, table: DeployedResource): Promise<void> {
  const { KeySchema, AttributeDefinitions, ...rest } = table.properties as Pick<
    CreateTableCommandInput,
    "KeySchema" | "AttributeDefinitions"
  >;
  const unknown = Object.keys(rest).find((property) => property.endsWith("Indexes"));
  if (unknown !== undefined) {
    throw new Error(`${table.stack}/${table.id}: ${unknown} is not understood`);
  }
  await client.send(
    new CreateTableCommand({
      TableName: table.ref,
      KeySchema,
      AttributeDefinitions,
      BillingMode: "PAY_PER_REQUEST",
    }),
  );
}

import "./sdk-notice.ts";
import { DynamoDBClient, type DynamoDBClientConfig } from "@aws-sdk/client-dynamodb";
import { S3Client, type S3ClientConfig } from "@aws-sdk/client-s3";
import { type Patience, patientRetries } from "./patient-retries.ts";

/** About 20 seconds without one answer on the mean, 40 at the longest, then a call fails. */
export const S3_PATIENCE: Patience = { attempts: 12, firstWaitMs: 100, longestWaitMs: 5_000 };
export const DYNAMO_PATIENCE: Patience = { attempts: 12, firstWaitMs: 50, longestWaitMs: 5_000 };

/** A client of S3 for a night in which S3 is slow. */
export const patientS3 = (config: S3ClientConfig = {}, patience = S3_PATIENCE): S3Client =>
  new S3Client({ ...patientSettings(patience), ...config });

/** A client of DynamoDB for a night in which the table is throttled. */
export const patientDynamo = (
  config: DynamoDBClientConfig = {},
  patience = DYNAMO_PATIENCE,
): DynamoDBClient => new DynamoDBClient({ ...patientSettings(patience), ...config });

/** The same for a client of any other service. */
export const patientSettings = (patience: Patience) => ({
  maxAttempts: patience.attempts,
  retryStrategy: patientRetries(patience),
  requestHandler: CONNECTION,
});

const CONNECTION = {
  connectionTimeout: 5_000,
  // Without a byte in either direction; a long upload takes as long as it takes.
  socketTimeout: 60_000,
  // A call that waits for one of them would be taken for one that does not connect.
  httpsAgent: { maxSockets: 250 },
  httpAgent: { maxSockets: 250 },
} as const;

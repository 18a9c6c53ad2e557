import { Duration } from "aws-cdk-lib";
import type { Function } from "aws-cdk-lib/aws-lambda";
import type { Construct } from "constructs";
import { ENVIRONMENT } from "../../functions/layout.ts";
import { RECORDS_PREFIXES } from "../storage/records-bucket.ts";
import { grantItems } from "./grant-items.ts";
import { grantObjects } from "./grant-objects.ts";
import { handlerFunction } from "./handler-function.ts";
import type { Surroundings } from "./surroundings.ts";

/** Copies what a district dropped to `raw/` by its hash, and lists the files to read. */
export function receiveFunction(scope: Construct, surroundings: Surroundings): Function {
  const { inbox, records, table } = surroundings.storage;
  const receive = handlerFunction(scope, "receive", surroundings, {
    // Streams and hashes: memory does not grow with a file, the network sets the pace.
    // 1,769 MB is one whole processor; 800 MB take about a minute.
    memorySize: 1769,
    timeout: Duration.minutes(15),
  });
  receive.addEnvironment(ENVIRONMENT.inboxBucket, inbox.bucketName);
  grantObjects(receive, inbox, { read: ["*"] });

  receive.addEnvironment(ENVIRONMENT.recordsBucket, records.bucketName);
  grantObjects(receive, records, {
    read: [`${RECORDS_PREFIXES.raw}*`],
    write: [`${RECORDS_PREFIXES.raw}*`, `${RECORDS_PREFIXES.runs}*`],
  });

  receive.addEnvironment(ENVIRONMENT.table, table.tableName);
  grantItems(receive, table);
  return receive;
}

import { Duration } from "aws-cdk-lib";
import type { Function } from "aws-cdk-lib/aws-lambda";
import type { Construct } from "constructs";
import { ENVIRONMENT } from "../../functions/layout.ts";
import { RECORDS_PREFIXES } from "../storage/records-bucket.ts";
import { grantItems } from "./grant-items.ts";
import { grantObjects } from "./grant-objects.ts";
import { handlerFunction } from "./handler-function.ts";
import type { Surroundings } from "./surroundings.ts";

/** Reads files into our tables one batch at a time, then checks them across files and cuts them into partitions. */
export function conformFunction(scope: Construct, surroundings: Surroundings): Function {
  const { records, table } = surroundings.storage;
  const conform = handlerFunction(scope, "conform", surroundings, {
    // A year of attendance of 100,000 students was read in about 220 MiB; the plans and the roster
    // of such a district, held whole for the checks across files, set the size.
    memorySize: 3538,
    timeout: Duration.minutes(15),
  });
  conform.addEnvironment(ENVIRONMENT.recordsBucket, records.bucketName);
  const { raw, runs, conformed, quarantine } = RECORDS_PREFIXES;
  grantObjects(conform, records, {
    // What was rejected of a file before is read again, and asked for before it is replaced.
    read: [`${raw}*`, `${conformed}*`, `${quarantine}*`],
    write: [`${runs}*`, `${conformed}*`, `${quarantine}*`],
  });

  conform.addEnvironment(ENVIRONMENT.table, table.tableName);
  grantItems(conform, table);
  return conform;
}

import { Duration } from "aws-cdk-lib";
import type { Function } from "aws-cdk-lib/aws-lambda";
import type { Construct } from "constructs";
import { ENVIRONMENT } from "../../functions/layout.ts";
import { RECORDS_PREFIXES } from "../storage/records-bucket.ts";
import { grantObjects } from "./grant-objects.ts";
import { handlerFunction } from "./handler-function.ts";
import type { Surroundings } from "./surroundings.ts";

/** Counts one batch of schools, and leaves alone what was counted before from the same rows. */
export function measureFunction(scope: Construct, surroundings: Surroundings): Function {
  const { records } = surroundings.storage;
  const measure = handlerFunction(scope, "measure", surroundings, {
    // One school at a time in memory, and arithmetic for the rest: one whole processor.
    memorySize: 1769,
    timeout: Duration.minutes(10),
  });
  measure.addEnvironment(ENVIRONMENT.recordsBucket, records.bucketName);
  grantObjects(measure, records, {
    read: [`${RECORDS_PREFIXES.conformed}*`, `${RECORDS_PREFIXES.counts}*`],
    write: [`${RECORDS_PREFIXES.counts}*`],
  });
  return measure;
}

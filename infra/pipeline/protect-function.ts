import { Duration } from "aws-cdk-lib";
import type { Function } from "aws-cdk-lib/aws-lambda";
import type { Construct } from "constructs";
import { ENVIRONMENT } from "../../functions/layout.ts";
import { RECORDS_PREFIXES } from "../storage/records-bucket.ts";
import { grantObjects } from "./grant-objects.ts";
import { handlerFunction } from "./handler-function.ts";
import type { Surroundings } from "./surroundings.ts";

/** Merges the schools' counts and decides what may be shown. */
export function protectFunction(scope: Construct, surroundings: Surroundings): Function {
  const { records } = surroundings.storage;
  const protect = handlerFunction(scope, "protect", surroundings, {
    // The linear programmes of the suppression use one processor only, and want memory.
    memorySize: 3538,
    timeout: Duration.minutes(15),
  });
  protect.addEnvironment(ENVIRONMENT.recordsBucket, records.bucketName);
  grantObjects(protect, records, {
    // The manifest says which schools, and so which partials, a version has.
    read: [`${RECORDS_PREFIXES.conformed}*/manifests/*`, `${RECORDS_PREFIXES.partials}*`],
    write: [`${RECORDS_PREFIXES.protected}*`],
  });
  return protect;
}

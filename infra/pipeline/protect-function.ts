import { Duration } from "aws-cdk-lib";
import type { Function } from "aws-cdk-lib/aws-lambda";
import type { Construct } from "constructs";
import { ENVIRONMENT } from "../../functions/layout.ts";
import type { District } from "../configuration.ts";
import { RECORDS_PREFIXES } from "../storage/records-bucket.ts";
import { grantObjects } from "./grant-objects.ts";
import { handlerFunction } from "./handler-function.ts";
import type { Surroundings } from "./surroundings.ts";

/** Merges the schools' counts and decides what may be shown. Reads the public bucket, and writes to the records only. */
export function protectFunction(
  scope: Construct,
  surroundings: Surroundings,
  districts: readonly District[],
): Function {
  const { records, public: releases } = surroundings.storage;
  const protect = handlerFunction(scope, "protect", surroundings, {
    // Suppression is one problem over the whole release: one processor, and memory for it.
    memorySize: 3538,
    timeout: Duration.minutes(15),
  });
  protect.addEnvironment(ENVIRONMENT.recordsBucket, records.bucketName);
  const { conformed, partials, protected: ready, patterns } = RECORDS_PREFIXES;
  grantObjects(protect, records, {
    // The manifest says which schools, and so which partials, a version has.
    read: [
      ...[`${conformed}*/manifests/*`, `${conformed}*/settings/*`, `${partials}*`, `${ready}*`],
      // What earlier releases hid, and the secret of the year.
      `${patterns}*`,
    ],
    write: [`${ready}*`, `${patterns}*`],
  });

  // What was shown before: the trend, and what has changed since.
  protect.addEnvironment(ENVIRONMENT.publicBucket, releases.bucketName);
  grantObjects(protect, releases, { read: districts.map(({ id }) => `${id}/*`) });
  return protect;
}

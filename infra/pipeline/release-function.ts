import { Duration } from "aws-cdk-lib";
import type { Function } from "aws-cdk-lib/aws-lambda";
import type { Construct } from "constructs";
import { ENVIRONMENT, recordsKeys } from "../../functions/layout.ts";
import type { District } from "../configuration.ts";
import { FORMER_PREFIXES, RECORDS_PREFIXES } from "../storage/records-bucket.ts";
import { grantItems } from "./grant-items.ts";
import { grantObjects } from "./grant-objects.ts";
import { handlerFunction } from "./handler-function.ts";
import type { Surroundings } from "./surroundings.ts";

/** Writes the staff edition from the schools' counts and, where a public release is due, draws it. Reads the public bucket, and writes to the records only. */
export function releaseFunction(
  scope: Construct,
  surroundings: Surroundings,
  districts: readonly District[],
): Function {
  const { records, public: releases, table } = surroundings.storage;
  const release = handlerFunction(scope, "release", surroundings, {
    // The counts of all schools are held at once, and a row of each student: two whole processors,
    // and memory for it.
    memorySize: 3538,
    timeout: Duration.minutes(15),
  });
  release.addEnvironment(ENVIRONMENT.recordsBucket, records.bucketName);
  const { conformed, counts, editions, protection, protected: ready } = RECORDS_PREFIXES;
  grantObjects(release, records, {
    read: [
      // The manifest says which schools, and so which counts, a version has. What has changed in
      // the records since the release before is read from the partitions that differ.
      `${conformed}*`,
      `${counts}*`,
      // Which editions are there, the secret of the year, and what was drawn before.
      `${editions}*`,
      `${protection}*`,
      `${ready}*`,
      // Once, after an upgrade: which items the table had, and the secrets of extracts.
      `${FORMER_PREFIXES.partials}*`,
      `${FORMER_PREFIXES.patterns}*`,
    ],
    write: [
      `${editions}*`,
      `${protection}*`,
      `${ready}*`,
      // Once, after an upgrade: what the district had decided before.
      ...districts.flatMap(({ id }) => [
        recordsKeys.protectionSetting(id),
        recordsKeys.extractSecret(id, "*"),
      ]),
    ],
    delete: [
      // Staff editions that are not kept.
      `${editions}*`,
      // Once, after an upgrade: what the method of protection before had written.
      ...districts.map(({ id }) => recordsKeys.formerSmallestGroup(id)),
      `${ready}*`,
      `${FORMER_PREFIXES.partials}*`,
      `${FORMER_PREFIXES.patterns}*`,
    ],
  });

  // Which release came last, and so whether one is due; what was shown before, for the trend.
  release.addEnvironment(ENVIRONMENT.publicBucket, releases.bucketName);
  grantObjects(release, releases, { read: districts.map(({ id }) => `${id}/*`) });

  // One item per school says where its worklist is.
  release.addEnvironment(ENVIRONMENT.table, table.tableName);
  grantItems(release, table);
  return release;
}

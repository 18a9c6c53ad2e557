import { Duration } from "aws-cdk-lib";
import type { Function } from "aws-cdk-lib/aws-lambda";
import type { Construct } from "constructs";
import { ENVIRONMENT, publicKeys } from "../../functions/layout.ts";
import type { District } from "../configuration.ts";
import { RECORDS_PREFIXES } from "../storage/records-bucket.ts";
import { grantItems } from "./grant-items.ts";
import { grantObjects } from "./grant-objects.ts";
import { handlerFunction } from "./handler-function.ts";
import type { Surroundings } from "./surroundings.ts";

/** Writes a protected release for everyone to read. The only function that may write to the public bucket or delete from it, and not under the prefix of the pages. */
export function publishFunction(
  scope: Construct,
  surroundings: Surroundings,
  districts: readonly District[],
): Function {
  const { records, public: releases, table } = surroundings.storage;
  const publish = handlerFunction(scope, "publish", surroundings, {
    // Writes some dozens of small files.
    memorySize: 1769,
    timeout: Duration.minutes(5),
  });
  publish.addEnvironment(ENVIRONMENT.recordsBucket, records.bucketName);
  grantObjects(publish, records, { read: [`${RECORDS_PREFIXES.protected}*`] });

  publish.addEnvironment(ENVIRONMENT.publicBucket, releases.bucketName);
  const own = [publicKeys.districts, ...districts.map(({ id }) => `${id}/*`)];
  grantObjects(publish, releases, {
    read: own,
    write: own,
    // Releases of a method of protection that is given up are taken out, and the list of them.
    delete: districts.flatMap(({ id }) => [`${id}/releases/*`, publicKeys.latest(id)]),
  });

  publish.addEnvironment(ENVIRONMENT.table, table.tableName);
  grantItems(publish, table);
  return publish;
}

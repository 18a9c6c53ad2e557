import { Duration, RemovalPolicy } from "aws-cdk-lib";
import { Key } from "aws-cdk-lib/aws-kms";
import type { Construct } from "constructs";

/** The key to everything personal. Without it no copy of a bucket or of a backup can be read. */
export function recordsKey(scope: Construct): Key {
  return new Key(scope, "RecordsKey", {
    alias: "ilp-observatory/records",
    description: "Encrypts what districts send and what is made of it, but for releases",
    enableKeyRotation: true,
    rotationPeriod: Duration.days(365),
    pendingWindow: Duration.days(30),
    removalPolicy: RemovalPolicy.RETAIN,
  });
}

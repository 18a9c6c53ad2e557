import { Duration, RemovalPolicy } from "aws-cdk-lib";
import type { IKey } from "aws-cdk-lib/aws-kms";
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type CfnBucket,
  type IBucket,
  ObjectOwnership,
} from "aws-cdk-lib/aws-s3";
import type { Construct } from "constructs";

/**
 * Where districts put their exports, each under `<district>/`. Receive copies them to `raw/`, so
 * objects here need not be kept.
 */
export function inboxBucket(scope: Construct, key: IKey, logs: IBucket): Bucket {
  const bucket = new Bucket(scope, "Inbox", {
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    enforceSSL: true,
    encryption: BucketEncryption.KMS,
    encryptionKey: key,
    bucketKeyEnabled: true,
    objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
    serverAccessLogsBucket: logs,
    serverAccessLogsPrefix: "inbox/",
    lifecycleRules: [
      // Long enough to repeat the uploads of a month after a fault.
      { expiration: Duration.days(35), abortIncompleteMultipartUploadAfter: Duration.days(7) },
    ],
    removalPolicy: RemovalPolicy.RETAIN,
  });
  // Each district's stack reacts to files under its prefix. This is set on the resource, because
  // the property of the construct (`eventBridgeEnabled`) would deploy a function to do the same.
  const resource = bucket.node.defaultChild as CfnBucket;
  resource.notificationConfiguration = { eventBridgeConfiguration: { eventBridgeEnabled: true } };
  return bucket;
}

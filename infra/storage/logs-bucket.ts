import { Duration, RemovalPolicy } from "aws-cdk-lib";
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectOwnership } from "aws-cdk-lib/aws-s3";
import type { Construct } from "constructs";

/** Who read or wrote which object, and who requested which page: one prefix per bucket. */
export function logsBucket(scope: Construct): Bucket {
  return new Bucket(scope, "Logs", {
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    enforceSSL: true,
    // The log delivery of S3 cannot write with a customer key.
    encryption: BucketEncryption.S3_MANAGED,
    // The log delivery of CloudFront still grants itself access by ACL.
    objectOwnership: ObjectOwnership.BUCKET_OWNER_PREFERRED,
    lifecycleRules: [{ expiration: Duration.days(400) }],
    removalPolicy: RemovalPolicy.RETAIN,
  });
}

import { Validations } from "aws-cdk-lib";
import { type IOrigin, S3OriginAccessControl } from "aws-cdk-lib/aws-cloudfront";
import { S3BucketOrigin } from "aws-cdk-lib/aws-cloudfront-origins";
import { Bucket, type IBucket } from "aws-cdk-lib/aws-s3";
import type { Construct } from "constructs";
import { SITE_PREFIX } from "../storage/public-bucket.ts";

/**
 * The public bucket as two origins: its pages, and all of it, whose releases are served as data.
 */
export function publicOrigins(
  scope: Construct,
  bucket: IBucket,
): { readonly pages: IOrigin; readonly data: IOrigin } {
  // Imported as if it belonged to another app: its policy lets CloudFront in already, and naming
  // the distribution in it would make the stacks wait for each other.
  const imported = Bucket.fromBucketAttributes(scope, "PublicBucket", {
    bucketArn: bucket.bucketArn,
    bucketRegionalDomainName: bucket.bucketRegionalDomainName,
  });
  const originAccessControl = new S3OriginAccessControl(scope, "AccessControl");
  const origin = (options: { originPath?: string }) =>
    S3BucketOrigin.withOriginAccessControl(imported, { ...options, originAccessControl });
  Validations.of(scope).acknowledge({
    id: "@aws-cdk/aws-cloudfront-origins:updateImportedBucketPolicyOac",
    reason: "the storage stack writes the bucket's policy",
  });
  return { pages: origin({ originPath: `/${SITE_PREFIX}` }), data: origin({}) };
}

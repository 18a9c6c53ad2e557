import { Aws, Duration, RemovalPolicy } from "aws-cdk-lib";
import { PolicyStatement, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type IBucket,
  ObjectOwnership,
} from "aws-cdk-lib/aws-s3";
import type { Construct } from "constructs";

/** The pages are under this prefix; everything else is data, served under `/data/`. */
export const SITE_PREFIX = "site";

/** The site and the releases: safe to show, and still read through CloudFront only. */
export function publicBucket(scope: Construct, logs: IBucket): Bucket {
  const bucket = new Bucket(scope, "Public", {
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    enforceSSL: true,
    // Nothing in it is personal, so CloudFront need not be given a customer key.
    encryption: BucketEncryption.S3_MANAGED,
    objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
    versioned: true,
    serverAccessLogsBucket: logs,
    serverAccessLogsPrefix: "public/",
    lifecycleRules: [
      {
        abortIncompleteMultipartUploadAfter: Duration.days(7),
        noncurrentVersionExpiration: Duration.days(90),
        expiredObjectDeleteMarker: true,
      },
    ],
    removalPolicy: RemovalPolicy.RETAIN,
  });
  // Any distribution of this account, not only that of the site stack, whose name is known only
  // after this bucket's: naming it here would make each stack wait for the other.
  bucket.addToResourcePolicy(
    new PolicyStatement({
      sid: "CloudFrontReads",
      principals: [new ServicePrincipal("cloudfront.amazonaws.com")],
      actions: ["s3:GetObject"],
      resources: [bucket.arnForObjects("*")],
      conditions: {
        StringEquals: { "AWS:SourceAccount": Aws.ACCOUNT_ID },
        ArnLike: {
          "AWS:SourceArn": `arn:${Aws.PARTITION}:cloudfront::${Aws.ACCOUNT_ID}:distribution/*`,
        },
      },
    }),
  );
  return bucket;
}

import { Duration } from "aws-cdk-lib";
import { CachePolicy } from "aws-cdk-lib/aws-cloudfront";
import type { Construct } from "constructs";

/**
 * How long CloudFront keeps a file: a minute if its content can change under one name, a year if
 * new content gets a new name.
 */
export function cachePolicies(scope: Construct): {
  readonly minute: CachePolicy;
  readonly year: CachePolicy;
} {
  const compressed = { enableAcceptEncodingGzip: true, enableAcceptEncodingBrotli: true };
  const minute = Duration.minutes(1);
  const year = Duration.days(365);
  return {
    minute: new CachePolicy(scope, "Minute", {
      ...compressed,
      minTtl: Duration.seconds(0),
      defaultTtl: minute,
      maxTtl: minute,
    }),
    year: new CachePolicy(scope, "Year", {
      ...compressed,
      minTtl: Duration.days(1),
      defaultTtl: year,
      maxTtl: year,
    }),
  };
}

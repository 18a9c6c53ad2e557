import { Duration } from "aws-cdk-lib";
import {
  HeadersFrameOption,
  HeadersReferrerPolicy,
  ResponseHeadersPolicy,
} from "aws-cdk-lib/aws-cloudfront";
import type { Construct } from "constructs";

/**
 * The headers of every response. A browser asks again after a minute unless a behavior says
 * otherwise.
 * @param contentSecurityPolicy as the build of the pages wrote it: it has the hash of each script
 * in a page, so the pages that are synced must be of the same build
 */
export function responseHeaders(
  scope: Construct,
  contentSecurityPolicy: string,
): ResponseHeadersPolicy {
  const override = true;
  return new ResponseHeadersPolicy(scope, "ResponseHeaders", {
    securityHeadersBehavior: {
      contentSecurityPolicy: { contentSecurityPolicy, override },
      contentTypeOptions: { override },
      frameOptions: { frameOption: HeadersFrameOption.DENY, override },
      referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.SAME_ORIGIN, override },
      strictTransportSecurity: { accessControlMaxAge: Duration.days(730), override },
    },
    customHeadersBehavior: {
      customHeaders: [{ header: "cache-control", value: "public, max-age=60", override: false }],
    },
  });
}

import { CfnOutput, Duration, Stack, type StackProps, Validations } from "aws-cdk-lib";
import { Certificate } from "aws-cdk-lib/aws-certificatemanager";
import {
  AllowedMethods,
  type BehaviorOptions,
  Distribution,
  FunctionEventType,
  HttpVersion,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from "aws-cdk-lib/aws-cloudfront";
import type { Construct } from "constructs";
import { PUBLIC_PATH } from "../../functions/layout.ts";
import type { Domain } from "../settings/configuration.ts";
import type { StorageStack } from "../storage/storage-stack.ts";
import { cachePolicies } from "./cache-policies.ts";
import { edgeFunction } from "./edge-function.ts";
import { publicOrigins } from "./public-origins.ts";
import { responseHeaders } from "./response-headers.ts";

export interface SiteStackProps extends StackProps {
  readonly storage: StorageStack;
  /** The site's own name; null keeps the one that CloudFront gives it. */
  readonly domain: Domain | null;
  /** The Content-Security-Policy of the built pages. */
  readonly contentSecurityPolicy: string;
}

/** What everyone may see: the pages, and the releases under `/data/`. */
export class SiteStack extends Stack {
  constructor(scope: Construct, id: string, props: SiteStackProps) {
    const { storage, domain, contentSecurityPolicy, ...stack } = props;
    super(scope, id, stack);
    const distribution = new Distribution(this, "Distribution", {
      comment: "ILP Observatory",
      ...behaviors(this, storage, contentSecurityPolicy),
      ...(domain !== null && {
        domainNames: [domain.name],
        certificate: Certificate.fromCertificateArn(this, "Certificate", domain.certificateArn),
        minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
      }),
      httpVersion: HttpVersion.HTTP2_AND_3,
      // For a missing object, S3 answers a reader who may not list the bucket that it is forbidden.
      errorResponses: [403, 404].map((httpStatus) => ({
        httpStatus,
        responseHttpStatus: 404,
        responsePagePath: "/404.html",
        ttl: Duration.seconds(10),
      })),
      logBucket: storage.logs,
      logFilePrefix: "site/",
    });
    acknowledge(distribution, domain);
    new CfnOutput(this, "Address", {
      value: `https://${domain?.name ?? distribution.distributionDomainName}/`,
    });
    new CfnOutput(this, "PublicBucketName", { value: storage.public.bucketName });
    new CfnOutput(this, "DistributionId", { value: distribution.distributionId });
  }
}

function behaviors(scope: Construct, storage: StorageStack, contentSecurityPolicy: string) {
  const { VIEWER_REQUEST, VIEWER_RESPONSE } = FunctionEventType;
  const origins = publicOrigins(scope, storage.public);
  const { minute, year } = cachePolicies(scope);
  const pagePath = edgeFunction(scope, "PagePath", "page-path.js", VIEWER_REQUEST);
  const dataPath = edgeFunction(scope, "DataPath", "data-path.js", VIEWER_REQUEST);
  const keep = edgeFunction(scope, "KeepForAYear", "keep-for-a-year.js", VIEWER_RESPONSE);
  const every = {
    viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
    allowedMethods: AllowedMethods.ALLOW_GET_HEAD,
    compress: true,
    responseHeadersPolicy: responseHeaders(scope, contentSecurityPolicy),
  };
  const pages = { ...every, origin: origins.pages };
  const data = { ...every, origin: origins.data };
  const additionalBehaviors: Record<string, BehaviorOptions> = {
    // The order matters: CloudFront takes the first that matches.
    [`${PUBLIC_PATH}*/releases/*`]: {
      ...data,
      cachePolicy: year,
      functionAssociations: [dataPath, keep],
    },
    [`${PUBLIC_PATH}*`]: { ...data, cachePolicy: minute, functionAssociations: [dataPath] },
    // Framework puts a hash of the content into the name of every file but the pages.
    "/_*": { ...pages, cachePolicy: year, functionAssociations: [keep] },
  };
  return {
    defaultBehavior: { ...pages, cachePolicy: minute, functionAssociations: [pagePath] },
    additionalBehaviors,
  };
}

function acknowledge(distribution: Distribution, domain: Domain | null): void {
  Validations.of(distribution).acknowledge(
    {
      id: "AwsSolutions-CFR1",
      reason: "families read about their district from wherever they are; nothing shown is secret",
    },
    {
      id: "AwsSolutions-CFR2",
      reason: "static files, read only: there is no input that a firewall could look at",
    },
  );
  if (domain === null) {
    Validations.of(distribution).acknowledge({
      id: "AwsSolutions-CFR4",
      reason: "a name of CloudFront's own has its own TLS setting; name a domain in cdk.json",
    });
  }
}

import { readFileSync } from "node:fs";
import { createContext, runInContext } from "node:vm";
import { describe, expect, it } from "vitest";
import { flattened, ofType, POLICY, synthesized, synthesizedWith } from "./synthesized.ts";

interface Behavior {
  readonly PathPattern?: string;
  readonly ViewerProtocolPolicy: string;
  readonly Compress: boolean;
  readonly CachePolicyId: unknown;
  readonly ResponseHeadersPolicyId: unknown;
  readonly FunctionAssociations: readonly { readonly FunctionARN: unknown }[];
  readonly TargetOriginId: string;
}
interface DistributionConfig {
  readonly DefaultCacheBehavior: Behavior;
  readonly CacheBehaviors: readonly Behavior[];
  readonly Origins: readonly { Id: string; OriginPath?: string; OriginAccessControlId: unknown }[];
  readonly ViewerCertificate?: { readonly MinimumProtocolVersion: string };
  readonly Aliases?: readonly string[];
}

const configurationOf = (site: ReturnType<typeof synthesized>["site"]) =>
  ofType(site, "AWS::CloudFront::Distribution")[0]![1].Properties[
    "DistributionConfig"
  ] as DistributionConfig;

const { site } = synthesized();
const distribution = configurationOf(site);
const behaviors = [...distribution.CacheBehaviors, distribution.DefaultCacheBehavior];

function edge(file: string): (event: object) => unknown {
  const context = createContext({});
  runInContext(readFileSync(`infra/site/${file}`, "utf8"), context);
  return context["handler"] as (event: object) => unknown;
}
const uriAfter = (file: string, uri: string) =>
  (edge(file)({ request: { uri } }) as { uri: string }).uri;

describe("site", () => {
  it.each([
    ["/", "/index.html"],
    ["/review-compliance", "/review-compliance.html"],
    ["/review-compliance.html", "/review-compliance.html"],
    ["/schools/", "/schools/index.html"],
    ["/schools/v1.2/north", "/schools/v1.2/north.html"],
    ["/_file/logo.3fa1.svg", "/_file/logo.3fa1.svg"],
  ])("finds the page of %s at %s", (uri, page) => {
    expect(uriAfter("page-path.js", uri)).toBe(page);
  });

  it.each([
    ["/data/districts.json", "/districts.json"],
    ["/data/data/latest.json", "/data/latest.json"],
  ])("finds the data of %s at %s", (uri, data) => {
    expect(uriAfter("data-path.js", uri)).toBe(data);
  });

  it("keeps releases and hashed files for a year, and everything else for a minute", () => {
    const policies = behaviors.map(({ PathPattern = "*", CachePolicyId, FunctionAssociations }) => [
      PathPattern,
      flattened(CachePolicyId).replace(/<([A-Za-z]+?)[0-9A-F]{8}.*/, "$1"),
      FunctionAssociations.map(({ FunctionARN }) =>
        flattened(FunctionARN).replace(/<([A-Za-z]+?)[0-9A-F]{8}.*/, "$1"),
      ),
    ]);
    expect(policies).toEqual([
      ["/data/*/releases/*", "Year", ["DataPath", "KeepForAYear"]],
      ["/data/*", "Minute", ["DataPath"]],
      ["/_*", "Year", ["KeepForAYear"]],
      ["*", "Minute", ["PagePath"]],
    ]);
    const ttls = ofType(site, "AWS::CloudFront::CachePolicy").map(([id, { Properties }]) => [
      id.slice(0, 4),
      (Properties["CachePolicyConfig"] as { MaxTTL: number }).MaxTTL,
    ]);
    expect(Object.fromEntries(ttls)).toEqual({ Minu: 60, Year: 31_536_000 });
    const kept = edge("keep-for-a-year.js")({ response: { headers: {} } });
    expect(kept).toEqual({
      headers: { "cache-control": { value: "public, max-age=31536000, immutable" } },
    });
  });

  it("reads the bucket with a signature of its own, over TLS, compressed", () => {
    for (const behavior of behaviors) {
      expect(behavior.ViewerProtocolPolicy).toBe("redirect-to-https");
      expect(behavior.Compress).toBe(true);
    }
    expect(distribution.Origins.map(({ OriginPath }) => OriginPath ?? "").sort()).toEqual([
      "",
      "/site",
    ]);
    for (const origin of distribution.Origins) expect(origin.OriginAccessControlId).toBeDefined();
  });

  it("sends the policy that the build of the pages wrote, with every response", () => {
    const [id, headers] = ofType(site, "AWS::CloudFront::ResponseHeadersPolicy")[0]!;
    expect(headers.Properties).toMatchObject({
      ResponseHeadersPolicyConfig: {
        SecurityHeadersConfig: {
          ContentSecurityPolicy: { ContentSecurityPolicy: POLICY, Override: true },
        },
      },
    });
    for (const { ResponseHeadersPolicyId } of behaviors) {
      expect(ResponseHeadersPolicyId).toEqual({ Ref: id });
    }
  });

  it("takes a domain of its own with TLS 1.2 and later", () => {
    const { Aliases, ViewerCertificate } = configurationOf(
      synthesizedWith({
        domain: {
          name: "ilp.example.org",
          certificateArn: "arn:aws:acm:us-east-1:123456789012:certificate/ab12",
        },
      }).site,
    );
    expect(Aliases).toEqual(["ilp.example.org"]);
    expect(ViewerCertificate?.MinimumProtocolVersion).toBe("TLSv1.2_2021");
  });
});

import { describe, expect, it } from "vitest";
import { deployable } from "../templates/deployable.ts";
import { deploy } from "../templates/deploy.ts";
import { authorityOf } from "./policies.ts";

const deployed = deploy(deployable());
const authority = authorityOf(deployed);

describe("the policies of the project", () => {
  it("let Lambda act as the role of each function, and no other service", () => {
    const functions = deployed.ofType("AWS::Lambda::Function");
    expect(functions.length).toBeGreaterThan(0);
    for (const { properties } of functions) {
      const role = String(properties["Role"]);
      expect(authority.mayAssume("lambda.amazonaws.com", role)).toBe(true);
      expect(authority.mayAssume("states.amazonaws.com", role)).toBe(false);
    }
  });

  it("keep every function from a bucket over plain HTTP", () => {
    const functions = deployed.ofType("AWS::Lambda::Function");
    const buckets = deployed.ofType("AWS::S3::Bucket");
    for (const { properties } of functions) {
      for (const bucket of buckets) {
        const isAllowed = authority.allows({
          principal: String(properties["Role"]),
          action: "s3:ListBucket",
          resource: bucket.arn,
          context: { "aws:securetransport": "false" },
        });
        expect(isAllowed).toBe(false);
      }
    }
  });

  it("let no function write to the bucket of the access logs", () => {
    const logs = deployed.one("AWS::S3::Bucket", "Logs");
    const write = { action: "s3:PutObject", resource: `${logs.arn}/records/a` };
    for (const { properties } of deployed.ofType("AWS::Lambda::Function")) {
      expect(authority.allows({ principal: String(properties["Role"]), ...write })).toBe(false);
    }
    const context = {
      "aws:sourcearn": deployed.one("AWS::S3::Bucket", "Records").arn,
      "aws:sourceaccount": "123456789012",
    };
    const principal = "logging.s3.amazonaws.com";
    expect(authority.allows({ principal, ...write, context })).toBe(true);
    expect(authority.allows({ principal, ...write })).toBe(false);
  });
});

import { describe, expect, it } from "vitest";
import { deploy, type StackTemplate } from "./deploy.ts";
import { deployable } from "./deployable.ts";

const queue = { Type: "AWS::SQS::Queue" };

function propertyOf(value: unknown, more: Partial<StackTemplate> = {}): unknown {
  const deployed = deploy({
    Night: {
      ...more,
      Resources: {
        Queue: queue,
        Records: { Type: "AWS::S3::Bucket" },
        Subject: { Type: "AWS::SNS::Topic", Properties: { value } },
        ...more.Resources,
      },
    },
  });
  return deployed.one("AWS::SNS::Topic", "Subject").properties["value"];
}

describe("deploy", () => {
  it.each([
    [{ Ref: "Records" }, "night-records"],
    [{ Ref: "Queue" }, "https://sqs.us-east-2.amazonaws.com/123456789012/Night-Queue"],
    [{ "Fn::GetAtt": ["Queue", "Arn"] }, "arn:aws:sqs:us-east-2:123456789012:Night-Queue"],
    [{ "Fn::GetAtt": "Queue.QueueName" }, "Night-Queue"],
    [{ Ref: "AWS::AccountId" }, "123456789012"],
    [{ Ref: "AWS::Region" }, "us-east-2"],
    [{ Ref: "AWS::StackName" }, "Night"],
    [{ "Fn::Join": ["-", ["a", { Ref: "AWS::Partition" }, 3]] }, "a-aws-3"],
    [{ "Fn::Select": [1, { "Fn::Split": ["-", { Ref: "Records" }] }] }, "records"],
    [
      { "Fn::Sub": "${AWS::Region}/${Queue.QueueName}/${Records}/${!Kept}" },
      "us-east-2/Night-Queue/night-records/${Kept}",
    ],
    [
      { "Fn::Sub": ["${Given}.${AWS::URLSuffix}", { Given: { Ref: "Records" } }] },
      "night-records.amazonaws.com",
    ],
    [[{ Ref: "AWS::NoValue" }, { kept: 1, left: { Ref: "AWS::NoValue" } }], [{ kept: 1 }]],
  ])("resolves %j", (written, value) => {
    expect(propertyOf(written)).toEqual(value);
  });

  it("takes the default of a parameter, and the name that a template gives", () => {
    const Parameters = { District: { Default: "grand-bend" } };
    expect(propertyOf({ Ref: "District" }, { Parameters })).toBe("grand-bend");
    const Resources = {
      Named: {
        Type: "AWS::S3::Bucket",
        Properties: { BucketName: { "Fn::Join": ["-", [{ Ref: "District" }, "inbox"]] } },
      },
    };
    expect(propertyOf({ Ref: "Named" }, { Parameters, Resources })).toBe("grand-bend-inbox");
  });

  it.each([
    [{ Ref: "Gone" }, "Night/Subject: refers to Gone, which is not in the stack"],
    [{ "Fn::GetAtt": ["Gone", "Arn"] }, "Night/Subject: refers to Gone"],
    [{ "Fn::GetAtt": ["Queue", "Color"] }, "Night/Subject: Fn::GetAtt of Queue.Color"],
    [{ "Fn::If": ["a", 1, 2] }, "Night/Subject: Fn::If is not understood"],
    [{ "Fn::Select": [3, ["a"]] }, "Night/Subject: Fn::Select does not fit"],
    [{ "Fn::Join": ["", "a"] }, "Night/Subject: Fn::Join does not fit"],
    [{ "Fn::Sub": "${Gone}" }, "Night/Subject: refers to Gone"],
    [{ "Fn::ImportValue": "Gone" }, "Night/Subject: Fn::ImportValue of Gone finds 0 exports"],
    [{ Ref: "Queue", more: 1 }, "Night/Subject: Ref does not fit"],
  ])("refuses %j by name", (written, message) => {
    expect(() => propertyOf(written)).toThrow(message);
  });

  it("imports from another stack, also from one that comes later, and tells what stacks put out", () => {
    const value = { "Fn::GetAtt": ["Queue", "Arn"] };
    const deployed = deploy({
      Night: {
        Resources: {
          Subject: {
            Type: "AWS::SNS::Topic",
            Properties: { value: { "Fn::ImportValue": "Storage:Queue" } },
          },
        },
      },
      Storage: {
        Resources: { Queue: queue },
        Outputs: { QueueArn: { Value: value, Export: { Name: "Storage:Queue" } } },
      },
    });
    const arn = "arn:aws:sqs:us-east-2:123456789012:Storage-Queue";
    expect(deployed.one("AWS::SNS::Topic", "").properties["value"]).toBe(arn);
    expect(deployed.outputs["Storage"]).toEqual({ QueueArn: arn });
    expect(deployed.byArn(arn)?.id).toBe("Queue");
  });

  it("refuses two resources of one name, a dependency on nothing, and a name that refers to itself", () => {
    const named = (BucketName: unknown) => ({
      Type: "AWS::S3::Bucket",
      Properties: { BucketName },
    });
    const of = (Resources: StackTemplate["Resources"]) => () => deploy({ Night: { Resources } });
    expect(of({ A: named("same"), B: named("same") })).toThrow("names Night/A and Night/B");
    expect(of({ A: { ...queue, DependsOn: "Gone" } })).toThrow("Night/A: refers to Gone");
    expect(of({ A: named({ Ref: "A" }) })).toThrow("the name of A refers to itself");
  });

  it("finds one resource by the beginning of its id, and no other number of them", () => {
    const deployed = deploy({
      Night: { Resources: { RunA: queue, RunB: queue } },
      Day: { Resources: { RunA: queue } },
    });
    expect(deployed.one("AWS::SQS::Queue", "RunB").stack).toBe("Night");
    expect(deployed.one("AWS::SQS::Queue", "RunA", "Day").stack).toBe("Day");
    expect(() => deployed.one("AWS::SQS::Queue", "RunA")).toThrow("2 resources");
    expect(() => deployed.one("AWS::SQS::Queue", "Walk")).toThrow("0 resources");
  });

  it("resolves everything in the stacks of the project", () => {
    const deployed = deploy(deployable());
    expect(deployed.ofType("AWS::Lambda::Function").length).toBeGreaterThan(0);
    const text = JSON.stringify(deployed.resources.map(({ properties }) => properties));
    expect(text).not.toMatch(/"Fn::|"Ref":/);
    for (const { arn } of deployed.resources) expect(arn).toMatch(/^arn:aws:[a-z0-9]+:/);
  });
});

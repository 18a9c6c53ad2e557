import { PolicyStatement, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { Bucket } from "aws-cdk-lib/aws-s3";
import { AwsSolutionsChecks } from "cdk-nag";
import { describe, expect, it, onTestFinished } from "vitest";
import { appOfCdkJson } from "./synthesized.ts";

describe("the AWS Solutions checks", () => {
  it("find nothing that is not acknowledged, warnings included", () => {
    const { app, remove } = appOfCdkJson();
    onTestFinished(remove);
    app.synth();
    expect(new AwsSolutionsChecks().validateScope(app).violations).toEqual([]);
  });

  it("stop the synthesis for a bucket in clear and a grant on everything", () => {
    const { app, stacks, remove } = appOfCdkJson();
    onTestFinished(remove);
    new Bucket(stacks.storage, "Planted");
    new Role(stacks.pipelines[0]!, "PlantedRole", {
      assumedBy: new ServicePrincipal("lambda.amazonaws.com"),
    }).addToPolicy(new PolicyStatement({ actions: ["s3:PutObject"], resources: ["*"] }));
    expect(() => app.synth()).toThrow(/AwsSolutions-S10'[^]*AwsSolutions-IAM5\[Resource::\*\]/);
  });
});

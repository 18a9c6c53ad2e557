import { Aws, CfnOutput, Stack, type StackProps } from "aws-cdk-lib";
import { PolicyStatement, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import type { Key } from "aws-cdk-lib/aws-kms";
import { Topic } from "aws-cdk-lib/aws-sns";
import type { Construct } from "constructs";
import { operationsKey } from "./operations-key.ts";

/**
 * What the districts share and what is about no student: the key to logs and alarms, and the topic
 * to which alarms are sent.
 */
export class OperationsStack extends Stack {
  readonly key: Key;
  readonly operators: Topic;

  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);
    this.key = operationsKey(this);
    this.operators = new Topic(this, "Operators", {
      displayName: "ILP Observatory",
      masterKey: this.key,
      enforceSSL: true,
    });
    // With a policy of its own, a topic loses the default one, which lets the alarms of its account
    // publish.
    this.operators.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal("cloudwatch.amazonaws.com")],
        actions: ["sns:Publish"],
        resources: [this.operators.topicArn],
        conditions: { StringEquals: { "aws:SourceAccount": Aws.ACCOUNT_ID } },
      }),
    );
    new CfnOutput(this, "OperatorsArn", { value: this.operators.topicArn });
  }
}

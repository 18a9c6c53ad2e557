import { deploy, type StackTemplate } from "./deploy.ts";
import type { Deployed } from "./deployed.ts";

type Statement = Readonly<Record<string, unknown>>;

const document = (statements: readonly Statement[]) => ({
  Version: "2012-10-17",
  Statement: statements,
});

export const allow = (Action: unknown, Resource: unknown, Condition?: object): Statement => ({
  Effect: "Allow",
  Action,
  Resource,
  ...(Condition === undefined ? {} : { Condition }),
});

export const deny = (Action: unknown, Resource: unknown, Condition?: object): Statement => ({
  ...allow(Action, Resource, Condition),
  Effect: "Deny",
});

export const arn = (id: string) => ({ "Fn::GetAtt": [id, "Arn"] });
export const within = (id: string, keys: string) => ({ "Fn::Join": ["", [arn(id), `/${keys}`]] });
export const ROOT = { AWS: { "Fn::Sub": "arn:${AWS::Partition}:iam::${AWS::AccountId}:root" } };

/** One role with these rights over a bucket `Records` and a table `Table`, both under the key `Key`, and a bucket `Open` under none. */
export function smallStack(
  statements: readonly Statement[],
  more: StackTemplate["Resources"] = {},
): StackTemplate {
  const trust = {
    Effect: "Allow",
    Action: "sts:AssumeRole",
    Principal: { Service: "lambda.amazonaws.com" },
  };
  const attributes = ["partition", "sort"];
  return {
    Resources: {
      Key: {
        Type: "AWS::KMS::Key",
        Properties: {
          KeyPolicy: document([{ ...allow("kms:*", "*"), Principal: ROOT }]),
        },
      },
      Records: {
        Type: "AWS::S3::Bucket",
        Properties: {
          BucketEncryption: {
            ServerSideEncryptionConfiguration: [
              {
                BucketKeyEnabled: true,
                ServerSideEncryptionByDefault: {
                  SSEAlgorithm: "aws:kms",
                  KMSMasterKeyID: arn("Key"),
                },
              },
            ],
          },
        },
      },
      Open: { Type: "AWS::S3::Bucket" },
      Table: {
        Type: "AWS::DynamoDB::GlobalTable",
        Properties: {
          AttributeDefinitions: attributes.map((AttributeName) => ({
            AttributeName,
            AttributeType: "S",
          })),
          KeySchema: attributes.map((AttributeName, index) => ({
            AttributeName,
            KeyType: index === 0 ? "HASH" : "RANGE",
          })),
          Replicas: [{ Region: "us-east-2", SSESpecification: { KMSMasterKeyId: arn("Key") } }],
        },
      },
      Role: { Type: "AWS::IAM::Role", Properties: { AssumeRolePolicyDocument: document([trust]) } },
      Rights: {
        Type: "AWS::IAM::Policy",
        Properties: { PolicyDocument: document(statements), Roles: [{ Ref: "Role" }] },
      },
      ...more,
    },
  };
}

export interface Small {
  readonly deployed: Deployed;
  /** The ARN of the one role. */
  readonly role: string;
  readonly records: { readonly name: string; readonly arn: string };
  readonly open: { readonly name: string; readonly arn: string };
  readonly table: { readonly name: string; readonly arn: string };
  readonly key: string;
}

/** The small stack as deployed, with the names a test needs. */
export function deployedSmall(...args: Parameters<typeof smallStack>): Small {
  const deployed = deploy({ Small: smallStack(...args) });
  const named = (type: string, id: string) => {
    const { ref: name, arn } = deployed.one(type, id);
    return { name, arn };
  };
  return {
    deployed,
    role: named("AWS::IAM::Role", "Role").arn,
    records: named("AWS::S3::Bucket", "Records"),
    open: named("AWS::S3::Bucket", "Open"),
    table: named("AWS::DynamoDB::GlobalTable", "Table"),
    key: named("AWS::KMS::Key", "Key").arn,
  };
}

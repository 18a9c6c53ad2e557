import { Stack, Validations } from "aws-cdk-lib";
import { type IGrantable, PolicyStatement } from "aws-cdk-lib/aws-iam";
import type { IBucket } from "aws-cdk-lib/aws-s3";
import { Construct } from "constructs";

/**
 * Lets a function or a state machine read and write objects under the given key patterns, and learn
 * that a key holds nothing: S3 says so only to those who may list. Nobody may delete: versions and
 * life-cycle rules do that. The grants of CDK are wider (`s3:GetBucket*`, `s3:DeleteObject*`).
 */
export function grantObjects(
  grantee: IGrantable,
  bucket: IBucket,
  {
    read = [],
    write = [],
  }: { readonly read?: readonly string[]; readonly write?: readonly string[] },
): void {
  const role = grantee.grantPrincipal;
  const allow = (actions: string[], resources: string[]) =>
    role.addToPrincipalPolicy(new PolicyStatement({ actions, resources }));
  const arnsOf = (patterns: readonly string[]) => patterns.map((key) => bucket.arnForObjects(key));
  allow(["s3:ListBucket"], [bucket.bucketArn]);
  if (read.length > 0) allow(["s3:GetObject"], arnsOf(read));
  if (write.length > 0) allow(WRITE, arnsOf(write));
  if (bucket.encryptionKey !== undefined) {
    // An upload in parts takes both.
    const actions = write.length > 0 ? ["kms:Decrypt", "kms:GenerateDataKey"] : ["kms:Decrypt"];
    allow(actions, [bucket.encryptionKey.keyArn]);
  }
  if (Construct.isConstruct(role)) acknowledge(role, bucket, [...read, ...write]);
}

const WRITE = ["s3:PutObject", "s3:AbortMultipartUpload", "s3:ListMultipartUploadParts"];

function acknowledge(role: Construct, bucket: IBucket, patterns: readonly string[]): void {
  for (const pattern of patterns.filter((pattern) => pattern.includes("*"))) {
    Validations.of(role).acknowledge({
      id: `AwsSolutions-IAM5[Resource::${importedArn(bucket)}/${pattern}]`,
      reason: `objects are named by district, day and hash, which the run alone knows; held to ${pattern}`,
    });
  }
}

/** The ARN as the check writes it: the name of the export by which another stack reads it. */
function importedArn(bucket: IBucket): string {
  const stack = Stack.of(bucket);
  const imported: unknown = stack.resolve(stack.exportValue(bucket.bucketArn));
  return (imported as { "Fn::ImportValue": string })["Fn::ImportValue"];
}

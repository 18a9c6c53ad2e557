import { Stack, Validations } from "aws-cdk-lib";
import { type IGrantable, PolicyStatement } from "aws-cdk-lib/aws-iam";
import type { IBucket } from "aws-cdk-lib/aws-s3";
import { Construct } from "constructs";
import { viaService } from "./grant-items.ts";

/**
 * Lets a function or a state machine read, write and delete objects under the given key patterns, and
 * list what is under them. Of a key that holds nothing S3 tells a role that may list some prefixes only
 * `AccessDenied`; the store then asks for a list of that key. A deletion lays a delete marker over the
 * object, since the buckets keep versions: readers no longer find it, and a person can bring it back
 * until the life-cycle rule removes its versions. Nobody may delete a version
 * (`s3:DeleteObjectVersion`). The grants of CDK are wider (`s3:GetBucket*`, `s3:DeleteObject*`).
 */
export function grantObjects(
  grantee: IGrantable,
  bucket: IBucket,
  {
    read = [],
    write = [],
    delete: remove = [],
  }: {
    readonly read?: readonly string[];
    readonly write?: readonly string[];
    readonly delete?: readonly string[];
  },
): void {
  const role = grantee.grantPrincipal;
  const allow = (
    actions: string[],
    resources: string[],
    conditions: Record<string, Record<string, string | string[]>> = {},
  ) => role.addToPrincipalPolicy(new PolicyStatement({ actions, resources, conditions }));
  const arnsOf = (patterns: readonly string[]) => patterns.map((key) => bucket.arnForObjects(key));
  const all = [...new Set([...read, ...write])];
  if (all.length > 0) {
    allow(["s3:ListBucket"], [bucket.bucketArn], { StringLike: { "s3:prefix": all } });
  }
  if (read.length > 0) allow(["s3:GetObject"], arnsOf(read));
  if (write.length > 0) allow(WRITE, arnsOf(write));
  if (remove.length > 0) allow(["s3:DeleteObject"], arnsOf(remove));
  if (bucket.encryptionKey !== undefined) {
    // An upload in parts takes both.
    const actions = write.length > 0 ? ["kms:Decrypt", "kms:GenerateDataKey"] : ["kms:Decrypt"];
    allow(actions, [bucket.encryptionKey.keyArn], {
      StringEquals: { "kms:ViaService": viaService(bucket, "s3") },
    });
  }
  if (Construct.isConstruct(role)) acknowledge(role, bucket, [...read, ...write, ...remove]);
}

const WRITE = ["s3:PutObject", "s3:AbortMultipartUpload", "s3:ListMultipartUploadParts"];

function acknowledge(role: Construct, bucket: IBucket, patterns: readonly string[]): void {
  for (const pattern of patterns.filter((pattern) => pattern.includes("*"))) {
    Validations.of(role).acknowledge({
      id: `AwsSolutions-IAM5[Resource::${importedArn(bucket)}/${pattern}]`,
      reason: `objects are named by day and hash, which the run alone knows; held to ${pattern}`,
    });
  }
}

/** The ARN as the check writes it: the name of the export by which another stack reads it. */
function importedArn(bucket: IBucket): string {
  const stack = Stack.of(bucket);
  const imported: unknown = stack.resolve(stack.exportValue(bucket.bucketArn));
  return (imported as { "Fn::ImportValue": string })["Fn::ImportValue"];
}

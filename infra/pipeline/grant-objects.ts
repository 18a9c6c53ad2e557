import { Stack, Validations } from "aws-cdk-lib";
import { type IGrantable, PolicyStatement } from "aws-cdk-lib/aws-iam";
import type { IBucket } from "aws-cdk-lib/aws-s3";
import { Construct } from "constructs";
import { viaService } from "./grant-items.ts";

/** Patterns of keys by what may be done with the objects under them. */
export interface ObjectUses {
  /** What may be read may also be listed, so that the store can tell that an object is missing. */
  readonly read?: readonly string[];
  /** Read only if its key is known. */
  readonly get?: readonly string[];
  /** Listed by name, size and day, and not read. */
  readonly list?: readonly string[];
  readonly write?: readonly string[];
  /**
   * Written in parts, as objects larger than the memory are, and aborted if the writing breaks off.
   */
  readonly stream?: readonly string[];
  readonly delete?: readonly string[];
}

/**
 * Lets a function or a state machine use objects. For a missing key, S3 answers a role that may
 * list only some prefixes with `AccessDenied`; the store then asks for a list of that key. A
 * deletion puts a delete marker over the object, since the buckets keep versions: readers no longer
 * find it, and a person can restore it until the life-cycle rule removes its versions. Nobody may
 * delete a version (`s3:DeleteObjectVersion`). The grants of CDK are wider (`s3:GetBucket*`,
 * `s3:DeleteObject*`).
 */
export function grantObjects(
  grantee: IGrantable,
  bucket: IBucket,
  { read = [], get = [], list = [], write = [], stream = [], delete: remove = [] }: ObjectUses,
): void {
  const role = grantee.grantPrincipal;
  const allow = (
    actions: string[],
    resources: string[],
    conditions: Record<string, Record<string, string | string[]>> = {},
  ) => role.addToPrincipalPolicy(new PolicyStatement({ actions, resources, conditions }));
  const allowOn = (action: string, patterns: readonly string[]) => {
    if (patterns.length > 0)
      allow(
        [action],
        patterns.map((key) => bucket.arnForObjects(key)),
      );
  };
  const listed = [...read, ...list];
  if (listed.length > 0) {
    allow(["s3:ListBucket"], [bucket.bucketArn], { StringLike: { "s3:prefix": listed } });
  }
  const written = [...write, ...stream];
  allowOn("s3:GetObject", [...read, ...get]);
  allowOn("s3:PutObject", written);
  allowOn("s3:AbortMultipartUpload", stream);
  allowOn("s3:DeleteObject", remove);
  const uses = [
    // An upload in parts is decrypted when it is completed.
    ...(read.length + get.length + stream.length > 0 ? ["kms:Decrypt"] : []),
    ...(written.length > 0 ? ["kms:GenerateDataKey"] : []),
  ];
  if (bucket.encryptionKey !== undefined && uses.length > 0) {
    allow(uses, [bucket.encryptionKey.keyArn], {
      StringEquals: { "kms:ViaService": viaService(bucket, "s3") },
    });
  }
  if (Construct.isConstruct(role))
    acknowledge(role, bucket, [...read, ...get, ...written, ...remove]);
}

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

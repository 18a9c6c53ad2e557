import { Stack } from "aws-cdk-lib";
import type { ITableV2 } from "aws-cdk-lib/aws-dynamodb";
import { type IGrantable, PolicyStatement } from "aws-cdk-lib/aws-iam";

/**
 * What a function does with the items of a partition, in the terms of the port `Table`: no scan, no
 * change to the table itself.
 */
export type ItemUse = "get" | "query" | "put" | "batch";

const ACTIONS: Readonly<Record<ItemUse, string>> = {
  get: "dynamodb:GetItem",
  query: "dynamodb:Query",
  // Conditional writes too.
  put: "dynamodb:PutItem",
  // Many items at once, and every deletion.
  batch: "dynamodb:BatchWriteItem",
};

/**
 * Lets a function use items whose partition keys match the patterns, each pattern with its uses.
 */
export function grantItems(
  grantee: IGrantable,
  table: ITableV2,
  uses: Readonly<Record<string, readonly ItemUse[]>>,
): void {
  const role = grantee.grantPrincipal;
  for (const [use, action] of Object.entries(ACTIONS)) {
    const partitions = Object.keys(uses).filter((pattern) =>
      uses[pattern]?.some((itemUse) => itemUse === use),
    );
    if (partitions.length === 0) continue;
    role.addToPrincipalPolicy(
      new PolicyStatement({
        actions: [action],
        resources: [table.tableArn],
        conditions: {
          "ForAllValues:StringLike": { "dynamodb:LeadingKeys": partitions },
          // `ForAllValues` is also true for a call without any key.
          Null: { "dynamodb:LeadingKeys": "false" },
        },
      }),
    );
  }
  if (table.encryptionKey === undefined) return;
  role.addToPrincipalPolicy(
    new PolicyStatement({
      // DynamoDB uses the key on behalf of the caller.
      actions: ["kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey"],
      resources: [table.encryptionKey.keyArn],
      conditions: { StringEquals: { "kms:ViaService": viaService(table, "dynamodb") } },
    }),
  );
}

/** The name of a service that uses a key on behalf of a caller, as KMS sees it. */
export const viaService = (of: ITableV2 | Parameters<typeof Stack.of>[0], service: string) =>
  `${service}.${Stack.of(of).region}.amazonaws.com`;

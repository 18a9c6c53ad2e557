import { Stack } from "aws-cdk-lib";
import type { ITableV2 } from "aws-cdk-lib/aws-dynamodb";
import { type IGrantable, PolicyStatement } from "aws-cdk-lib/aws-iam";

/** What a function does with the items of a partition, by what the port `Table` can do: no scan, no change to the table itself. */
export type ItemUse = "get" | "query" | "put" | "batch";

const ACTIONS: Readonly<Record<ItemUse, string>> = {
  get: "dynamodb:GetItem",
  query: "dynamodb:Query",
  // On condition too.
  put: "dynamodb:PutItem",
  // Many at once, and every deletion.
  batch: "dynamodb:BatchWriteItem",
};

/** Lets a function use items whose partition keys match the patterns, each as is said of it. */
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
          // `ForAllValues` is true of a call without any key.
          Null: { "dynamodb:LeadingKeys": "false" },
        },
      }),
    );
  }
  if (table.encryptionKey === undefined) return;
  role.addToPrincipalPolicy(
    new PolicyStatement({
      // DynamoDB uses the key in the name of whoever reads or writes an item.
      actions: ["kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey"],
      resources: [table.encryptionKey.keyArn],
      conditions: { StringEquals: { "kms:ViaService": viaService(table, "dynamodb") } },
    }),
  );
}

/** A service's name as KMS sees it when the service uses a key for somebody. */
export const viaService = (of: ITableV2 | Parameters<typeof Stack.of>[0], service: string) =>
  `${service}.${Stack.of(of).region}.amazonaws.com`;

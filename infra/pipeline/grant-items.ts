import { Stack } from "aws-cdk-lib";
import type { ITableV2 } from "aws-cdk-lib/aws-dynamodb";
import { type IGrantable, PolicyStatement } from "aws-cdk-lib/aws-iam";

/**
 * Lets a function read, or read and write, items whose partition keys match the patterns, by what the
 * port `Table` can do: no scan, no change to the table itself. Reading says what is there before it is
 * written, so who writes may read the same.
 */
export function grantItems(
  grantee: IGrantable,
  table: ITableV2,
  {
    read = [],
    write = [],
  }: { readonly read?: readonly string[]; readonly write?: readonly string[] },
): void {
  const role = grantee.grantPrincipal;
  const allow = (actions: string[], partitions: readonly string[]) => {
    if (partitions.length === 0) return;
    role.addToPrincipalPolicy(
      new PolicyStatement({
        actions,
        resources: [table.tableArn],
        conditions: {
          "ForAllValues:StringLike": { "dynamodb:LeadingKeys": [...partitions] },
          // `ForAllValues` is true of a call without any key.
          Null: { "dynamodb:LeadingKeys": "false" },
        },
      }),
    );
  };
  allow(["dynamodb:GetItem", "dynamodb:Query"], [...read, ...write]);
  allow(["dynamodb:PutItem", "dynamodb:BatchWriteItem"], write);
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

import type { ITableV2 } from "aws-cdk-lib/aws-dynamodb";
import { type IGrantable, PolicyStatement } from "aws-cdk-lib/aws-iam";

/** Lets a function do with the table what the port `Table` can do: no scan, no change to the table itself. */
export function grantItems(grantee: IGrantable, table: ITableV2): void {
  grantee.grantPrincipal.addToPrincipalPolicy(
    new PolicyStatement({
      actions: [
        "dynamodb:GetItem",
        "dynamodb:PutItem",
        "dynamodb:BatchWriteItem",
        "dynamodb:Query",
      ],
      resources: [table.tableArn],
    }),
  );
  if (table.encryptionKey !== undefined) {
    grantee.grantPrincipal.addToPrincipalPolicy(
      new PolicyStatement({
        // DynamoDB uses the key in the name of whoever reads or writes an item.
        actions: ["kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey"],
        resources: [table.encryptionKey.keyArn],
      }),
    );
  }
}

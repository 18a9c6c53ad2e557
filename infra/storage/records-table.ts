import { RemovalPolicy } from "aws-cdk-lib";
import { AttributeType, Billing, TableEncryptionV2, TableV2 } from "aws-cdk-lib/aws-dynamodb";
import type { IKey } from "aws-cdk-lib/aws-kms";
import type { Construct } from "constructs";
import { TABLE } from "../../functions/layout.ts";

/**
 * Plan documents, the file ledger, where each school's worklist is, and releases; each item is
 * complete in itself. CloudFormation chooses the name, so that one account can have a second copy
 * for trials.
 */
export function recordsTable(scope: Construct, key: IKey): TableV2 {
  const text = (name: string) => ({ name, type: AttributeType.STRING });
  return new TableV2(scope, "Table", {
    partitionKey: text(TABLE.partition),
    sortKey: text(TABLE.sort),
    // One burst per district each morning, and idle otherwise.
    billing: Billing.onDemand(),
    encryption: TableEncryptionV2.customerManagedKey(key),
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
    deletionProtection: true,
    removalPolicy: RemovalPolicy.RETAIN,
  });
}

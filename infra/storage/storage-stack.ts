import { CfnOutput, Stack, type StackProps } from "aws-cdk-lib";
import type { ITableV2 } from "aws-cdk-lib/aws-dynamodb";
import type { Key } from "aws-cdk-lib/aws-kms";
import type { IBucket } from "aws-cdk-lib/aws-s3";
import type { Construct } from "constructs";
import { asBucket, asTable } from "./as-interface.ts";
import { inboxBucket } from "./inbox-bucket.ts";
import { logsBucket } from "./logs-bucket.ts";
import { publicBucket } from "./public-bucket.ts";
import { recordsBucket } from "./records-bucket.ts";
import { recordsKey } from "./records-key.ts";
import { recordsTable } from "./records-table.ts";

interface StorageStackProps extends StackProps {
  /** The ids of the districts. */
  readonly districts: readonly string[];
}

/** Everything that outlives a deployment: the buckets, the table and the key to them. */
export class StorageStack extends Stack {
  readonly key: Key;
  readonly inbox: IBucket;
  readonly records: IBucket;
  readonly public: IBucket;
  readonly logs: IBucket;
  readonly table: ITableV2;

  constructor(scope: Construct, id: string, { districts, ...props }: StorageStackProps) {
    super(scope, id, props);
    this.key = recordsKey(this);
    this.logs = asBucket(logsBucket(this));
    this.inbox = asBucket(inboxBucket(this, this.key, this.logs));
    this.records = asBucket(recordsBucket(this, this.key, this.logs, districts));
    this.public = asBucket(publicBucket(this, this.logs));
    this.table = asTable(recordsTable(this, this.key));
    // Names that the runbook uses.
    new CfnOutput(this, "InboxBucketName", { value: this.inbox.bucketName });
    new CfnOutput(this, "RecordsBucketName", { value: this.records.bucketName });
    new CfnOutput(this, "TableName", { value: this.table.tableName });
  }
}

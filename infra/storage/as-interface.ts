import type { ITableV2, TableV2 } from "aws-cdk-lib/aws-dynamodb";
import type { Bucket, IBucket } from "aws-cdk-lib/aws-s3";

// The CDK declares an optional property of these classes as `T | undefined` and that of their
// interfaces as `T`. With `exactOptionalPropertyTypes` these differ, so a class does not match its
// own interface.

export const asBucket = (bucket: Bucket): IBucket => bucket as IBucket;

export const asTable = (table: TableV2): ITableV2 => table as ITableV2;

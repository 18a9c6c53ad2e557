import { patientDynamo, patientS3 } from "../adapters/aws/aws-clients.ts";
import { dynamoTable } from "../adapters/table/dynamo-table.ts";
import { s3Store } from "../adapters/aws/s3-store.ts";
import { ENVIRONMENT } from "../layout.ts";
import type { ObjectStore, Table } from "../pipeline/ports.ts";
import { variable } from "./environment.ts";

const s3 = patientS3();
const dynamo = patientDynamo();

export const recordsStore = (): ObjectStore => s3Store(s3, variable(ENVIRONMENT.recordsBucket));
export const publicStore = (): ObjectStore => s3Store(s3, variable(ENVIRONMENT.publicBucket));
export const inboxStore = (): ObjectStore => s3Store(s3, variable(ENVIRONMENT.inboxBucket));
export const cloudTable = (): Table => dynamoTable(dynamo, variable(ENVIRONMENT.table));

import { tableKeys } from "../../../../functions/layout.ts";
import { RECORDS_PREFIXES } from "../../../../infra/storage/records-bucket.ts";
import { type Attempt, notRefused, roleAt } from "./attempts.ts";
import type { Deployed, DeployedResource } from "../templates/deployed.ts";
import type { StartedServices } from "../endpoints/aws-endpoints.ts";

interface Stacks {
  readonly deployed: Deployed;
  readonly services: StartedServices;
}

/** The roles of a district's stack. */
export const rolesOf = (deployed: Deployed, district: string): readonly DeployedResource[] =>
  deployed.ofType("AWS::IAM::Role").filter(({ stack }) => stack === `IlpPipeline-${district}`);

/** A key under each place of a district where something may lie, by the bucket. */
export function keysOf(deployed: Deployed, district: string): readonly [string, string][] {
  const bucket = (idBegins: string) => deployed.one("AWS::S3::Bucket", idBegins).ref;
  const records = Object.values(RECORDS_PREFIXES).map((prefix) =>
    // The one place where the kind of edition stands before the district.
    prefix === RECORDS_PREFIXES.editions
      ? `${prefix}staff/${district}/a`
      : `${prefix}${district}/a`,
  );
  return [
    ...records.map((key): [string, string] => [bucket("Records"), key]),
    [bucket("Records"), `${RECORDS_PREFIXES.conformed}${district}/read/a`],
    [bucket("Inbox"), `${district}/a`],
    [bucket("Public"), `${district}/latest.json`],
    [bucket("Public"), `${district}/releases/a`],
  ];
}

/** Every kind of partition key that a district has in the table. */
export function partitionsOf(district: string): readonly string[] {
  const keys = Object.values(tableKeys) as ((...parts: unknown[]) => { partition: string })[];
  return [...new Set(keys.map((key) => key(district, "S1", "S1").partition))];
}

/** Lays an object under each key of a district and an item into each of its partitions. */
export async function layForeign({ deployed, services }: Stacks, district: string): Promise<void> {
  const client = services.s3Client();
  const { PutObjectCommand } = await import("@aws-sdk/client-s3");
  for (const [Bucket, Key] of keysOf(deployed, district)) {
    await client.send(new PutObjectCommand({ Bucket, Key, Body: "a student's" }));
  }
  const table = services.table(tableOf(deployed));
  for (const partition of partitionsOf(district)) await table.put({ partition, sort: "1" });
}

export const tableOf = (deployed: Deployed): string =>
  deployed.one("AWS::DynamoDB::GlobalTable", "Table").ref;

/** What the roles of a district could do to the objects, lists and items of another. */
export function foreignAttempts(
  { deployed, services }: Stacks,
  own: string,
  foreign: string,
): readonly Attempt[] {
  const keys = keysOf(deployed, foreign);
  const table = tableOf(deployed);
  return rolesOf(deployed, own).flatMap(({ arn }) => {
    const role = roleAt(services, arn);
    return [
      ...keys.flatMap(([bucket, key]) => [
        ...role.objects(bucket, key),
        role.list(bucket, key.slice(0, -1)),
      ]),
      ...partitionsOf(foreign).flatMap((partition) =>
        role.items(table, partition, tableKeys.run(own, "lease").partition),
      ),
      ...deployed
        .ofType("AWS::S3::Bucket")
        .flatMap(({ ref }) =>
          [null, "", "raw/", own.slice(0, 1)].map((prefix) => role.list(ref, prefix)),
        ),
      ...role.unusual(table, tableKeys.plan(foreign, "S1", 2021).partition),
    ];
  });
}

export const foreignCalls = (stacks: Stacks, own: string, foreign: string) =>
  notRefused(foreignAttempts(stacks, own, foreign));

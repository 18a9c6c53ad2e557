/** What a night of the cast does not show of the stacks as they stand. */
import assert from "node:assert/strict";
import type { Cloud } from "./cloud.ts";
import { rolesOf } from "./policies/foreign-calls.ts";

const ofDistrict = (cloud: Cloud, type: string) =>
  cloud.deployed.ofType(type).filter(({ stack }) => stack === "IlpPipeline-cast");

export async function startsHaveQueues(cloud: Cloud): Promise<void> {
  const targets = [
    ...ofDistrict(cloud, "AWS::Events::Rule").flatMap(({ properties }) => properties["Targets"]),
    ...ofDistrict(cloud, "AWS::Scheduler::Schedule").map(({ properties }) => properties["Target"]),
  ] as { DeadLetterConfig?: { Arn: string } }[];
  assert.equal(targets.length, 3);
  const queue = cloud.deployed.one("AWS::SQS::Queue", "Unstarted", "IlpPipeline-cast").arn;
  for (const { DeadLetterConfig } of targets) assert.equal(DeadLetterConfig?.Arn, queue);
  await Promise.resolve();
}

/** The cast is small: what would take a district longer than its function may is not seen in its night. */
export async function functionsHaveTime(cloud: Cloud): Promise<void> {
  for (const { id, properties } of ofDistrict(cloud, "AWS::Lambda::Function")) {
    assert.ok(Number(properties["Timeout"]) >= 60, `${id} has ${String(properties["Timeout"])} s`);
  }
  await Promise.resolve();
}

/** `ForAllValues` is true of no values, and no call of ours is without a key, so nothing else would tell. */
export async function keylessCallsAreRefused({ deployed, authority }: Cloud): Promise<void> {
  const resource = deployed.one("AWS::DynamoDB::GlobalTable", "Table").arn;
  for (const { arn: principal } of rolesOf(deployed, "cast")) {
    for (const name of ["GetItem", "Query", "PutItem", "BatchWriteItem", "Scan"]) {
      const call = { principal, action: `dynamodb:${name}`, resource };
      assert.equal(authority.allows(call), false, JSON.stringify(call));
    }
  }
  await Promise.resolve();
}

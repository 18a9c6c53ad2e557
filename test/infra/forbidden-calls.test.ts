import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { HANDLERS, recordsKeys, tableKeys } from "../../functions/layout.ts";
import { RECORDS_PREFIXES } from "../../infra/storage/records-bucket.ts";
import { notRefused, roleAt } from "./cloud/policies/attempts.ts";
import { startServices, type StartedServices } from "./cloud/endpoints/aws-endpoints.ts";
import { deploy } from "./cloud/templates/deploy.ts";
import { deployable } from "./cloud/templates/deployable.ts";
import { actionsBy } from "./cloud/policies/allowed-actions.ts";
import {
  foreignAttempts,
  keysOf,
  layForeign,
  rolesOf,
  tableOf,
} from "./cloud/policies/foreign-calls.ts";
import { authorityOf } from "./cloud/policies/policies.ts";
import { withStrongRole } from "./cloud/policies/strong-role.ts";
import { DISTRICTS } from "./cloud/templates/synthesis.ts";

const templates = deployable({ districts: DISTRICTS });
const deployed = deploy(templates);
const authority = authorityOf(deployed);
const bucket = (idBegins: string) => deployed.one("AWS::S3::Bucket", idBegins).ref;
const roles = rolesOf(deployed, "cast");
const roleOf = (idBegins: string) => {
  const [resource, ...more] = roles.filter(({ id }) => id.startsWith(idBegins));
  if (resource === undefined || more.length > 0) throw new Error(`not one role ${idBegins}`);
  return resource.arn;
};

let services: StartedServices;
beforeAll(async () => {
  services = await startServices(deployed, authority);
  for (const district of ["cast", "birch"]) await layForeign({ deployed, services }, district);
});
afterAll(() => services.close());

/** Made by the SDK under the credentials of each role, of things that are there. */
describe("calls that no role of a district may make", () => {
  it("reach no object, list or item of another district, and list no bucket as a whole", async () => {
    const attempts = foreignAttempts({ deployed, services }, "cast", "birch");
    expect(attempts.length).toBeGreaterThan(1_000);
    expect(await notRefused(attempts)).toEqual([]);
    // On its own keys the same attempts go through where a step needs them.
    const assemble = roleAt(services, roleOf("AssembleRole"));
    const key = `${RECORDS_PREFIXES.conformed}cast/a`;
    const { partition } = tableKeys.ledger("cast", "1");
    const own = [
      ...assemble.objects(bucket("Records"), key),
      assemble.list(bucket("Records"), key),
      ...assemble.items(tableOf(deployed), partition, partition),
    ];
    const went = (await notRefused(own)).filter((words) => words.endsWith("went through"));
    expect(went.map((words) => words.split(" ")[1])).toEqual([
      ...["GetObject", "PutObject", "ListObjectsV2", "Query", "PutItem", "BatchWriteItem,"],
    ]);
  });

  it("touch no entry of the access log, no extract and no preview of their own district", async () => {
    const { accessLog, restricted, previews } = RECORDS_PREFIXES;
    const attempts = roles.flatMap(({ arn }) => {
      const role = roleAt(services, arn);
      return [accessLog, restricted, previews].flatMap((prefix) => [
        ...role.objects(bucket("Records"), `${prefix}cast/a`),
        role.list(bucket("Records"), `${prefix}cast/`),
      ]);
    });
    expect(await notRefused(attempts)).toEqual([]);
  });

  it("show publish no plan, no record of a student and no exact figure", async () => {
    const publish = roleAt(services, roleOf("PublishRole"));
    const { protected: drawn, ...prefixes } = RECORDS_PREFIXES;
    const exact = keysOf(deployed, "cast").filter(
      ([name, key]) => name === bucket("Records") && !key.startsWith(drawn),
    );
    expect(exact.length).toBeGreaterThanOrEqual(Object.keys(prefixes).length);
    const { run, ledger, plan, worklist } = tableKeys;
    const own = run("cast", "lease").partition;
    const partitions = [plan("cast", "S1", 2021), worklist("cast", "a"), ledger("cast", "a")];
    const attempts = [
      ...exact.flatMap(([name, key]) => [...publish.objects(name, key), publish.list(name, key)]),
      ...partitions.flatMap(({ partition }) => publish.items(tableOf(deployed), partition, own)),
    ];
    expect(await notRefused(attempts)).toEqual([]);
  });

  it("show arrive, which lists the inbox, nothing of what is in a file", async () => {
    const arrive = roleAt(services, roleOf("ArriveRole"));
    expect(await notRefused(arrive.objects(bucket("Inbox"), "cast/a"))).toEqual([]);
    expect(await notRefused([arrive.list(bucket("Inbox"), "cast/")])).toHaveLength(1);
  });

  it("let nobody write or delete in the inbox, or delete what was sent", async () => {
    const attempts = roles.flatMap(({ arn }) => {
      const role = roleAt(services, arn);
      const [, put, remove] = role.objects(bucket("Inbox"), "cast/a");
      const [, , removeRaw] = role.objects(bucket("Records"), recordsKeys.raw("cast", "a"));
      return [put!, remove!, removeRaw!];
    });
    expect(await notRefused(attempts)).toEqual([]);
  });

  it("use the key of the records by no other way than through the service that holds the data", () => {
    const resource = deployed.one("AWS::KMS::Key", "RecordsKey").arn;
    const contexts: Readonly<Record<string, string>>[] = [
      {},
      ...["lambda", "sqs", "secretsmanager"].map((service) => via(service)),
      via("s3", "us-east-1"),
    ];
    for (const { arn: principal } of roles) {
      for (const name of ["Decrypt", "GenerateDataKey", "Encrypt", "ReEncryptFrom"]) {
        for (const context of contexts) {
          const call = { principal, action: `kms:${name}`, resource, context };
          expect([call, authority.allows(call)]).toEqual([call, false]);
        }
      }
    }
    const through = { principal: roleOf("MeasureRole"), action: "kms:Decrypt", resource };
    expect(authority.allows({ ...through, context: via("s3") })).toBe(true);
  });

  it("start, stop and look into nothing of another district", () => {
    const foreign = deployed.resources.filter(({ stack }) => stack === "IlpPipeline-birch");
    const machines = foreign.filter(({ type }) => type === "AWS::StepFunctions::StateMachine");
    const functions = foreign.filter(({ type }) => type === "AWS::Lambda::Function");
    const queues = foreign.filter(({ type }) => type === "AWS::SQS::Queue");
    expect([machines.length, functions.length, queues.length]).toEqual([2, HANDLERS.length, 1]);
    const calls = [
      ...machines.map(({ arn }) => ["states:StartExecution", arn]),
      ...machines.flatMap(({ arn }) =>
        ["Stop", "Describe", "Redrive"].map((verb) => [
          `states:${verb}Execution`,
          `${arn.replace(":stateMachine:", ":execution:")}:night`,
        ]),
      ),
      ...machines.map(({ arn }) => [
        "states:GetExecutionHistory",
        `${arn.replace(":stateMachine:", ":execution:")}:night`,
      ]),
      ...functions.flatMap(({ arn }) =>
        ["InvokeFunction", "UpdateFunctionCode", "GetFunction"].map((verb) => [
          `lambda:${verb}`,
          arn,
        ]),
      ),
      ...queues.map(({ arn }) => ["sqs:SendMessage", arn]),
    ] as const;
    for (const { arn: principal } of roles) {
      for (const [action = "", resource = ""] of calls) {
        const call = { principal, action, resource };
        expect([call, authority.allows(call)]).toEqual([call, false]);
      }
    }
  });

  it("are for the starters all but the start of their own machine and the queue of what did not start", () => {
    const machine = (name: string) =>
      deployed.one("AWS::StepFunctions::StateMachine", name, "IlpPipeline-cast").arn;
    expect(actionsBy(deployed, roleOf("UploadsEventsRole"))).toEqual([
      ["states:StartExecution", machine("Uploads")],
    ]);
    expect(actionsBy(deployed, roleOf("SchedulerRole"))).toEqual([
      ["kms:Decrypt", deployed.one("AWS::KMS::Key", "OperationsKey").arn],
      ["sqs:SendMessage", deployed.one("AWS::SQS::Queue", "Unstarted", "IlpPipeline-cast").arn],
      ["states:StartExecution", machine("Run")],
    ]);
  });
});

describe("the access log", () => {
  it("is added to and never changed, also by somebody who may do anything in the bucket", async () => {
    const strong = deploy(withStrongRole(templates));
    const there = await startServices(strong, authorityOf(strong));
    try {
      const role = roleAt(there, strong.one("AWS::IAM::Role", "Strong").arn);
      const entry = recordsKeys.accessLogEntry("cast", "2025-01-15T10:00:00.000Z", "a");
      const name = strong.one("AWS::S3::Bucket", "Records").ref;
      const add = role.add(name, entry);
      await add.make();
      await expect(add.make()).rejects.toMatchObject({ name: "PreconditionFailed" });
      const [read, overwrite, remove] = role.objects(name, entry);
      expect(await notRefused([overwrite!, remove!])).toEqual([]);
      await read!.make();
      // Nothing but the log is held so.
      await Promise.all(
        role
          .objects(name, "counts/cast/a")
          .slice(1)
          .map(({ make }) => make()),
      );
    } finally {
      await there.close();
    }
  });
});

const via = (service: string, region = "us-east-2") => ({
  "kms:viaservice": `${service}.${region}.amazonaws.com`,
});

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { recordsKeys, STEPS } from "../../../functions/layout.ts";
import { lastFailure } from "../../../functions/pipeline/run/run-failure.ts";
import type { StaffLatest } from "../../../functions/editions/staff-latest.ts";
import type { ObjectStore } from "../../../functions/pipeline/ports.ts";
import type { Latest } from "../../../functions/releases/manifest/manifest.ts";
import { CAST, CAST_EXPORTS, RECEIVED_ON } from "../../support/local-district.ts";
import { notRefused, roleAt } from "./policies/attempts.ts";
import type { Cloud } from "./cloud.ts";
import { drop } from "./drop.ts";
import type { Execution } from "./machines/execution.ts";
import { foreignCalls, layForeign } from "./policies/foreign-calls.ts";
import { functionsHaveTime, keylessCallsAreRefused, startsHaveQueues } from "./stack-checks.ts";

/** The first check that failed, and why. */
export interface FailedCheck {
  readonly check: string;
  readonly why: string;
}

/**
 * Lets a cloud of the cast and birch, with the role of `strong-role.ts` in it, have some nights, and holds
 * what happens against what must. The checks build on each other, so the first that fails ends it.
 */
export async function nightChecks(cloud: Cloud): Promise<FailedCheck | null> {
  for (const [check, run] of Object.entries(CHECKS)) {
    try {
      await run(cloud);
      await cloud.quiet();
      const denied = deniedTo(cloud);
      if (check !== FOREIGN) assert.deepEqual(denied, [], "denied");
    } catch (error) {
      return { check, why: String(error).slice(0, 600) };
    }
  }
  return null;
}

const FOREIGN = "nobody reaches another district";

export const CHECKS: Readonly<Record<string, (cloud: Cloud) => Promise<void>>> = {
  "every start has a queue for what cannot be delivered": startsHaveQueues,
  "every function has a minute": functionsHaveTime,
  "a call that names no key is refused": keylessCallsAreRefused,
  "nobody changes the access log": accessLogStands,
  "an upload starts one run": uploadStartsOneRun,
  "both editions are made": editionsAreMade,
  "the morning starts a run": morningStartsRun,
  "a throttled run goes through": throttledRunGoesThrough,
  "two runs at once both go through": twoRunsGoThrough,
  "a step that fails rings its alarms": failingStepRings,
  "a file that would remove many waits and rings": waitingFileRings,
  "what cannot be started rings": unstartedRings,
  [FOREIGN]: foreignersAreRefused,
};

async function accessLogStands({ deployed, services, records }: Cloud): Promise<void> {
  const entry = recordsKeys.accessLogEntry("cast", "2022-05-30T10:00:00.000Z", "a");
  await records.put(entry, Buffer.from("a look"));
  const strong = roleAt(services, deployed.one("AWS::IAM::Role", "Strong").arn);
  const [, overwrite, remove] = strong.objects(
    deployed.one("AWS::S3::Bucket", "Records").ref,
    entry,
  );
  assert.deepEqual(await notRefused([overwrite!, remove!]), []);
}

async function uploadStartsOneRun(cloud: Cloud): Promise<void> {
  await drop(cloud, CAST_EXPORTS);
  await cloud.quiet();
  const uploads = executions(cloud, "Uploads");
  assert.equal(uploads.length, readdirSync(CAST_EXPORTS).length);
  for (const execution of uploads) succeeded(execution);
  const [run, ...others] = executions(cloud, "Run");
  assert.equal(others.length, 0);
  assert.match(run?.name ?? "none", /^upload-/);
  succeeded(run!);
  assert.deepEqual(cloud.ringing(), []);
}

async function editionsAreMade(cloud: Cloud): Promise<void> {
  const { asOf, edition } = await staffLatest(cloud);
  assert.equal(asOf, RECEIVED_ON);
  const files = await cloud.records.list(recordsKeys.staffEdition("cast", edition));
  assert.ok(files.length > 20, `${files.length} files of the staff edition`);
  const latest = await jsonOf<Latest>(cloud.public, "cast/latest.json");
  assert.equal(latest.asOf, RECEIVED_ON);
  assert.ok((await cloud.public.list(`cast/${latest.path}`)).length > 20);
}

async function morningStartsRun(cloud: Cloud): Promise<void> {
  cloud.clock.skip(86_400);
  const morning = await cloud.morning();
  assert.equal(morning.outcome, "started");
  await cloud.quiet();
  succeeded(executions(cloud, "Run").at(-1)!);
  assert.equal((await staffLatest(cloud)).asOf, "2022-06-02");
  assert.deepEqual(cloud.ringing(), []);
}

async function throttledRunGoesThrough(cloud: Cloud): Promise<void> {
  cloud.clock.skip(86_400);
  const steps = ["lease", "receive", "read", "assemble", "measure", "release", "publish"] as const;
  for (const error of ["Lambda.TooManyRequestsException", "TryAgain", "Sandbox.Timedout"]) {
    for (const step of ["arrive", ...steps]) {
      cloud.lambdas.refuse(cloud.functionOf(step).arn, 1, error);
    }
  }
  await cloud.inbox.put("cast/reviews.csv", Buffer.from(`${exported("reviews.csv").trimEnd()}\n`));
  await cloud.quiet();
  for (const execution of executions(cloud, "Uploads")) succeeded(execution);
  succeeded(executions(cloud, "Run").at(-1)!);
  // A public release, so that publish is met too.
  succeeded(await cloud.run({ public: true }));
}

async function twoRunsGoThrough(cloud: Cloud): Promise<void> {
  const { reached, release } = cloud.lambdas.hold(cloud.functionOf("receive").arn);
  const first = cloud.run();
  await reached;
  const second = cloud.run();
  const lease = cloud.functionOf("lease").arn;
  const isHeld = () =>
    cloud.lambdas.invocations.some(
      ({ functionArn, invoked }) =>
        functionArn === lease && "error" in invoked && invoked.error === "LeaseHeld",
    );
  for (let tries = 0; tries < 600 && !isHeld(); tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  release();
  assert.ok(isHeld(), "the second run went on beside the first");
  succeeded(await first);
  succeeded(await second);
}

async function failingStepRings(cloud: Cloud): Promise<void> {
  cloud.clock.skip(3_600);
  const broken = () => Promise.resolve({ error: "SchoolFailed", cause: "{}" });
  const mend = cloud.lambdas.intercept(cloud.functionOf("measure").arn, broken);
  const run = await cloud.run();
  await cloud.quiet();
  assert.equal(run.status, "FAILED");
  assert.deepEqual(cloud.ringing(), ["RunFailed", "StepFailedmeasure"]);
  for (const name of ["RunFailed", "StepFailedmeasure"]) {
    assert.deepEqual(cloud.alarm(name).told, [
      cloud.deployed.one("AWS::SNS::Topic", "Operators").arn,
    ]);
  }
  const noted = () => lastFailure(cloud.table, CAST);
  assert.equal((await noted())?.step, STEPS.measure);
  mend();
  cloud.machines.redrive(run.arn);
  succeeded(await cloud.machines.finished(run.arn));
  assert.equal(await noted(), null);
}

async function waitingFileRings(cloud: Cloud): Promise<void> {
  cloud.clock.skip(86_400);
  const few = exported("plans.csv").split(/\r?\n/).slice(0, 3).join("\r\n");
  await cloud.inbox.put("cast/plans.csv", Buffer.from(`${few}\r\n`));
  // What is no longer there is forgotten.
  await cloud.inbox.delete(["cast/reviews.csv"]);
  await cloud.quiet();
  assert.deepEqual(cloud.ringing(), ["FilesWaiting"]);
  const before = await staffLatest(cloud);
  succeeded(await cloud.run({ acceptRemovals: true }));
  const { asOf, edition } = await staffLatest(cloud);
  assert.equal(asOf, before.asOf);
  assert.notEqual(edition, before.edition);
  // Of a day one edition is kept.
  assert.deepEqual(await cloud.records.list(recordsKeys.staffEdition("cast", before.edition)), []);
  cloud.clock.skip(86_400);
  succeeded(await cloud.run());
  assert.deepEqual(cloud.ringing(), []);
}

async function unstartedRings(cloud: Cloud): Promise<void> {
  cloud.clock.skip(86_400);
  succeeded(await cloud.run());
  cloud.events.unreachable(cloud.machineOf("Uploads").arn, 100);
  await cloud.inbox.put("cast/late.csv", Buffer.from("a\n"));
  await cloud.quiet();
  cloud.events.unreachable(cloud.machineOf("Uploads").arn, 0);
  assert.deepEqual(cloud.ringing(), ["NotStarted"]);
  assert.equal(cloud.events.deliveries.at(-1)?.outcome, "dead letter");
}

async function foreignersAreRefused(cloud: Cloud): Promise<void> {
  const count = () => executions(cloud, "Uploads").length + executions(cloud, "Run").length;
  const before = count();
  await layForeign(cloud, "birch");
  await cloud.quiet();
  assert.equal(count(), before);
  assert.equal(executions(cloud, "Uploads", "birch").length, 1);
  assert.deepEqual(await foreignCalls(cloud, "cast", "birch"), []);
}

const executions = (cloud: Cloud, machine: "Run" | "Uploads", district = "cast") =>
  cloud.machines.executions(cloud.machineOf(machine, district).arn);

function succeeded({ status, error, cause, name }: Execution): void {
  assert.equal(status, "SUCCEEDED", `${name}: ${status} ${error} ${cause?.slice(0, 300)}`);
}

const deniedTo = (cloud: Cloud) =>
  cloud.authority.journal
    .filter(({ isAllowed, principal }) => !isAllowed && !principal.endsWith("/Strong-Strong"))
    .map(
      ({ principal, action, resource }) => `${principal.split("/").at(-1)} ${action} ${resource}`,
    );

const exported = (file: string): string => readFileSync(join(CAST_EXPORTS, file), "utf8");

async function jsonOf<T>(store: ObjectStore, key: string): Promise<T> {
  const bytes = await store.get(key);
  assert.ok(bytes !== null, `nothing under ${key}`);
  return JSON.parse(Buffer.from(bytes).toString()) as T;
}

const staffLatest = (cloud: Cloud) =>
  jsonOf<StaffLatest>(cloud.records, recordsKeys.staffLatest("cast"));

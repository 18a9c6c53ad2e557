import { copyFileSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { HANDLERS, recordsKeys } from "../../functions/layout.ts";
import type { AboutReader } from "../../functions/console/answers.ts";
import { consoleAnswer } from "../../functions/pipeline/console/routes/console-answer.ts";
import { conformedInForce } from "../../functions/pipeline/conform/conformed-in-force.ts";
import { CAST, CAST_DAY, CAST_EXPORTS } from "../support/local-district.ts";
import { scratchFolderOfAll } from "../support/scratch-folder.ts";
import { executionStatusChange, objectCreated } from "./cloud/events/aws-events.ts";
import type { Cloud } from "./cloud/cloud.ts";
import { drop } from "./cloud/drop.ts";
import { clouds } from "./cloud/night.ts";
import { editionsOf, goalsMet, oneMachine, type OneMachine } from "./cloud/one-machine.ts";
import { ofPhase, trouble } from "./cloud/trouble.ts";
import { requestOf, valueOf } from "../support/asked-console.ts";

const runsOf = (cloud: Cloud) => cloud.machines.executions(cloud.machineOf("Run").arn);
const lastRun = (cloud: Cloud) => {
  const run = runsOf(cloud).at(-1);
  if (run === undefined) throw new Error("no run has begun");
  return run;
};
const DAY = 86_400;
/** Those of a good night. */
const OF_NIGHT = HANDLERS.filter((handler) => handler !== "watch");

/** What the console says to a principal first. */
async function notices(cloud: Cloud): Promise<AboutReader["notices"]> {
  const answer = await consoleAnswer(
    cloud,
    { district: CAST, staff: "P-MS", isDemo: false, through: "console" },
    requestOf("/console/me", cloud.clock.now().toISOString()),
  );
  return (await valueOf<AboutReader>(answer)).notices;
}

/** One cloud and one machine, night after night, a month apart so that each has a public release. */
describe("nights with faults end in the editions of nights without", { timeout: 120_000 }, () => {
  const { empty } = clouds();
  const scratch = scratchFolderOfAll();
  let cloud: Cloud;
  let machine: OneMachine;
  beforeAll(async () => {
    cloud = await empty({ startAt: new Date(`${CAST_DAY}T10:00:00Z`) });
    machine = await oneMachine();
  });

  it("when one call in five of S3 and DynamoDB is throttled, batches come back in part and bodies break off", async () => {
    const { faults } = cloud;
    faults.add({ kind: "break-off", when: { nth: 7 } });
    faults.add({ kind: "break-off", when: { share: 0.05 } });
    faults.add({ kind: "hand-back", when: { nth: 1 } });
    faults.add({ kind: "hand-back", when: { share: 0.3 } });
    faults.add({ kind: "throttle", when: { share: 0.2 } });
    await drop(cloud, CAST_EXPORTS);
    await cloud.quiet();
    faults.clear();
    expect(runsOf(cloud).map(({ status }) => status)).toEqual(["SUCCEEDED"]);
    expect(faults.injected.throttle).toBeGreaterThan(50);
    expect(faults.injected["hand-back"]).toBeGreaterThan(0);
    expect(faults.injected["break-off"]).toBeGreaterThan(0);
    expect(await editionsOf(cloud)).toEqual(await machine.night(CAST_DAY, CAST_EXPORTS));
  });

  it("when each function is refused twice, killed in the middle and out of time at its end", async () => {
    cloud.clock.skip(35 * DAY);
    const from = cloud.lambdas.invocations.length;
    trouble(cloud, "arrive", 1, ofPhase("note"));
    trouble(cloud, "lease", 1, ofPhase("take"));
    trouble(cloud, "lease", 2, ofPhase("give-back"));
    trouble(cloud, "receive", 4);
    trouble(cloud, "read", 2);
    trouble(cloud, "assemble", 4);
    trouble(cloud, "measure", 5);
    trouble(cloud, "release", 9);
    trouble(cloud, "publish", 9);
    const folder = goalsMet(1, scratch);
    await drop(cloud, folder);
    await cloud.quiet();
    cloud.faults.clear();
    expect(lastRun(cloud).status).toBe("SUCCEEDED");
    const called = cloud.lambdas.invocations.slice(from);
    for (const handler of OF_NIGHT) {
      const { arn } = cloud.functionOf(handler);
      const errors = called
        .filter(({ functionArn }) => functionArn === arn)
        .flatMap(({ invoked }) => ("error" in invoked ? [invoked.error] : []));
      const once = ["Lambda.TooManyRequestsException", "Lambda.TooManyRequestsException"];
      const each = [...once, "Runtime.ExitError", "Sandbox.Timedout"];
      expect(errors, handler).toEqual(handler === "lease" ? [...each, ...each] : each);
    }
    expect(await editionsOf(cloud)).toEqual(await machine.night("2022-04-19", folder));
  });

  it("when each event comes twice, the second time in reverse order: one run", async () => {
    cloud.clock.skip(35 * DAY);
    const before = runsOf(cloud).length;
    const folder = goalsMet(2, scratch);
    for (const file of ["plans.csv", "reviews.csv"]) {
      copyFileSync(join(CAST_EXPORTS, file), join(folder, file));
    }
    const release = cloud.clock.hold();
    const time = cloud.clock.now();
    await drop(cloud, folder);
    const inbox = cloud.deployed.one("AWS::S3::Bucket", "Inbox").ref;
    for (const file of ["reviews.csv", "plans.csv", "goals.csv"]) {
      const object = { bucket: inbox, key: `cast/${file}`, size: 1, etag: "a" };
      await cloud.events.put(objectCreated(object, time));
    }
    release();
    await cloud.quiet();
    const runs = runsOf(cloud).slice(before);
    expect(runs.map(({ status, name }) => [status, name.slice(0, 7)])).toEqual([
      ["SUCCEEDED", "upload-"],
    ]);
    expect(await editionsOf(cloud)).toEqual(await machine.night("2022-05-24", folder));
  });

  it("when events of other places come: they start nothing", async () => {
    const count = () => cloud.machines.executions().length;
    const of = (name: string) => cloud.deployed.one("AWS::S3::Bucket", name).ref;
    const before = count();
    for (const [bucket, key] of [
      [of("Inbox"), "castle/plans.csv"],
      [of("Inbox"), "other/cast/plans.csv"],
      [of("Records"), "cast/plans.csv"],
      [of("Public"), "cast/plans.csv"],
    ] as const) {
      const object = { bucket, key, size: 1, etag: "a" };
      await cloud.events.put(objectCreated(object, cloud.clock.now()));
    }
    await cloud.quiet();
    expect(count()).toBe(before);
  });

  it("but not with a school whose records cannot be read: the editions of before stay, and it is named", async () => {
    // The last run ended at a quarter past.
    cloud.clock.skip(DAY - 1_800);
    const before = await editionsOf(cloud);
    const logged = cloud.lambdas.log.length;
    const partition = await partitionOf(cloud, "CAST-HS");
    const whole = await cloud.records.get(partition);
    if (whole === null) throw new Error(`nothing under ${partition}`);
    // Names of students, so that an error that quotes what it could not read is noticed; and as many
    // bytes as before, or the records would be made again from the files as they were sent.
    const users = readFileSync(join(CAST_EXPORTS, "users.csv"));
    await cloud.records.put(partition, Buffer.alloc(whole.length, users));
    await cloud.morning();
    await cloud.quiet();
    const { arn, status } = lastRun(cloud);
    expect(status).toBe("FAILED");
    expect(cloud.ringing()).toEqual(["RunFailed", "StepFailedmeasure"]);
    expect(await editionsOf(cloud)).toEqual(before);
    const lines = cloud.lambdas.log.slice(logged);
    expect(lines.filter((line) => line.includes("school not measured"))).toEqual([
      expect.stringContaining('"school":"CAST-HS"'),
    ]);
    expect(aboutStudents(cloud.lambdas.log)).toEqual([]);
    const notice = {
      id: "stopped-run",
      text: "The update of May 25, 2022 stopped in the step “Measure schools”. The figures are still those of May 24, 2022.",
    };
    expect(await notices(cloud)).toEqual([expect.objectContaining(notice)]);

    const stopped = executionStatusChange({
      ...{ execution: cloud.machines.execution(arn), status: "FAILED", at: cloud.clock.now() },
    });
    await cloud.events.put(stopped);
    expect(await notices(cloud)).toEqual([expect.objectContaining(notice)]);
    cloud.clock.skip(3 * 3_600);
    expect(cloud.ringing()).toEqual(["FiguresStale"]);

    await cloud.records.put(partition, whole);
    cloud.machines.redrive(arn);
    await cloud.quiet();
    expect(lastRun(cloud)).toMatchObject({ arn, status: "SUCCEEDED" });
    expect(await editionsOf(cloud)).toEqual(await machine.night("2022-05-25", null));
    expect(await notices(cloud)).toEqual([]);
    expect(cloud.ringing()).toEqual([]);
    // Events may come late and twice: this one tells of what is over.
    await cloud.events.put(stopped);
    expect(await notices(cloud)).toEqual([]);
  });
});

/** The key of one partition of a school. */
async function partitionOf({ records }: Cloud, school: string): Promise<string> {
  const manifest = await conformedInForce(records, CAST);
  const conformedSchool = manifest?.schools.find(({ id }) => id === school);
  const partition = conformedSchool?.partitions.find(({ table }) => table === "student");
  if (partition === undefined) throw new Error(`no students of ${school}`);
  return recordsKeys.conformed(CAST, partition.name, partition.hash);
}

const STUDENTS = readFileSync(join(CAST_EXPORTS, "users.csv"), "utf8")
  .split(/\r?\n/)
  .slice(1)
  .map((line) => line.split(","))
  .filter(([id]) => id?.startsWith("C-"));

/** The lines that name a student, by id or by one of their names. */
function aboutStudents(lines: readonly string[]): readonly string[] {
  const names = STUDENTS.flatMap(([id = "", , , , , , given = "", family = ""]) => [
    ...[id, given, family],
  ]).filter((name) => name !== "");
  if (names.length < 100) throw new Error("expected the students of the cast");
  return lines.filter((line) => names.some((name) => line.includes(name)));
}

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { CAST_EXPORTS, everything, publishDay, RECEIVED_ON } from "../support/local-district.ts";
import { conformedCast } from "../support/conformed-districts.ts";
import type { Latest } from "../../functions/releases/manifest/manifest.ts";
import type { StaffLatest } from "../../functions/editions/staff-latest.ts";
import type { ObjectStore } from "../../functions/pipeline/ports.ts";
import type { Cloud } from "./cloud/cloud.ts";
import { clouds } from "./cloud/night.ts";

const FILES = readdirSync(CAST_EXPORTS);
const exported = (file: string): Buffer => readFileSync(join(CAST_EXPORTS, file));

async function jsonOf<T>(store: ObjectStore, key: string): Promise<T> {
  const bytes = await store.get(key);
  if (bytes === null) throw new Error(`nothing under ${key}`);
  return JSON.parse(Buffer.from(bytes).toString()) as T;
}
const publicLatest = (cloud: Cloud) => jsonOf<Latest>(cloud.public, "cast/latest.json");
const staffLatest = (cloud: Cloud) =>
  jsonOf<StaffLatest>(cloud.records, "editions/staff/cast/latest.json");

const runsOf = (cloud: Cloud) => cloud.machines.executions(cloud.machineOf("Run").arn);
const uploadsOf = (cloud: Cloud) => cloud.machines.executions(cloud.machineOf("Uploads").arn);
/** The state that an execution was in last. */
const lastStateOf = (cloud: Cloud, arn: string): string | undefined =>
  cloud.machines
    .events(arn)
    .map((event) => event["stateEnteredEventDetails"] as { name: string } | undefined)
    .filter((entered) => entered !== undefined)
    .at(-1)?.name;
const denied = (cloud: Cloud) => cloud.authority.journal.filter(({ isAllowed }) => !isAllowed);

/** The calls from here on. */
function calls(cloud: Cloud): (action: string, place: string) => number {
  const from = cloud.authority.journal.length;
  return (action, place) =>
    cloud.authority.journal
      .slice(from)
      .filter((call) => call.action === action && call.resource.includes(place)).length;
}

/** One cloud, night after night. */
describe("nights under the permissions of the stacks", { timeout: 120_000 }, () => {
  const { empty } = clouds();
  let cloud: Cloud;
  beforeAll(async () => {
    cloud = await empty();
  });

  it("start by themselves: of an upload of many files one run comes, and its editions are those of one machine", async () => {
    for (const file of FILES) await cloud.inbox.put(`cast/${file}`, exported(file));
    await cloud.quiet();
    expect(uploadsOf(cloud).map(({ status }) => status)).toEqual(FILES.map(() => "SUCCEEDED"));
    const ends = uploadsOf(cloud).map(({ arn }) => lastStateOf(cloud, arn));
    expect(ends.filter((name) => name === "Started")).not.toHaveLength(0);
    expect(new Set(ends)).not.toContain(undefined);
    expect(runsOf(cloud).map(({ status, name }) => [status, name.slice(0, 7)])).toEqual([
      ["SUCCEEDED", "upload-"],
    ]);
    expect(denied(cloud)).toEqual([]);
    expect(cloud.ringing()).toEqual([]);

    const local = await conformedCast();
    const { edition, release } = await publishDay(local, RECEIVED_ON);
    const staff = `editions/staff/cast/${edition}/`;
    expect(Object.keys(await everything(local.records, staff)).length).toBeGreaterThan(20);
    expect(await everything(cloud.records, staff)).toEqual(await everything(local.records, staff));
    const open = `cast/releases/${release}/`;
    expect(Object.keys(await everything(local.public, open)).length).toBeGreaterThan(5);
    expect(await everything(cloud.public, open)).toEqual(await everything(local.public, open));
    const { publishedAt, ...latest } = await publicLatest(cloud);
    const { publishedAt: _, ...latestOfOneMachine } = await jsonOf<Latest>(
      local.public,
      "cast/latest.json",
    );
    expect(publishedAt.slice(0, 10)).toBe(RECEIVED_ON);
    expect(latest).toEqual(latestOfOneMachine);
    expect(await staffLatest(cloud)).toEqual(
      await jsonOf(local.records, "editions/staff/cast/latest.json"),
    );
  });

  it("come every morning, also when nothing came, and read nothing again", async () => {
    cloud.clock.skip(86_400);
    const count = calls(cloud);
    expect(await cloud.morning()).toMatchObject({ outcome: "started" });
    await cloud.quiet();
    expect(runsOf(cloud).map(({ status }) => status)).toEqual(["SUCCEEDED", "SUCCEEDED"]);
    expect((await staffLatest(cloud)).asOf).toBe("2022-06-02");
    expect(count("s3:GetObject", ":::ilpstorage-inbox")).toBe(0);
    expect(count("s3:GetObject", "/raw/")).toBe(0);
    expect(count("s3:PutObject", "/conformed/")).toBe(0);
    // The calendar is monthly, and yesterday's release is a day old.
    expect((await publicLatest(cloud)).asOf).toBe(RECEIVED_ON);
    expect(denied(cloud)).toEqual([]);
  });

  it("leave an upload alone that is half way, and use it once it is whole", async () => {
    cloud.clock.skip(86_400);
    const release = cloud.clock.hold();
    const before = (await staffLatest(cloud)).edition;
    const files = ["plans.csv", "reviews.csv"];
    const changed = (file: string) => Buffer.from(`${exported(file).toString().trimEnd()}\r\n`);
    await cloud.inbox.put(`cast/${files[0]}`, changed(files[0]!));
    const count = calls(cloud);
    const morning = await cloud.morning();
    if (morning.outcome !== "started") throw new Error("the schedule did not fire");
    expect((await cloud.machines.finished(morning.executionArn)).status).toBe("SUCCEEDED");
    expect(count("s3:GetObject", ":::ilpstorage-inbox")).toBe(0);
    const { edition, asOf } = await staffLatest(cloud);
    expect(asOf).toBe("2022-06-03");
    expect(edition).not.toBe(before);
    await cloud.inbox.put(`cast/${files[1]}`, changed(files[1]!));
    release();
    await cloud.quiet();
    expect(count("s3:GetObject", ":::ilpstorage-inbox")).toBeGreaterThan(1);
    const runs = runsOf(cloud).slice(2);
    expect(runs.map(({ status }) => status)).toEqual(["SUCCEEDED", "SUCCEEDED"]);
  });
});

describe("a district whose first upload may be a trial", { timeout: 120_000 }, () => {
  const { withCast } = clouds({ firstPublicRelease: "by-hand" });

  it("has nothing public before somebody asks for a first public release", async () => {
    const cloud = await withCast();
    expect(runsOf(cloud).map(({ status }) => status)).toEqual(["SUCCEEDED"]);
    expect((await staffLatest(cloud)).asOf).toBe(RECEIVED_ON);
    expect(await cloud.public.list("")).toEqual([]);
    expect((await cloud.run({ public: true, asOf: "2022-05-20" })).status).toBe("SUCCEEDED");
    expect((await publicLatest(cloud)).asOf).toBe("2022-05-20");
    // From then on they come by the calendar, and nobody asks.
    expect((await cloud.run()).status).toBe("SUCCEEDED");
    expect((await publicLatest(cloud)).asOf).toBe(RECEIVED_ON);
    expect(denied(cloud)).toEqual([]);
  });
});

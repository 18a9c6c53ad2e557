import { readdirSync } from "node:fs";
import { expect } from "vitest";
import { CAST_EXPORTS } from "../../support/local-district.ts";
import type { Cloud } from "../cloud/cloud.ts";
import {
  again,
  ALARMS_REST,
  calls,
  DAY,
  exported,
  lastRun,
  readers,
  ringing,
  runsOf,
  type Stage,
  started,
  today,
  upload,
} from "./operator.ts";

const INBOX = ":::ilpstorage-inbox";
const EVERY_FILE = Object.fromEntries(
  readdirSync(CAST_EXPORTS).map((file) => [file, exported(file)] as const),
);
/** Exports with their headers alone. */
const EMPTY = Object.fromEntries(
  Object.entries(EVERY_FILE).map(([file, bytes]) => [
    file,
    file === "manifest.csv" ? bytes : bytes.subarray(0, bytes.indexOf("\n") + 1),
  ]),
);
const MARKER = { _complete: Buffer.from("") };

/** What begins a night, and what does not. */
export function rehearseStarts({ rehearse, rehearseLong }: Stage): void {
  rehearseLong(
    "Uploads failed",
    "the run of the next morning uses what came, and one by hand does so sooner",
    async (cloud) => {
      const { RoleArn } = cloud.machineOf("Uploads").properties as { RoleArn: string };
      const repair = withheldStart(cloud, RoleArn);
      const count = calls(cloud);
      await upload(cloud, { "plans.csv": again("plans.csv", 4) });
      expect(ringing(cloud)).toEqual(["uploads-failed"]);
      const uploads = cloud.machines.executions(cloud.machineOf("Uploads").arn).at(-1);
      expect(uploads?.error).toBe("StepFunctions.AccessDeniedException");
      repair();
      expect((await started(cloud)).status).toBe("SUCCEEDED");
      expect(count("s3:GetObject", `${INBOX}/cast/plans.csv`)).toBe(0);
      expect(count("s3:GetObject", INBOX)).toBeGreaterThan(0);
    },
  );

  rehearse(
    "Not started",
    "the message says why, and a run by hand takes the place of the schedule’s",
    async (cloud) => {
      const { Target } = schedule(cloud).properties as { Target: { RoleArn: string } };
      const repair = withheldStart(cloud, Target.RoleArn);
      expect(await cloud.morning()).toMatchObject({ outcome: "dead letter" });
      await cloud.quiet();
      expect(ringing(cloud)).toEqual(["not-started"]);
      const queue = cloud.deployed.one("AWS::SQS::Queue", "Unstarted", "IlpPipeline-cast").arn;
      expect(cloud.queues.messages(queue).map(({ error }) => error)).toEqual([
        expect.stringContaining("states:StartExecution"),
      ]);
      repair();
      expect((await started(cloud)).status).toBe("SUCCEEDED");
      expect((await readers(cloud)).staff?.asOf).toBe(today(cloud));
      expect(ringing(cloud)).toEqual(["not-started"]);
      expect(cloud.queues.purge(queue)).toHaveLength(1);
      cloud.clock.skip(ALARMS_REST);
      expect(ringing(cloud)).toEqual([]);
    },
  );

  rehearseLong(
    "Not started",
    "a run by hand finds the upload of which nobody was told",
    async (cloud) => {
      cloud.events.unreachable(cloud.machineOf("Uploads").arn, 1_000);
      await upload(cloud, { "goals.csv": again("goals.csv", 4) });
      cloud.events.unreachable(cloud.machineOf("Uploads").arn, 0);
      expect(ringing(cloud)).toEqual(["not-started"]);
      const count = calls(cloud);
      expect((await started(cloud)).status).toBe("SUCCEEDED");
      expect(count("s3:GetObject", INBOX)).toBeGreaterThan(0);
      cloud.queues.purge(
        cloud.deployed.one("AWS::SQS::Queue", "Unstarted", "IlpPipeline-cast").arn,
      );
    },
  );

  rehearse(
    "Figures stale",
    "the alarm comes 26 hours after the last run that went through, and no second sooner",
    async (cloud) => {
      Object.assign(schedule(cloud).properties, { State: "DISABLED" });
      await started(cloud);
      const last = lastRun(cloud).stopDate!.getTime();
      cloud.clock.skip(DAY);
      expect(await cloud.morning()).toEqual({ outcome: "disabled" });
      const until = (seconds: number) =>
        cloud.clock.skip((last - cloud.clock.now().getTime()) / 1000 + seconds);
      until(26 * 3600 - 1);
      expect(ringing(cloud)).toEqual([]);
      until(26 * 3600);
      expect(ringing(cloud)).toEqual(["figures-stale"]);
      Object.assign(schedule(cloud).properties, { State: "ENABLED" });
      expect((await started(cloud)).status).toBe("SUCCEEDED");
      expect(ringing(cloud)).toEqual([]);
    },
  );

  rehearseLong(
    "No school",
    "empty exports make nothing, and the run of the next upload goes through",
    async (cloud) => {
      const own = calls(cloud);
      const runs = runsOf(cloud).length;
      await upload(cloud, EMPTY, "birch");
      expect(runsOf(cloud, "birch")).toEqual([]);
      await upload(cloud, MARKER, "birch");
      expect(lastRun(cloud, "birch")).toMatchObject({ status: "FAILED", error: "NoSchool" });
      expect(ringing(cloud, "birch")).toEqual(["figures-stale", "run-failed", "assemble-failed"]);
      expect(await cloud.records.list("editions/staff/birch/")).toEqual([]);
      await upload(cloud, EVERY_FILE, "birch");
      expect(runsOf(cloud, "birch")).toHaveLength(1);
      await upload(cloud, MARKER, "birch");
      expect(lastRun(cloud, "birch").status).toBe("SUCCEEDED");
      expect((await readers(cloud, "birch")).open?.asOf).toBe(today(cloud));
      // Nothing of this was of the other district.
      expect(runsOf(cloud)).toHaveLength(runs);
      expect(own("", "/cast/")).toBe(0);
      expect(ringing(cloud)).toEqual([]);
      await started(cloud);
    },
  );

  rehearseLong(
    "How a run begins",
    "quiet minutes are counted to the second, and a file that is overwritten begins them anew",
    async (cloud) => {
      const release = cloud.clock.hold();
      await cloud.inbox.put("cast/plans.csv", again("plans.csv", 5));
      await noted(cloud);
      cloud.clock.skip(600);
      const second = cloud.clock.now().getTime();
      await cloud.inbox.put("cast/plans.csv", again("plans.csv", 6));
      await noted(cloud);
      const runs = runsOf(cloud).length;
      cloud.clock.skip(second / 1000 + 898 - cloud.clock.now().getTime() / 1000);
      const count = calls(cloud);
      expect((await cloud.run()).status).toBe("SUCCEEDED");
      expect(count("s3:GetObject", INBOX)).toBe(0);
      release();
      await cloud.quiet();
      expect(runsOf(cloud)).toHaveLength(runs + 2);
      const waited = (lastRun(cloud).startDate.getTime() - second) / 1000;
      expect(waited).toBeGreaterThanOrEqual(899);
      expect(waited).toBeLessThan(903);
      expect(lastRun(cloud).status).toBe("SUCCEEDED");
    },
  );

  rehearseLong(
    "How a run begins",
    "a marker starts the run at once, also where quiet minutes hold",
    async (cloud) => {
      const release = cloud.clock.hold();
      await cloud.inbox.put("cast/today/plans.csv", again("plans.csv", 7));
      await cloud.inbox.put("cast/today/_COMPLETE.txt", Buffer.from(""));
      const from = cloud.clock.now().getTime();
      const runs = runsOf(cloud).length;
      for (let look = 0; look < 2_000 && runsOf(cloud).length === runs; look += 1) {
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
      expect(lastRun(cloud).startDate.getTime() - from).toBeLessThan(60_000);
      release();
      await cloud.quiet();
      expect(runsOf(cloud)).toHaveLength(runs + 1);
      expect(lastRun(cloud).status).toBe("SUCCEEDED");
    },
  );

  rehearseLong(
    "How a run begins",
    "what is sent again unchanged starts a run at most, and changes no figure",
    async (cloud) => {
      await started(cloud);
      const before = await readers(cloud);
      const runs = runsOf(cloud).length;
      const sent = await cloud.inbox.get("cast/goals.csv");
      await upload(cloud, { "copy/goals.csv": sent! });
      expect(runsOf(cloud)).toHaveLength(runs + 1);
      expect(lastRun(cloud).status).toBe("SUCCEEDED");
      expect(await readers(cloud)).toEqual(before);
    },
  );

  rehearseLong(
    "How a run begins",
    "an upload of an evening is of that evening’s day in the district’s time zone",
    async (cloud) => {
      const now = cloud.clock.now();
      const evening = Date.parse(`${now.toISOString().slice(0, 10)}T04:10:00Z`) + DAY * 1000;
      cloud.clock.skip((evening - now.getTime()) / 1000);
      const day = today(cloud);
      expect(cloud.clock.now().toISOString().slice(0, 10)).not.toBe(day);
      await upload(cloud, { "goals.csv": again("goals.csv", 5) });
      expect((await readers(cloud)).staff?.asOf).toBe(day);
    },
  );
}

const schedule = (cloud: Cloud) =>
  cloud.deployed.one("AWS::Scheduler::Schedule", "Morning", "IlpPipeline-cast");

/** Comes back when each file that came is waited for, although the clock is held. */
async function noted(cloud: Cloud): Promise<void> {
  const uploads = () => cloud.machines.executions(cloud.machineOf("Uploads").arn);
  const isWaiting = () =>
    uploads().every(
      ({ status, position }) => status !== "RUNNING" || position.state === "Wait for the rest",
    );
  const came = uploads().length;
  for (let look = 0; look < 1_000; look += 1) {
    await new Promise((resolve) => setTimeout(resolve, 5));
    if (look > 10 && uploads().length >= came && isWaiting()) return;
  }
  throw new Error("an upload was not noted");
}

const withheldStart = (cloud: Cloud, role: string) =>
  cloud.authority.withhold(
    ({ principal, action }) => principal === role && action === "states:StartExecution",
  );

import { afterAll, describe, expect, it } from "vitest";
import { addDays, day } from "../../functions/domain/day.ts";
import { STEPS } from "../../functions/layout.ts";
import { ComparedNights, entered } from "../infra/cloud/compared-nights.ts";
import type { ServiceRequest } from "../infra/cloud/endpoints/faults.ts";
import { failed } from "../infra/cloud/functions/lambda-process.ts";
import { clouds } from "../infra/cloud/night.ts";
import { editionsOf } from "../infra/cloud/one-machine.ts";
import type { Readers } from "../infra/cloud/readers.ts";
import { CALLED, type IsMeant, killAtWrite, stopAtWrite } from "../infra/cloud/trouble.ts";
import { faultTable, type FaultRow } from "../support/fault-table.ts";
import { CAST_DAY } from "../support/local-district.ts";
import { scratchFolderOfAll } from "../support/scratch-folder.ts";

const { empty } = clouds();
const scratch = scratchFolderOfAll();
const rows: FaultRow[] = [];
afterAll(() => console.log(`\n${faultTable(rows)}\n`));

function tell(row: FaultRow): void {
  rows.push(row);
  console.log(Object.values(row).join(" | "));
}

const HANDLERS = ["lease", "receive", "read", "assemble", "measure", "release", "publish"];

async function nights(): Promise<ComparedNights> {
  return ComparedNights.of(await empty({ startAt: new Date(`${CAST_DAY}T10:00:00Z`) }), scratch);
}

const seen = (...all: readonly Readers[]): string => {
  const looks = all.reduce((sum, { looks: count }) => sum + count, 0);
  return `at each of ${looks} looks a whole edition: the one before or the one after`;
};

describe("faults of a night", () => {
  it("throttling of four calls in ten", async () => {
    const night = await nights();
    const { faults } = night.cloud;
    faults.add({ kind: "break-off", when: { share: 0.05 } });
    faults.add({ kind: "hand-back", when: { share: 0.4 } });
    faults.add({ kind: "throttle", when: { share: 0.4 } });
    night.readers.lookAtWrites();
    await night.first();
    expect(faults.injected.throttle).toBeGreaterThan(300);
    const { folder, status } = await night.changed();
    expect(status).toBe("SUCCEEDED");
    await night.expectSame(folder);
    tell({
      fault:
        "40 % of the calls of S3 and DynamoDB throttled, 5 % of bodies broken off, batches handed back in part",
      injected:
        faults.injected.throttle + faults.injected["break-off"] + faults.injected["hand-back"],
      ...{
        readers: seen(night.readers),
        run: "went through, same bytes",
        next: "went through, same bytes",
      },
    });
  });

  it("a kill at each write of an upload's first night", async () => {
    let injected = 0;
    const all: Readers[] = [];
    // Assemble has the most writes of a first night.
    for (let write = 1, isHit = true; isHit; write += 1) {
      const night = await nights();
      const { faults } = night.cloud;
      for (const handler of ["arrive", "receive", "read", "assemble"]) {
        killAtWrite(night.cloud, handler, write, write % 2 === 0 ? "before" : "after");
      }
      night.readers.lookAtWrites();
      await night.first();
      const hits = faults.injected["cut-before"] + faults.injected["cut-after"];
      isHit = hits > 0;
      injected += hits;
      all.push(night.readers);
      await night.cloud.close();
    }
    expect(injected).toBeGreaterThan(100);
    tell({
      fault: "Arrive, Receive, Read and Assemble killed at each write of a first night",
      ...{ injected, readers: seen(...all), run: "went through, same bytes", next: "" },
    });
  });

  it("a kill at each write of a night with a change", async () => {
    let injected = 0;
    const all: Readers[] = [];
    let night: ComparedNights | null = null;
    for (let write = 1, isHit = true; isHit; write += 1) {
      // What was published before is read again each night, so a new district now and then.
      if (night === null || write % 12 === 1) {
        await night?.cloud.close();
        night = await nights();
        await night.first();
        all.push(night.readers);
      }
      const { cloud, readers } = night;
      const count = () => cloud.faults.injected["cut-before"] + cloud.faults.injected["cut-after"];
      const before = count();
      for (const handler of HANDLERS) {
        // The next try is killed too, once it has done as many writes.
        killAtWrite(cloud, handler, write, "before", () =>
          killAtWrite(cloud, handler, write, "after"),
        );
      }
      readers.lookAtWrites();
      const { folder, status } = await night.changed();
      expect(status, `write ${write}`).toBe("SUCCEEDED");
      await night.expectSame(folder);
      isHit = count() > before;
      injected += count() - before;
    }
    expect(injected).toBeGreaterThan(150);
    tell({
      fault: "each function killed before each of its writes, and its next try after as many",
      ...{ injected, readers: seen(...all) },
      ...{ run: "went through, same bytes", next: "went through, same bytes" },
    });
  });

  it("a function that runs out of time twice in each step, and three times", async () => {
    const night = await nights();
    const { cloud, readers } = night;
    await night.first();
    /** Times out at once, then once its work is done, then at once again. */
    const late = (handler: string, times: number, isMeant: IsMeant = () => true) => {
      let left = times;
      return cloud.lambdas.intercept(cloud.functionOf(handler).arn, async (payload, run) => {
        if (left === 0 || !isMeant(payload)) return run(payload);
        left -= 1;
        if (left % 2 === 0) await run(payload);
        return failed("Sandbox.Timedout", "Task timed out");
      });
    };
    for (const { handler, isMeant } of CALLED) late(handler, 2, isMeant);
    readers.lookAtWrites();
    const twice = await night.changed();
    expect(twice.status).toBe("SUCCEEDED");
    await night.expectSame(twice.folder);
    tell({
      fault: "two time-outs in each step, one of them after the work was done",
      ...{ injected: 2 * CALLED.length, readers: seen(readers) },
      ...{ run: "went through, same bytes", next: "went through, same bytes" },
    });

    for (const { handler, step, isMeant } of CALLED) {
      readers.lookAtWrites();
      const remove = late(handler, 3, isMeant);
      const { folder, status } = await night.changed();
      remove();
      expect(status, step).toBe("FAILED");
      const rings = ["RunFailed", `StepFailed${step}`];
      expect(cloud.ringing(), step).toEqual(expect.arrayContaining(rings));
      // The lease of the run that stopped ends by itself.
      expect(await cloud.run({ asOf: night.asOf, public: true })).toMatchObject({
        status: "SUCCEEDED",
      });
      cloud.clock.skip(600);
      expect(cloud.ringing(), step).toEqual([]);
      await night.expectSame(folder);
    }
    tell({
      fault: "three time-outs in one step, for each step",
      ...{ injected: 3 * CALLED.length, readers: seen(readers) },
      run: "failed at the step; RunFailed and StepFailed of the step rang",
      next: "went through, same bytes; the alarms were quiet",
    });
  });

  it("a service that throttles every call for a while", async () => {
    const done = await Promise.all(
      (["dynamodb", "s3"] as const).map(async (service) => {
        const night = await nights();
        const { cloud, readers } = night;
        await night.first();
        const of = (request: ServiceRequest) => request.service === service;
        cloud.faults.add({ kind: "throttle", of, when: { share: 1 } });
        readers.lookAtWrites();
        const { folder, status } = await night.changed();
        expect(status, service).toBe("FAILED");
        expect(cloud.ringing()).toContain("RunFailed");
        const step = service === "s3" ? "receive" : "lease";
        expect(cloud.ringing()).toContain(`StepFailed${step}`);
        cloud.faults.clear();
        const next = await cloud.run({ asOf: night.asOf, public: true });
        expect(next.status).toBe("SUCCEEDED");
        await night.expectSame(folder);
        const injected = cloud.faults.injected.throttle;
        return {
          fault: `every call of ${service === "s3" ? "S3" : "DynamoDB"} throttled until the run gave up`,
          ...{ injected, readers: seen(readers) },
          run: `failed at “${STEPS[step]}” after nine tries; RunFailed and StepFailed-${step} rang`,
          next: "went through, same bytes",
        };
      }),
    );
    for (const row of done) tell(row);
  });

  it("two runs of one district at the same moment", async () => {
    const night = await nights();
    const { cloud, readers, machine } = night;
    await night.first();
    readers.lookAtWrites();
    const days = [addDays(day(night.asOf), 0), addDays(day(night.asOf), 1)];
    for (const asOf of days) night.start(asOf);
    await cloud.quiet();
    const [first, second] = cloud.machines.executions(cloud.machineOf("Run").arn).slice(-2);
    if (first === undefined || second === undefined) throw new Error("expected two runs");
    expect([first.status, second.status]).toEqual(["SUCCEEDED", "SUCCEEDED"]);
    const waited = entered(cloud, second.arn, STEPS.receive) - (first.stopDate?.getTime() ?? NaN);
    expect(waited).toBeGreaterThanOrEqual(-1_000);
    expect(waited).toBeLessThanOrEqual(120_000);
    await machine.night(days[0] ?? "", null, true);
    const both = await machine.night(days[1] ?? "", null, true);
    cloud.faults.clear();
    expect(await editionsOf(cloud)).toEqual(both);
    expect(readers.faults).toEqual([]);
    tell({
      fault: "two runs of two as-of days started at the same moment",
      ...{ injected: 1, readers: seen(readers) },
      run: "went through; the other waited for its lease",
      next: `began within ${Math.ceil(waited / 60_000)} minutes of its end, went through, both days listed, same bytes`,
    });
  });

  it("a run that is stopped and killed in each step, and another at the same moment", async () => {
    const night = await nights();
    const { cloud, readers } = night;
    await night.first();
    let longest = 0;
    for (const { handler, step } of CALLED.slice(1, -1)) {
      readers.lookAtWrites();
      const folder = await night.upload();
      const stoppedAt = stopAtWrite(cloud, handler, () => first);
      const first = night.start(night.asOf);
      await stoppedAt;
      const second = night.start(night.asOf);
      await cloud.quiet();
      expect(cloud.machines.execution(first).status, step).toBe("ABORTED");
      expect(cloud.machines.execution(second).status, step).toBe("SUCCEEDED");
      const waited = (entered(cloud, second, STEPS.receive) - (await stoppedAt)) / 60_000;
      expect(waited, step).toBeGreaterThan(0);
      expect(waited, step).toBeLessThanOrEqual(17);
      await night.expectSame(folder);
      longest = Math.max(longest, waited);
    }
    tell({
      fault:
        "a run stopped and its function killed in the middle, in each step from Receive to Publish",
      ...{ injected: CALLED.length - 2, readers: seen(readers), run: "was stopped" },
      next: `began at most ${longest.toFixed(1)} minutes later, when the lease had ended; went through, same bytes`,
    });
  });
});

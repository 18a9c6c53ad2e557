import { afterAll, describe, expect, it } from "vitest";
import { addDays, day } from "../../functions/domain/calendar/day.ts";
import { STEPS } from "../../functions/layout.ts";
import { ComparedNights, entered } from "../infra/cloud/compared-nights.ts";
import type { ServiceRequest } from "../infra/cloud/endpoints/faults.ts";
import { failed } from "../infra/cloud/functions/lambda-process.ts";
import { clouds } from "../infra/cloud/night.ts";
import { editionsOf } from "../infra/cloud/one-machine.ts";
import { CALLED, type IsMeant, stopAtWrite } from "../infra/cloud/trouble.ts";
import { ALARMS_REST } from "../infra/rehearsal/operator.ts";
import { faultTable, type FaultRow, looksOf } from "../support/fault-table.ts";
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

async function nights(): Promise<ComparedNights> {
  return ComparedNights.of(await empty({ startAt: new Date(`${CAST_DAY}T10:00:00Z`) }), scratch);
}

describe("faults of a night", () => {
  it("throttling of four calls in ten", async () => {
    const night = await nights();
    const { faults } = night.cloud;
    faults.add({ kind: "break-off", when: { share: 0.05 } });
    faults.add({ kind: "hand-back", when: { nth: 1 } });
    faults.add({ kind: "hand-back", when: { share: 0.4 } });
    faults.add({ kind: "throttle", when: { share: 0.4 } });
    night.readers.lookAtWrites();
    await night.first();
    expect(faults.injected.throttle).toBeGreaterThan(300);
    expect(faults.injected["break-off"]).toBeGreaterThan(0);
    expect(faults.injected["hand-back"]).toBeGreaterThan(0);
    const { folder, status } = await night.changed();
    expect(status).toBe("SUCCEEDED");
    await night.expectSame(folder);
    tell({
      fault:
        "a first night: 40 % of the calls of S3 and DynamoDB throttled, 5 % of bodies broken off, batches handed back in part",
      injected:
        faults.injected.throttle + faults.injected["break-off"] + faults.injected["hand-back"],
      ...{
        readers: looksOf(night.readers),
        run: "went through, same bytes",
        next: "went through, same bytes",
      },
    });
  });

  it("a function that runs out of time twice in each step, and three times", async () => {
    const night = await nights();
    const { cloud, readers } = night;
    await night.first();
    /** Times out at once and once its work is done by turns; the last time its work is done. */
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
    const next = await night.changed();
    expect(next.status).toBe("SUCCEEDED");
    await night.expectSame(next.folder);
    tell({
      fault: "two time-outs in each step, one of them after the work was done",
      ...{ injected: 2 * CALLED.length, readers: looksOf(readers) },
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
      cloud.clock.skip(ALARMS_REST);
      expect(cloud.ringing(), step).toEqual([]);
      await night.expectSame(folder);
    }
    tell({
      fault: "three time-outs in one step, a night for each step",
      ...{ injected: 3 * CALLED.length, readers: looksOf(readers) },
      run: "failed at the step; RunFailed and StepFailed of the step rang",
      next: "went through, same bytes; the alarms ended",
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
        readers.lookAtWrites();
        const next = await cloud.run({ asOf: night.asOf, public: true });
        expect(next.status).toBe("SUCCEEDED");
        await night.expectSame(folder);
        const injected = cloud.faults.injected.throttle;
        return {
          fault: `every call of ${service === "s3" ? "S3" : "DynamoDB"} throttled until the run gave up`,
          ...{ injected, readers: looksOf(readers) },
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
    // A day still to come would be refused.
    cloud.clock.skip(86_400);
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
      ...{ injected: 1, readers: looksOf(readers) },
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
      expect(waited, step).toBeLessThanOrEqual(26);
      await night.expectSame(folder);
      longest = Math.max(longest, waited);
    }
    tell({
      fault:
        "a run stopped and its function killed in the middle, in each step from Receive to Publish",
      ...{ injected: CALLED.length - 2, readers: looksOf(readers), run: "was stopped" },
      next: `began at most ${longest.toFixed(1)} minutes later, when the lease had ended; went through, same bytes`,
    });
  });
});

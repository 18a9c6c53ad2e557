import { expect } from "vitest";
import type { Cloud } from "../cloud/cloud.ts";
import { failed } from "../cloud/functions/lambda-process.ts";
import {
  ALARMS_REST,
  invocations,
  lastRun,
  notices,
  readers,
  redriven,
  ringing,
  type Stage,
  started,
  today,
  withhold,
} from "./operator.ts";

/** Runs as a whole: redrive and lease. */
export function rehearseRuns({ rehearse, rehearseLong }: Stage): void {
  rehearse(
    "Run failed",
    "a redrive goes on with the step that stopped, by the definition of the run and the functions of now",
    async (cloud) => {
      const before = await readers(cloud);
      const repair = cloud.lambdas.intercept(cloud.functionOf("release").arn, () =>
        Promise.resolve(failed("TypeError", "a fault in the code")),
      );
      const run = await started(cloud);
      expect(run).toMatchObject({ status: "FAILED", error: "TypeError" });
      expect(ringing(cloud)).toEqual(["run-failed", "release-failed"]);
      expect(await notices(cloud)).toEqual([
        expect.stringMatching(/stopped in the step “Release”\. The figures are still those of/),
      ]);
      expect(await readers(cloud)).toEqual(before);

      repair();
      const machine = cloud.machineOf("Run");
      const { DefinitionString } = machine.properties as { DefinitionString: string };
      const other = { StartAt: "No", States: { No: { Type: "Fail", Error: "OtherDefinition" } } };
      cloud.machines.update(
        machine.arn,
        JSON.stringify({ ...(JSON.parse(DefinitionString) as object), ...other }),
      );
      const invoked = invocations(cloud);
      expect((await redriven(cloud, run)).status).toBe("SUCCEEDED");
      expect(invoked()).toEqual(["Release", "Lease"]);
      expect((await readers(cloud)).staff?.asOf).toBe(today(cloud));
      expect(await notices(cloud)).toEqual([]);
      expect(await started(cloud)).toMatchObject({ status: "FAILED", error: "OtherDefinition" });
      cloud.machines.update(machine.arn, DefinitionString);
      expect((await started(cloud)).status).toBe("SUCCEEDED");
    },
  );

  rehearseLong(
    "Run failed",
    "a run that is redriven after another went through stops with LeaseLost, and that one’s edition holds",
    async (cloud) => {
      const day = today(cloud);
      const repair = withhold(cloud, "release", "s3:PutObject", "/editions/");
      const run = await started(cloud);
      expect(run.error).toMatch(/AccessDenied/);
      repair();
      cloud.clock.skip(86_400);
      expect((await started(cloud)).status).toBe("SUCCEEDED");
      const held = await readers(cloud);
      expect(await redriven(cloud, run)).toMatchObject({ status: "FAILED", error: "LeaseLost" });
      expect(await readers(cloud)).toEqual(held);
      // The alarms ring once more.
      expect(ringing(cloud)).toEqual(["run-failed", "release-failed"]);
      expect(await notices(cloud)).toEqual([]);
      expect(held.staff?.editions.map(({ asOf }) => asOf)).not.toContain(day);
      expect((await started(cloud, { asOf: day })).status).toBe("SUCCEEDED");
      const { staff } = await readers(cloud);
      expect(staff?.editions.map(({ asOf }) => asOf)).toContain(day);
      expect(staff?.edition).toBe(held.staff?.edition);
    },
  );

  rehearseLong(
    "Take the lease failed",
    "a run waits four hours for one that hangs, and goes through once that was stopped",
    async (cloud) => {
      const hanging = hang(cloud);
      const first = cloud.machines.start({
        ...{ machineArn: cloud.machineOf("Run").arn, caller: null },
      });
      const waiting = await cloud.run();
      expect(waiting).toMatchObject({ status: "FAILED", error: "LeaseHeld" });
      const minutes = (waiting.stopDate!.getTime() - waiting.startDate.getTime()) / 60_000;
      expect(minutes).toBeGreaterThanOrEqual(240);
      expect(minutes).toBeLessThan(256);
      expect(cloud.machines.execution(first.executionArn).status).toBe("RUNNING");
      cloud.machines.stop(first.executionArn);
      hanging.end();
      await cloud.quiet();
      expect(ringing(cloud)).toContain("take-the-lease-failed");
      cloud.clock.skip(25 * 60);
      const invoked = invocations(cloud);
      expect((await redriven(cloud, waiting)).status).toBe("SUCCEEDED");
      expect(invoked()[0]).toBe("Lease");
      expect(invoked()[1]).toBe("Receive");
    },
  );

  rehearse(
    "Take the lease failed",
    "an input with a slip of the pen is refused at once by its name",
    async (cloud) => {
      const from = cloud.clock.now().getTime();
      const run = await started(cloud, { acceptRemoval: true });
      expect(run.status).toBe("FAILED");
      expect(run.cause).toContain("acceptRemoval");
      expect(run.stopDate!.getTime() - from).toBeLessThan(60_000);
      expect(ringing(cloud)).toEqual(["run-failed", "take-the-lease-failed"]);
      expect((await started(cloud, { acceptRemovals: true })).status).toBe("SUCCEEDED");
      cloud.clock.skip(ALARMS_REST);
      expect(ringing(cloud)).toEqual([]);
    },
  );

  rehearseLong(
    "Give back the lease failed",
    "readers have the editions all the same, and a redrive ends the run",
    async (cloud) => {
      const lease = cloud.functionOf("lease").arn;
      const repair = cloud.lambdas.intercept(lease, (payload, run) =>
        (payload as { phase: string }).phase === "give-back"
          ? Promise.resolve(failed("AccessDeniedException", "no table"))
          : run(payload),
      );
      const run = await started(cloud);
      expect(run.error).toBe("AccessDeniedException");
      expect(ringing(cloud)).toEqual(["run-failed", "give-back-the-lease-failed"]);
      expect((await readers(cloud)).staff?.asOf).toBe(today(cloud));
      repair();
      const invoked = invocations(cloud);
      expect((await redriven(cloud, run)).status).toBe("SUCCEEDED");
      expect(invoked()).toEqual(["Lease"]);
      expect(await notices(cloud)).toEqual([]);
      expect(lastRun(cloud)).toBe(run);
    },
  );
}

/** Has each try of Receive and of Assemble hold the lease and run for fourteen minutes; of each step the ninth goes through. */
function hang(cloud: Cloud): { end(): void } {
  let isOver = false;
  const steps = ["receive", "assemble"].map((handler) => {
    let tries = 0;
    return cloud.lambdas.intercept(cloud.functionOf(handler).arn, async (payload, run) => {
      const result = await run(payload);
      tries += 1;
      for (let minute = 0; minute < 14 && !isOver; minute += 1) await minutePassed(cloud);
      const isLast = isOver || tries === 9;
      return isLast ? result : failed("TryAgain", "a service was too busy, slow or away");
    });
  });
  return {
    end() {
      isOver = true;
      for (const remove of steps) remove();
    },
  };
}

/** Lets a minute pass in which others go on, although a call is under way. */
async function minutePassed(cloud: Cloud): Promise<void> {
  const before = cloud.lambdas.invocations.length;
  // Whoever waits for a minute has begun to.
  await new Promise((resolve) => setTimeout(resolve, 5));
  cloud.clock.skip(61);
  for (let look = 0; look < 200 && cloud.lambdas.invocations.length === before; look += 1) {
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
}

import { createHash } from "node:crypto";
import { expect } from "vitest";
import { failed } from "../cloud/functions/lambda-process.ts";
import {
  again,
  calls,
  invocations,
  jsonIn,
  lastRun,
  readers,
  redriven,
  ringing,
  type Stage,
  started,
  today,
  upload,
  withhold,
} from "./operator.ts";

const OUT_OF_MEMORY = failed("Runtime.ExitError", "RequestId: 1 Error: Runtime exited");

/** The steps of a run, one after the other. */
export function rehearseSteps({ rehearse, rehearseLong }: Stage): void {
  rehearseLong(
    "Receive failed",
    "what was copied in part is received whole by the redrive",
    async (cloud) => {
      const before = await readers(cloud);
      const repair = withhold(cloud, "receive", "s3:GetObject", "/cast/plans.csv");
      await upload(cloud, {
        "goals.csv": again("goals.csv", 2),
        "plans.csv": again("plans.csv", 2),
      });
      const run = lastRun(cloud);
      expect([run.status, run.name.slice(0, 7)]).toEqual(["FAILED", "upload-"]);
      expect(`${run.error} ${run.cause}`).toContain("AccessDenied");
      expect(ringing(cloud)).toEqual(["run-failed", "receive-failed"]);
      expect(await readers(cloud)).toEqual(before);
      repair();
      const count = calls(cloud);
      expect((await redriven(cloud, run)).status).toBe("SUCCEEDED");
      for (const file of ["goals.csv", "plans.csv"]) {
        expect(count("s3:GetObject", `/cast/${file}`)).toBeGreaterThan(0);
        expect(await cloud.records.size(`raw/cast/${sha256(again(file, 2))}`)).not.toBeNull();
      }
      expect((await readers(cloud)).staff?.asOf).toBe(today(cloud));
    },
  );

  rehearseLong(
    "Read files failed",
    "the Map Run shows the batch, and a redrive reads that one alone",
    async (cloud) => {
      const files = ["plans.csv", "goals.csv", "reviews.csv"];
      const bad = sha256(again("goals.csv", 3));
      const repair = cloud.lambdas.intercept(cloud.functionOf("read").arn, (payload, run) =>
        JSON.stringify(payload).includes(bad) ? Promise.resolve(OUT_OF_MEMORY) : run(payload),
      );
      await upload(cloud, Object.fromEntries(files.map((file) => [file, again(file, 3)])));
      const run = lastRun(cloud);
      expect(run.status).toBe("FAILED");
      expect(ringing(cloud)).toEqual(["run-failed", "read-files-failed"]);
      const batches = cloud.machines.batchesOf(run.arn);
      expect(batches).toHaveLength(2);
      const stopped = batches.filter(({ status }) => status === "FAILED");
      expect(stopped).toHaveLength(1);
      expect(stopped[0]?.error).toBe("Runtime.ExitError");
      expect(JSON.stringify(stopped[0]?.input)).toContain(bad);
      repair();
      const invoked = invocations(cloud);
      expect((await redriven(cloud, run)).status).toBe("SUCCEEDED");
      expect(invoked().filter((handler) => handler === "Read")).toHaveLength(1);
      expect(invoked()).not.toContain("Receive");
    },
  );

  rehearseLong(
    "Assemble failed",
    "the version before is in force until the redrive",
    async (cloud) => {
      const version = () => jsonIn(cloud.records, "conformed/cast/latest.json");
      const before = await version();
      const repair = cloud.lambdas.intercept(cloud.functionOf("assemble").arn, () =>
        Promise.resolve(OUT_OF_MEMORY),
      );
      await upload(cloud, { "reviews.csv": withoutLast(again("reviews.csv")) });
      const run = lastRun(cloud);
      expect(run).toMatchObject({ status: "FAILED", error: "Runtime.ExitError" });
      expect(ringing(cloud)).toEqual(["run-failed", "assemble-failed"]);
      expect(await version()).toEqual(before);
      expect(await cloud.records.list(`runs/cast/${run.name}/`)).not.toEqual([]);
      repair();
      expect((await redriven(cloud, run)).status).toBe("SUCCEEDED");
      expect(await version()).not.toEqual(before);
    },
  );

  rehearseLong(
    "Measure schools failed",
    "the log names the school, and a redrive counts that one alone",
    async (cloud) => {
      const before = await readers(cloud);
      const { version } = (await jsonIn<{ version: string }>(
        cloud.records,
        "conformed/cast/latest.json",
      ))!;
      const { schools } = (await jsonIn<Manifest>(
        cloud.records,
        `conformed/cast/manifests/${version}.json`,
      ))!;
      const { id, partitions } = schools[0]!;
      const { name, hash } = partitions.find(({ table }) => table === "enrollment")!;
      const key = `conformed/cast/${name}/${hash}.arrow`;
      const bytes = await cloud.records.get(key);
      await cloud.records.put(key, Buffer.from("poisoned"));
      const run = await started(cloud);
      expect(run.status).toBe("FAILED");
      expect(ringing(cloud)).toEqual(["run-failed", "measure-schools-failed"]);
      expect(cloud.machines.batchesOf(run.arn)[0]?.error).toBe("SchoolFailed");
      expect(cloud.lambdas.log.filter((line) => line.includes("school not measured"))).toEqual([
        expect.stringContaining(`"school":"${id}"`),
      ]);
      expect(await readers(cloud)).toEqual(before);
      await cloud.records.put(key, bytes!);
      expect((await redriven(cloud, run)).status).toBe("SUCCEEDED");
      expect((await readers(cloud)).staff?.asOf).toBe(today(cloud));
    },
  );

  rehearseLong(
    "Measure schools failed",
    "a mandate that nobody knows is named, and a new run has the one that was deployed",
    async (cloud) => {
      const machine = cloud.machineOf("Run");
      const { DefinitionString } = machine.properties as { DefinitionString: string };
      const wrong = DefinitionString.replaceAll("effective-practice", "effective-practise");
      expect(wrong).not.toBe(DefinitionString);
      cloud.machines.update(machine.arn, wrong);
      const run = await started(cloud);
      expect(run.status).toBe("FAILED");
      expect(ringing(cloud)).toEqual(["run-failed", "measure-schools-failed"]);
      expect(cloud.machines.batchesOf(run.arn)[0]?.cause).toContain("no mandate profile");
      cloud.machines.update(machine.arn, DefinitionString);
      // A redrive has the definition of before.
      expect((await redriven(cloud, run)).status).toBe("FAILED");
      expect((await started(cloud)).status).toBe("SUCCEEDED");
    },
  );

  rehearseLong(
    "Release failed",
    "counts that are not there are counted by a new run",
    async (cloud) => {
      const { arn } = cloud.functionOf("release");
      const before = await readers(cloud);
      const repair = cloud.lambdas.intercept(arn, async (payload, run) => {
        await cloud.records.delete(await cloud.records.list("counts/cast/"));
        return run(payload);
      });
      const run = await started(cloud);
      expect(run.cause).toContain("no counts under");
      expect(ringing(cloud)).toEqual(["run-failed", "release-failed"]);
      expect(await readers(cloud)).toEqual(before);
      repair();
      expect((await started(cloud)).status).toBe("SUCCEEDED");
      expect((await readers(cloud)).staff?.asOf).toBe(today(cloud));
    },
  );

  rehearseLong(
    "Release failed",
    "a drawing that was lost is restored from its versions",
    async (cloud) => {
      const { open } = await readers(cloud);
      const key = `protection/cast/2021-22/${open?.release}.json`;
      const bytes = await cloud.records.get(key);
      await cloud.records.delete([key]);
      const run = await started(cloud, { public: true });
      expect(run.cause).toContain("no drawing under");
      expect(ringing(cloud)).toEqual(["run-failed", "release-failed"]);
      await cloud.records.put(key, bytes!);
      expect((await redriven(cloud, run)).status).toBe("SUCCEEDED");
      expect((await readers(cloud)).open?.asOf).toBe(today(cloud));
    },
  );

  rehearse("Publish failed", "readers have the release before until the redrive", async (cloud) => {
    const before = await readers(cloud);
    const repair = withhold(cloud, "publish", "s3:PutObject", ":::ilpstorage-public");
    const run = await started(cloud, { public: true });
    expect(run.error).toMatch(/AccessDenied/);
    expect(ringing(cloud)).toEqual(["run-failed", "publish-failed"]);
    expect((await readers(cloud)).open).toEqual(before.open);
    repair();
    const invoked = invocations(cloud);
    expect((await redriven(cloud, run)).status).toBe("SUCCEEDED");
    expect(invoked()).toEqual(["Publish", "Lease"]);
    expect((await readers(cloud)).open?.asOf).toBe(today(cloud));
  });
}

interface Manifest {
  readonly schools: readonly {
    readonly id: string;
    readonly partitions: readonly {
      readonly table: string;
      readonly name: string;
      readonly hash: string;
    }[];
  }[];
}

const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

const withoutLast = (bytes: Uint8Array): Buffer =>
  Buffer.from(
    `${Buffer.from(bytes).toString().trimEnd().split(/\r?\n/).slice(0, -1).join("\r\n")}\r\n`,
  );

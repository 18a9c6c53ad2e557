import { afterEach, describe, expect, it } from "vitest";
import { CAST_DAY, CAST_EXPORTS } from "../support/local-district.ts";
import { startCloud, type Cloud, type CloudOptions } from "./cloud/cloud.ts";
import { drop, knowSecret } from "./cloud/drop.ts";

const clouds: Cloud[] = [];
afterEach(async () => {
  for (const cloud of clouds.splice(0)) await cloud.close();
});
async function cloudWithCast(options: CloudOptions = {}): Promise<Cloud> {
  const cloud = await startCloud(options);
  clouds.push(cloud);
  await knowSecret(cloud);
  await drop(cloud, CAST_EXPORTS);
  cloud.clock.skip(3600);
  return cloud;
}

describe("a night under the permissions of the stacks", { timeout: 60_000 }, () => {
  it("goes through", async () => {
    const t = performance.now();
    const cloud = await cloudWithCast();
    console.log("up", performance.now() - t);
    const run = await cloud.run({ asOf: CAST_DAY });
    console.log("run", performance.now() - t);
    console.log(run.status, run.error, run.cause);
    console.log(cloud.authority.journal.filter((c) => !c.isAllowed).slice(0, 20));
    console.log(cloud.lambdas.log.slice(-20).join("\n").slice(0, 4000));
    console.log(cloud.authority.journal.length);
    expect(run.status).toBe("SUCCEEDED");
  });
});

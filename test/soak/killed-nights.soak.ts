import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ComparedNights } from "../infra/cloud/compared-nights.ts";
import { failed } from "../infra/cloud/functions/lambda-process.ts";
import { type Kills, killAtEachWrite, redrivenToEnd } from "../infra/cloud/kills.ts";
import { clouds } from "../infra/cloud/night.ts";
import { killAtWrite } from "../infra/cloud/trouble.ts";
import { type NotedWrites, noteWrites } from "../infra/cloud/writes.ts";
import { faultTable, type FaultRow, looksOf } from "../support/fault-table.ts";
import { CAST_DAY } from "../support/local-district.ts";
import { scratchFolderOfAll } from "../support/scratch-folder.ts";

const { empty } = clouds();
const scratch = scratchFolderOfAll();
const rows: FaultRow[] = [];
afterAll(() => console.log(`\n${faultTable(rows)}\n`));

const OF_NIGHT = ["lease", "receive", "read", "assemble", "measure", "release", "publish"];
const ALL = ["arrive", ...OF_NIGHT, "watch"];
const SAME = "went through, same bytes";

async function nights(): Promise<ComparedNights> {
  return ComparedNights.of(await empty({ startAt: new Date(`${CAST_DAY}T10:00:00Z`) }), scratch);
}

/** Has the next run fail once, so that Watch is called. */
function failOnce({ cloud }: ComparedNights): void {
  const remove = cloud.lambdas.intercept(cloud.functionOf("publish").arn, () => {
    remove();
    return Promise.resolve(failed("Error", "fails once"));
  });
}

/** What a first night writes, and what a night with a change writes after it, where nothing is killed. */
async function written(): Promise<{ readonly first: NotedWrites; readonly changed: NotedWrites }> {
  const night = await nights();
  const { cloud } = night;
  const ended = () => redrivenToEnd(cloud);
  failOnce(night);
  const first = noteWrites(cloud, ALL);
  await night.first(ended);
  first.stop();
  failOnce(night);
  const changed = noteWrites(cloud, ALL);
  await night.expectSame((await night.changed(ended)).folder);
  changed.stop();
  return { first, changed };
}

/** Expects a kill before and after each object and item, and tells of them by function. */
function expectKilled(noted: NotedWrites, ...all: readonly Kills[]): string {
  const [missed = [], ...more] = all.map((kills) => kills.missedOf(noted));
  expect(missed.filter((name) => more.every((other) => other.includes(name)))).toEqual([]);
  const killsOf = (handler: string) =>
    all.reduce((sum, { counts }) => sum + (counts[handler] ?? 0), 0);
  for (const [handler, { requests }] of Object.entries(noted.sums)) {
    // Before each request is a kill of its own.
    expect(killsOf(handler), handler).toBeGreaterThanOrEqual(requests);
  }
  return Object.entries(noted.sums)
    .map(([handler, { entries }]) => `${handler} ${entries}: ${killsOf(handler)}`)
    .join(", ");
}

const told = (kills: Kills) => (redrives: number) => {
  if (redrives % 10 === 0) console.log(`${redrives} redrives: ${JSON.stringify(kills.counts)}`);
};

describe("functions that are killed at their writes", () => {
  let counted: Awaited<ReturnType<typeof written>>;
  beforeAll(async () => {
    counted = await written();
    console.log("a first night:", counted.first.sums);
    console.log("a night with a change:", counted.changed.sums);
  });

  it("are all met, each with what it writes", () => {
    const { first, changed } = counted;
    expect(Object.keys(first.sums).sort()).toEqual([...ALL].sort());
    expect(first.entries.size).toBeGreaterThan(300);
    expect(Object.keys(changed.sums).sort()).toEqual([...OF_NIGHT, "watch"].sort());
    expect(changed.entries.size).toBeGreaterThan(130);
  });

  it.concurrent("at each write of an upload's first night, before and after", async () => {
    const night = await nights();
    const { cloud, readers } = night;
    const kills = killAtEachWrite(cloud, ALL);
    readers.lookAtWrites();
    let redrives = 0;
    await night.first(async () => (redrives = await redrivenToEnd(cloud, told(kills))));
    kills.stop();
    // Once the version is in force, another try leaves it to the next night to note which files are good.
    const again = killAtEachWrite(cloud, ["assemble"]);
    readers.lookAtWrites();
    const next = await night.changed(() => redrivenToEnd(cloud));
    again.stop();
    expect(next.status).toBe("SUCCEEDED");
    await night.expectSame(next.folder);
    const functions = expectKilled(counted.first, kills, again);
    const last = await night.changed();
    expect(last.status).toBe("SUCCEEDED");
    await night.expectSame(last.folder);
    rows.push({
      fault: `a first night, and Assemble in the next: each function killed before and after each object and each item of the table that it writes (objects and items: kills; ${functions})`,
      ...{ injected: kills.total + again.total, readers: looksOf(readers) },
      run: `stopped at each third kill of a step; redriven ${redrives} times: ${SAME}`,
      next: SAME,
    });
  });

  it.concurrent("at each write of a night with a change, before and after", async () => {
    const night = await nights();
    const { cloud, readers } = night;
    await night.first();
    const kills = killAtEachWrite(cloud, ALL);
    readers.lookAtWrites();
    let redrives = 0;
    const { folder, status } = await night.changed(async () => {
      redrives += await redrivenToEnd(cloud, told(kills));
    });
    kills.stop();
    expect(status).toBe("SUCCEEDED");
    await night.expectSame(folder);
    // The file and the manifest beside it are noted together; once the file is, the manifest is noted no more.
    const again = killAtEachWrite(cloud, ["receive"], "all-done");
    readers.lookAtWrites();
    const second = await night.changed(() => redrivenToEnd(cloud));
    again.stop();
    expect(second.status).toBe("SUCCEEDED");
    await night.expectSame(second.folder);
    const functions = expectKilled(counted.changed, kills, again);
    const next = await night.changed();
    expect(next.status).toBe("SUCCEEDED");
    await night.expectSame(next.folder);
    rows.push({
      fault: `a night with a change: each function killed before and after each object and each item of the table that it writes (objects and items: kills; ${functions})`,
      ...{ injected: kills.total + again.total, readers: looksOf(readers) },
      run: `stopped at each third kill of a step; redriven ${redrives} times: ${SAME}`,
      next: SAME,
    });
  });

  it.concurrent("twice in each function: a run goes through by itself", async () => {
    const writes = [1, 2, 3, 5, 8, 13, 21, 34, 55];
    const night = await nights();
    const { cloud, readers } = night;
    await night.first();
    const { injected } = cloud.faults;
    for (const write of writes) {
      for (const handler of OF_NIGHT) {
        // The next try is killed too, once it has done as many writes.
        killAtWrite(cloud, handler, write, "before", () =>
          killAtWrite(cloud, handler, write, "after"),
        );
      }
      readers.lookAtWrites();
      const { folder, status } = await night.changed();
      expect(status, `write ${write}`).toBe("SUCCEEDED");
      await night.expectSame(folder);
      console.log(`write ${write}: ${injected["cut-before"] + injected["cut-after"]} kills so far`);
    }
    const killed = injected["cut-before"] + injected["cut-after"];
    expect(killed).toBeGreaterThan(50);
    rows.push({
      fault: `each function killed before its write number ${writes.join(", ")}, and its next try after as many; a night for each number`,
      ...{ injected: killed, readers: looksOf(readers), run: SAME, next: SAME },
    });
  });
});

import { afterAll, describe, expect, it } from "vitest";
import { ComparedNights } from "../infra/cloud/compared-nights.ts";
import { type Kills, killAtEachWrite, redrivenToEnd } from "../infra/cloud/kills.ts";
import { clouds } from "../infra/cloud/night.ts";
import { killAtWrite } from "../infra/cloud/trouble.ts";
import { faultTable, type FaultRow, looksOf } from "../support/fault-table.ts";
import { CAST_DAY } from "../support/local-district.ts";
import { scratchFolderOfAll } from "../support/scratch-folder.ts";

const { empty } = clouds();
const scratch = scratchFolderOfAll();
const rows: FaultRow[] = [];
afterAll(() => console.log(`\n${faultTable(rows)}\n`));

const HANDLERS = ["lease", "receive", "read", "assemble", "measure", "release", "publish"];
const SAME = "went through, same bytes";

async function nights(): Promise<ComparedNights> {
  return ComparedNights.of(await empty({ startAt: new Date(`${CAST_DAY}T10:00:00Z`) }), scratch);
}

const told = (kills: Kills) => (redrives: number) =>
  console.log(`${redrives} redrives, kills: ${JSON.stringify(kills.counts)}`);

/** Batches of Read and of Measure, and calls of Arrive, are at work together and are killed together. */
const byHandler = ({ counts }: Kills): string =>
  Object.entries(counts)
    .map(([handler, count]) => `${handler} ${count}`)
    .join(", ");

/** Each function was killed at least as often as it has objects to write. */
function expectKilled({ counts }: Kills, least: Readonly<Record<string, number>>): void {
  for (const [handler, count] of Object.entries(least)) {
    expect(counts[handler], handler).toBeGreaterThanOrEqual(count);
  }
}

describe("functions that are killed at their writes", () => {
  it("at each object of an upload's first night", async () => {
    const night = await nights();
    const { cloud, readers } = night;
    const kills = killAtEachWrite(cloud, ["arrive", ...HANDLERS], "before");
    readers.lookAtWrites();
    let redrives = 0;
    await night.first(async () => (redrives = await redrivenToEnd(cloud, told(kills))));
    expectKilled(kills, { arrive: 3, receive: 18, read: 9, assemble: 59, measure: 4 });
    expectKilled(kills, { lease: 3, release: 60, publish: 28 });
    const next = await night.changed();
    expect(next.status).toBe("SUCCEEDED");
    await night.expectSame(next.folder);
    rows.push({
      fault: `a first night: functions killed at each object that they write, and at writes of the table, in turn before and after (${byHandler(kills)})`,
      ...{ injected: kills.total, readers: looksOf(readers) },
      run: `stopped at each third kill of a step; redriven ${redrives} times: ${SAME}`,
      next: SAME,
    });
  });

  it("at each object of a night with a change, once before and once after", async () => {
    const night = await nights();
    const { cloud, readers } = night;
    await night.first();
    let redrives = 0;
    let injected = 0;
    for (const moment of ["before", "after"] as const) {
      const kills = killAtEachWrite(cloud, HANDLERS, moment);
      readers.lookAtWrites();
      const { folder, status } = await night.changed(async () => {
        redrives += await redrivenToEnd(cloud, told(kills));
      });
      expect(status).toBe("SUCCEEDED");
      await night.expectSame(folder);
      expectKilled(kills, { lease: 3, receive: 4, read: 1, assemble: 6, measure: 4 });
      expectKilled(kills, { release: 60, publish: 28 });
      injected += kills.total;
    }
    const next = await night.changed();
    expect(next.status).toBe("SUCCEEDED");
    await night.expectSame(next.folder);
    rows.push({
      fault:
        "two nights with a change: functions killed at each object that they write, and at writes of the table, in turn before and after, the other way round in the second night",
      ...{ injected, readers: looksOf(readers) },
      run: `stopped at each third kill of a step; redriven ${redrives} times: ${SAME}`,
      next: SAME,
    });
  });

  it("twice in each function: a run goes through by itself", async () => {
    const writes = [1, 2, 3, 5, 8, 13, 21, 34, 55];
    const night = await nights();
    const { cloud, readers } = night;
    await night.first();
    const { injected } = cloud.faults;
    for (const write of writes) {
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

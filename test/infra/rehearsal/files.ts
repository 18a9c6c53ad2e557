import { expect } from "vitest";
import { zipSync } from "fflate";
import { fromArrow } from "../../../functions/releases/files/arrow-rows.ts";
import { staffFiles } from "../../../functions/releases/tables/files.ts";
import type { Cloud } from "../cloud/cloud.ts";
import {
  again,
  DAY,
  exported,
  lastRun,
  notices,
  readers,
  ringing,
  type Stage,
  started,
  today,
  upload,
} from "./operator.ts";

const linesOf = (name: string) => exported(name).toString().split(/\r?\n/);
const ALL = linesOf("plans.csv").length - 2;
const first = (name: string, rows: number): Buffer =>
  Buffer.from(
    `${linesOf(name)
      .slice(0, rows + 1)
      .join("\r\n")}\r\n`,
  );
/** A file in which most of the plans are missing. */
const few = (rows: number): Buffer => first("plans.csv", rows);

/** What the data-quality page of staff says of the files in force. */
async function filesOf(cloud: Cloud, district = "cast") {
  const { staff } = await readers(cloud, district);
  const bytes = await cloud.records.get(`editions/staff/${district}/${staff?.edition}/files.arrow`);
  if (bytes === null) throw new Error("no table of files");
  return fromArrow(staffFiles, bytes);
}
/** What it says of plans, with the number of records. */
const plansIn = async (cloud: Cloud) =>
  (await filesOf(cloud))
    .filter(({ file }) => file.includes("plans"))
    .map(({ outcome, records }) => `${outcome}: ${records}`)
    .sort();

const notUsed = async (cloud: Cloud) =>
  (await filesOf(cloud))
    .filter(({ remedy }) => remedy !== "")
    .map(({ file, outcome }) => `${file}: ${outcome}`);

/** Files that need a person. */
export function rehearseFiles({ rehearse, rehearseLong }: Stage): void {
  rehearse(
    "Files waiting",
    "the version before stays in force until a run accepts the file",
    async (cloud) => {
      await upload(cloud, { "plans.csv": few(10) });
      expect(lastRun(cloud).status).toBe("SUCCEEDED");
      expect(ringing(cloud)).toEqual(["files-waiting"]);
      expect(await notices(cloud)).toEqual([expect.stringMatching(/plans\.csv would remove many/)]);
      expect(await plansIn(cloud)).toEqual([`used: ${ALL}`, "waiting: 10"]);
      // The next morning it still waits, and still rings.
      cloud.clock.skip(DAY);
      expect(await cloud.morning()).toMatchObject({ outcome: "started" });
      await cloud.quiet();
      expect(ringing(cloud)).toEqual(["files-waiting"]);

      // A broken file comes after the look, and the run that accepts is the first to read it.
      const arrive = cloud.functionOf("arrive").arn;
      const followsAgain = cloud.lambdas.intercept(arrive, (payload, run) =>
        (payload as { phase: string }).phase === "settle"
          ? Promise.resolve({ payload: { isToStart: false, name: "none" } })
          : run(payload),
      );
      await upload(cloud, { "reviews.csv": first("reviews.csv", 5) });
      followsAgain();
      expect((await started(cloud, { acceptRemovals: true })).status).toBe("SUCCEEDED");
      expect(await plansIn(cloud)).toEqual(["used: 10"]);
      expect(await notices(cloud)).toEqual([
        expect.stringMatching(/reviews\.csv would remove many/),
      ]);

      expect((await started(cloud, { acceptRemovals: true })).status).toBe("SUCCEEDED");
      expect(await notices(cloud)).toEqual([]);
      cloud.clock.skip(DAY);
      await cloud.morning();
      await cloud.quiet();
      expect(ringing(cloud)).toEqual([]);
    },
  );

  rehearseLong(
    "Files waiting",
    "a whole file that is sent again takes its place by itself",
    async (cloud) => {
      await upload(cloud, { "plans.csv": again("plans.csv") });
      await upload(cloud, { "plans.csv": few(12) });
      expect(ringing(cloud)).toEqual(["files-waiting"]);
      await upload(cloud, { "plans.csv": again("plans.csv", 2) });
      expect(await plansIn(cloud)).toEqual([`used: ${ALL}`]);
      expect(await notices(cloud)).toEqual([]);
      cloud.clock.skip(DAY);
      await started(cloud);
      expect(ringing(cloud)).toEqual([]);
    },
  );
}

export function rehearseUnfinished({ rehearse }: Stage): void {
  rehearse(
    "Files unfinished",
    "a partial file is never used, and told of once it is a day old",
    async (cloud) => {
      const key = "cast/plans.csv.filepart";
      const plans = await plansIn(cloud);
      await upload(cloud, { "plans.csv.filepart": few(12) });
      await started(cloud);
      expect(ringing(cloud)).toEqual([]);
      cloud.clock.skip(DAY);
      await started(cloud);
      expect(ringing(cloud)).toEqual(["files-unfinished"]);
      expect(await plansIn(cloud)).toEqual(plans);
      await cloud.inbox.delete([key]);
      cloud.clock.skip(DAY);
      await started(cloud);
      expect(ringing(cloud)).toEqual([]);
    },
  );
}

/** Comes last: a file that nobody knows stays one. */
export function rehearseUnusable({ rehearseLong }: Stage): void {
  rehearseLong(
    "Files not usable",
    "the run goes on with the other files, and the last good version holds",
    async (cloud) => {
      const zip = Buffer.from(zipSync({ "goals.csv": exported("goals.csv") })).subarray(0, 500);
      const reviews = exported("reviews.csv").toString();
      await upload(cloud, {
        "export.zip": zip,
        "lunch.csv": Buffer.from("menu,price\r\npasta,4\r\nrice,3\r\n"),
        "reviews.csv": Buffer.from(reviews.replace("\n", '\n"')),
      });
      const run = lastRun(cloud);
      expect(run.status).toBe("SUCCEEDED");
      expect(ringing(cloud)).toEqual(["files-not-usable"]);
      expect((await readers(cloud)).staff?.asOf).toBe(today(cloud));
      expect(await notUsed(cloud)).toEqual([
        "reviews.csv: unreadable",
        "a file of no known format: not-recognized",
      ]);
      expect(await notices(cloud)).toEqual([
        "The file reviews.csv could not be read to its end.",
        "The file lunch.csv was not recognized.",
      ]);
      expect(cloud.lambdas.log.filter((line) => line.includes('"unreadable":1'))).toHaveLength(1);
      await upload(cloud, { "reviews.csv": again("reviews.csv", 3) });
      expect(await notUsed(cloud)).toEqual(["a file of no known format: not-recognized"]);
      // Nothing rests on a file that nobody knows: it is told of once.
      cloud.clock.skip(2 * DAY);
      await started(cloud);
      expect(ringing(cloud)).toEqual([]);
    },
  );
}

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { StudentPage } from "../../../functions/console/student-page/student-page.ts";
import { studentKeys } from "../../../functions/hashing/student-keys.ts";
import { accessSecret } from "../../../functions/pipeline/console/access-log.ts";
import { consoleAnswer } from "../../../functions/pipeline/console/routes/console-answer.ts";
import { castWithMoreRecords } from "../../independent/cast-with-more-records.ts";
import { requestOf, textOf, valueOf } from "../../support/asked-console.ts";
import {
  CAST,
  CAST_DAY,
  freshPlaces,
  ingestPath,
  publishDay,
  type MemoryPlaces,
} from "../../support/local-district.ts";
import { setStaff, staffRow } from "../../support/staff-of.ts";

describe("the last review on the page of a student", { timeout: 60_000 }, () => {
  let places: MemoryPlaces;
  beforeAll(async () => {
    const folder = await mkdtemp(join(tmpdir(), "ilp-signed-"));
    try {
      places = await freshPlaces();
      await ingestPath(places, await castWithMoreRecords(folder));
    } finally {
      await rm(folder, { recursive: true });
    }
    await publishDay(places, CAST_DAY, CAST, "staff-only");
    await setStaff(places, [
      staffRow("L-1", "district-leader"),
      staffRow("P-MS", "principal", ["CAST-MS"]),
    ]);
  }, 60_000);

  /** What the timeline says of the reviews that were held, in the order of days. */
  const reviewsOf = async (student: string): Promise<readonly string[]> => {
    const { keyOf } = studentKeys(await accessSecret(places.records, CAST));
    const answer = await consoleAnswer(
      places,
      { district: CAST, staff: "L-1", isDemo: false, through: "console" },
      requestOf("/console/student", "2022-03-16T08:00:00.000Z", { student: keyOf(student) }),
    );
    return ((await valueOf<StudentPage>(answer)).plans?.timeline ?? [])
      .filter(({ what }) => what === "Review held")
      .map(({ on, about }) => `${on} ${about}`);
  };

  it.each([
    // Two reviews on one day are one, and one of them says it.
    ["C-0413", [/^2021-10-12 with .+, signed on the same day$/]],
    ["C-0425", [/^2021-11-03 with .+, signed on December 3, 2021, 30 days later$/]],
    ["C-0424", [/^2021-11-03 with .+, signed on December 4, 2021, 31 days later$/]],
    // Signed the day before the review.
    ["C-0410", [/^2021-11-03 with .+, not signed 132 days later$/]],
    // The plan is a draft, and so has no review to sign.
    ["C-0405", []],
  ])("of %s says when it was signed, or that it is not", async (student, words) => {
    const said = (await reviewsOf(student)).filter((review) => /signed|signature/.test(review));
    expect(said).toEqual(words.map((each) => expect.stringMatching(each) as string));
    expect(await reviewsOf(student)).not.toEqual([]);
  });

  it("is counted by days for the schools that a reader sees exactly alone", async () => {
    const linesFor = async (staff: string): Promise<readonly string[]> => {
      const ask = async (path: string) =>
        textOf(
          await consoleAnswer(
            places,
            { district: CAST, staff, isDemo: false, through: "console" },
            requestOf(path, "2022-03-16T09:00:00.000Z"),
          ),
        );
      const { path } = JSON.parse(await ask("/data/cast/latest.json")) as { path: string };
      const table = await ask(`/data/cast/${path}review-signatures.csv`);
      return table.trim().split(/\r?\n/).slice(1);
    };
    expect(await linesFor("L-1")).toHaveLength(5);
    const own = await linesFor("P-MS");
    expect(own).toEqual([expect.stringMatching(/^school,CAST-MS,/)]);
    expect(await linesFor("L-1")).toContain(own[0]);
  });
});

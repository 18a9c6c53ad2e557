import { appendFileSync, cpSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { explain } from "../../../functions/pipeline/worklist/explain.ts";
import { explanationText } from "../../../functions/cli/text/explanation-text.ts";
import { day } from "../../../functions/domain/calendar/day.ts";
import { studentId } from "../../../functions/domain/ids.ts";
import {
  CAST,
  CAST_DAY,
  CAST_EXPORTS,
  EFFECTIVE_PRACTICE,
  freshPlaces,
  ingestPath,
} from "../../support/local-district.ts";
import { scratchFolder } from "../../support/scratch-folder.ts";

describe("ilp explain", () => {
  it("shows the records of every school year held, which of them count, and which one decided or is lacking", async () => {
    const exports = join(scratchFolder(), "exports");
    cpSync(CAST_EXPORTS, exports, { recursive: true });
    // Cedrane's plan and review of last year; this year's review was missed.
    appendFileSync(
      join(exports, "plans.csv"),
      "CP-OLD,C-0403,ILP,2021,closed,2020-09-10,2021-06-10,K-71\n",
    );
    appendFileSync(join(exports, "reviews.csv"), "CR-OLD,CP-OLD,held,,2020-11-20,student,,\n");
    const places = await freshPlaces();
    await ingestPath(places, exports);
    const of = (student: string) =>
      explain(places, CAST, studentId(student), CAST_DAY, EFFECTIVE_PRACTICE);

    const late = await of("C-0403");
    expect(
      late.plans.map(({ plan, schoolYear, isAccepted }) => [plan, schoolYear, isAccepted]),
    ).toEqual([
      ["CP-OLD", "2020-21", true],
      ["CP-0403", "2021-22", true],
    ]);
    const review = late.requirements.find(({ id }) => id === "review-1")!;
    expect(
      review.records.map(({ record, name, schoolYear, isCounted }) => [
        ...[record, name, schoolYear, isCounted],
      ]),
    ).toEqual([
      ["plan", "CP-OLD", "2020-21", true],
      ["review", "CR-OLD", "2020-21", false],
      ["plan", "CP-0403", "2021-22", true],
      ["review", "CR-0403-1", "2021-22", false],
    ]);
    expect(review.decidedBy).toBe("Decided by the absence of a review that counts.");
    const text = explanationText(late);
    for (const line of [
      "Plan CP-OLD (2020-21): ILP, closed, open from September 10, 2020 until June 10, 2021; the mandate accepts it",
      "Plans are on record from the school year 2021-22 on; anything earlier cannot be determined.",
      "    - review CR-OLD, November 20, 2020 (2020-21): does not count; held, of plan CP-OLD; before July 1, 2021, the first date that counts",
      "  Decided by the absence of a review that counts.",
    ]) {
      expect(text).toContain(`${line}\n`);
    }

    const held = await of("C-0402");
    const first = held.requirements.find(({ id }) => id === "review-1")!;
    expect(first.records.filter(({ isDeciding }) => isDeciding).map(({ name }) => name)).toEqual([
      "CR-0402-1",
    ]);
    expect(explanationText(held)).toContain(
      "    * review CR-0402-1, January 20, 2022 (2021-22): counts; held, of plan CP-0402\n",
    );
    expect(text).toContain("The exports have no file of: ");
    expect(text).toContain(". What only such a file would show cannot be determined.\n");

    const onDay = async (asOf: string) => {
      const told = await explain(places, CAST, studentId("C-0403"), day(asOf), EFFECTIVE_PRACTICE);
      return explanationText(told);
    };
    expect(await onDay("2021-06-30")).toContain(
      "Plans are on record from the school year 2020-21 on",
    );
    expect(await onDay("2020-06-30")).toContain(
      "There are no plans of the school year 2019-20 or before on record; what depends on them cannot be determined.\n",
    );
    expect(await onDay("2022-07-01")).toContain(
      "There are no plans of the school year 2022-23 on record;",
    );
  }, 60_000);
});

import { describe, expect, it } from "vitest";
import { day } from "../../../functions/domain/calendar/day.ts";
import { schoolYear } from "../../../functions/domain/calendar/school-year.ts";
import type { StudentId } from "../../../functions/domain/ids.ts";
import type { PlanDocument } from "../../../functions/domain/plans/plan.ts";
import { askedOnce } from "../../../functions/metrics/plans/asked-once.ts";
import { effectivePractice } from "../../../functions/mandates/rules/effective-practice.ts";

const MAY_20 = day("2022-05-20");

const documentOf = (student: string): PlanDocument => ({
  ...{ student: student as StudentId, schoolYear: schoolYear(2022) },
  ...{ plans: [], goals: [], actionSteps: [], reviews: [] },
});

/** Says how often it was worked out. */
function counted() {
  let times = 0;
  const answer = askedOnce((_mandate, documents, on) => {
    times++;
    return [documents.length, on, times];
  });
  return answer;
}

describe("askedOnce", () => {
  const [first, earlier, other] = [documentOf("1"), documentOf("1"), documentOf("2")];

  it("works out once what is asked again, also where the list of plans is made anew", () => {
    const answer = counted();
    const asked = answer(effectivePractice, [first, earlier], MAY_20);
    expect(asked).toEqual([2, MAY_20, 1]);
    expect(answer(effectivePractice, [first, earlier], MAY_20)).toBe(asked);
  });

  it("works it out again for another day, mandate, student or number of plans", () => {
    const answer = counted();
    answer(effectivePractice, [first], MAY_20);
    expect(answer(effectivePractice, [first], day("2022-05-21"))[2]).toBe(2);
    expect(answer({ ...effectivePractice }, [first], day("2022-05-21"))[2]).toBe(3);
    expect(answer(effectivePractice, [other], MAY_20)[2]).toBe(4);
    expect(answer(effectivePractice, [first, earlier], MAY_20)).toEqual([2, MAY_20, 5]);
  });

  it("has no answer for a student without plans", () => {
    expect(counted()(effectivePractice, [], MAY_20)).toEqual([]);
  });
});

import { describe, expect, it } from "vitest";
import { day } from "../../functions/domain/calendar/day.ts";
import { standingOf } from "../../functions/mandates/clock/answer.ts";
import { assess } from "../../functions/mandates/assess/assess.ts";
import { mayConvict, type FactStatus } from "../../functions/mandates/rules/cited.ts";
import { dutyChecklist } from "../../functions/mandates/clock/duty-checklist.ts";
import { MANDATES, mandateById } from "../../functions/mandates/rules/mandates.ts";
import type { Requirement } from "../../functions/mandates/rules/requirement.ts";
import { ASK_NOTHING, STUDENTS } from "./jurisdiction-students.ts";
import { caseOf } from "./told-student.ts";

describe.each(Object.entries(STUDENTS))("%s", (jurisdiction, students) => {
  const mandate = mandateById(jurisdiction);
  const answerOf = (student: (typeof students)[number]) =>
    assess(mandate, caseOf(student), day(student.asOf)).find(
      ({ requirement }) => requirement.id === student.requirement,
    );

  it.each(students)("a student $who: $requirement is $is on $asOf", (student) => {
    const answer = answerOf(student);
    expect(answer?.status, answer?.because).toBe(student.is);
    expect(answer?.because).toMatch(/^[A-Z0-9].*[.]$/s);
  });

  it("is told by three students or more: one who meets it, one neither, and one who does not where it may say so", () => {
    expect(students.length).toBeGreaterThanOrEqual(3);
    const standings = new Set(students.map((student) => standingOf(answerOf(student)!)));
    expect(standings).toContain("met");
    expect(standings.has("not-applicable") || standings.has("not-determinable")).toBe(true);
    expect(standings.has("not-met")).toBe(mandate.requirements.some(isHeldAgainst));
  });
});

/** Whether a requirement can say "not met": it asks the thing itself, by a day, and its text was read. */
function isHeldAgainst(requirement: Requirement): boolean {
  const { modality, due, kind, appliesTo } = requirement;
  const isAsked =
    modality === "must" ||
    modality === "counted" ||
    (modality === "on-request" && appliesTo?.after !== undefined);
  return (
    isAsked && kind !== "judged" && due.kind !== "open" && statusesOf(requirement).some(mayConvict)
  );
}

/** How far each line of a requirement was checked. */
function statusesOf(requirement: Requirement): readonly FactStatus[] {
  const own = requirement.status;
  switch (requirement.kind) {
    case "content":
      return [
        ...requirement.all.map(({ status }) => status ?? own),
        ...(requirement.atLeast === undefined ? [] : [requirement.atLeast.status ?? own]),
        ...(requirement.tally === undefined ? [] : [own]),
      ];
    case "assent":
      return requirement.of.map(({ status }) => status ?? own);
    case "plan":
    case "recurring-review":
    case "transition-review":
    case "record":
    case "judged":
      return [own];
  }
}

describe.each(ASK_NOTHING)("%s", (jurisdiction) => {
  const mandate = mandateById(jurisdiction);

  it("asks nothing of students in grade 6, 9 and 12, whatever they have", () => {
    for (const grade of ["06", "09", "12"] as const) {
      const student = { grade, asOf: "2022-02-01", plan: "2021-10-01", reviews: ["2021-11-01"] };
      expect(assess(mandate, caseOf(student), day("2022-02-01"))).toEqual([]);
    }
  });

  it("says why", () => {
    expect(mandate.force).not.toBe("required");
    expect(mandate.notes.some(({ text }) => /nothing is asked/.test(text))).toBe(true);
  });
});

describe("the jurisdictions", () => {
  it("all have their students", () => {
    const told = [...Object.keys(STUDENTS), ...ASK_NOTHING].sort();
    const ids = MANDATES.map(({ id }) => id).filter((id) => id !== "effective-practice");
    expect(ids.length).toBeGreaterThan(0);
    expect(told).toEqual(ids.sort());
  });
});

describe("duties of the district", () => {
  const items = (jurisdiction: string, asOf: string, ...done: readonly [string, string][]) =>
    Object.fromEntries(
      dutyChecklist(
        mandateById(jurisdiction),
        done.map(([duty, on]) => ({ duty, doneOn: day(on), doneBy: "S-1" })),
        day(asOf),
      ).map(({ duty, status, dueOn }) => [duty.id, dueOn === null ? status : `${status} ${dueOn}`]),
    );

  it("Illinois: the framework is due on 2025-07-01 and overdue the day after", () => {
    expect(items("IL", "2025-07-01")["framework"]).toBe("due 2025-07-01");
    expect(items("IL", "2025-07-02")["framework"]).toBe("overdue 2025-07-01");
    expect(items("IL", "2025-07-02", ["framework", "2025-05-01"])["framework"]).toBe(
      "done 2025-07-01",
    );
  });

  it("Delaware: the report of June 30 is due anew each year", () => {
    const report = (asOf: string) =>
      items("DE", asOf, ["advisement-report", "2022-06-20"])["advisement-report"];
    expect(report("2022-06-30")).toBe("done 2022-06-30");
    expect(report("2022-07-01")).toBe("due 2023-06-30");
    expect(items("DE", "2022-06-30")["advisement-report"]).toBe("due 2022-06-30");
  });

  it("Ohio: a policy renewed on 2020-02-29 is due again on 2022-02-28, every 2 years", () => {
    const policy = (asOf: string, ...done: readonly [string, string][]) =>
      items("OH", asOf, ...done)["advising-policy"];
    expect(policy("2022-02-28", ["advising-policy", "2020-02-29"])).toBe("done 2022-02-28");
    expect(policy("2022-03-01", ["advising-policy", "2020-02-29"])).toBe("overdue 2022-02-28");
    expect(policy("2022-03-01")).toBe("no-record");
    expect(policy("2020-02-28", ["advising-policy", "2020-02-29"])).toBe("no-record");
  });

  it("Arizona: the upload is asked until June 2017 only; Wisconsin's planning tool by no day", () => {
    expect(items("AZ", "2015-03-07")["aleat-upload"]).toBe("overdue 2015-03-06");
    expect(items("AZ", "2017-07-01")["aleat-upload"]).toBe("not-in-force");
    expect(items("WI", "2022-02-01")["planning-tool"]).toBe("undated");
  });
});

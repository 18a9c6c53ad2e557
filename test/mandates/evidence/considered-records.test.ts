import { describe, expect, it } from "vitest";
import type { PlanComponent } from "../../../functions/domain/plans/plan-component.ts";
import { day } from "../../../functions/domain/calendar/day.ts";
import { planId } from "../../../functions/domain/ids.ts";
import type { ActionStep, Goal } from "../../../functions/domain/plans/plan.ts";
import { schoolYear } from "../../../functions/domain/calendar/school-year.ts";
import { assess } from "../../../functions/mandates/assess/assess.ts";
import { NO_MORE_RECORDS, type ClockCase } from "../../../functions/mandates/clock/clock-case.ts";
import { isEvidence } from "../../../functions/mandates/evidence/considered-record.ts";
import { mandateById, MANDATES } from "../../../functions/mandates/rules/mandates.ts";
import { consideredRecords } from "../../../functions/mandates/evidence/considered-records.ts";
import { clockCase, documentOf, held, plan } from "../clock-case.ts";
import { STUDENTS } from "../jurisdiction-students.ts";
import { caseOf } from "../told-student.ts";

const practice = mandateById("effective-practice");
const review1 = practice.requirements.find(({ id }) => id === "review-1")!;
const lastYear = {
  ...documentOf(
    [held("2020-10-01", { plan: planId("P0"), review: "R0" })],
    [
      plan({
        plan: planId("P0"),
        schoolYear: schoolYear(2021),
        status: "closed",
        openedOn: day("2020-09-07"),
        closedOn: day("2021-06-10"),
      }),
    ],
  ),
  schoolYear: schoolYear(2021),
};

describe("consideredRecords", () => {
  const AS_OF = day("2021-12-01");
  const student: ClockCase = clockCase({
    document: documentOf(
      [
        held("2021-10-25", { review: "R1" }),
        held("2021-10-26", {
          review: "R2",
          state: "missed",
          heldOn: null,
          scheduledOn: day("2021-10-26"),
        }),
        held("2021-10-27", { review: "R3", plan: planId("P2") }),
        held("2021-12-01", { review: "R4" }),
        held("2021-12-02", { review: "R5" }),
      ],
      [plan(), plan({ plan: planId("P2"), status: "draft", openedOn: day("2021-09-20") })],
    ),
    more: { ...NO_MORE_RECORDS, earlier: [lastYear] },
  });
  const rows = consideredRecords(practice, review1, student, AS_OF);
  const row = (name: string) => rows.find((row) => row.name === name)!;

  it("lists the plans of every year held, with sort, status, days and whether they are accepted", () => {
    expect(rows.filter(({ record }) => record === "plan")).toEqual([
      {
        ...{ record: "plan", name: "P0", on: "2020-09-07", schoolYear: 2021, isCounted: true },
        note: "ILP, closed, open from September 7, 2020, closed on June 10, 2021; accepted",
      },
      {
        ...{ record: "plan", name: "P1", on: "2021-09-06", schoolYear: 2022, isCounted: true },
        note: "ILP, active, open from September 6, 2021; accepted",
      },
      {
        ...{ record: "plan", name: "P2", on: "2021-09-20", schoolYear: 2022, isCounted: false },
        note: "ILP, draft, open from September 20, 2021; not accepted: a draft",
      },
    ]);
  });

  it.each([
    ["R0", false, "held, of plan P0; before July 1, 2021, the first date that counts"],
    ["R1", true, "held, of plan P1"],
    ["R2", false, "missed, of plan P1; it was not held"],
    ["R3", false, "held, of plan P2; the mandate does not accept its plan"],
    // The date of the data, and the day after.
    ["R4", true, "held, of plan P1"],
    ["R5", false, "held, of plan P1; after December 1, 2021, so it is not counted"],
  ])("lists the review %s, whether it counts, and why not", (name, isCounted, note) => {
    expect(row(name)).toMatchObject({ record: "review", isCounted, note });
  });

  it("lists exemptions and attestations of the requirement, and looks at nothing for a grade that it does not speak of", () => {
    const more = {
      ...NO_MORE_RECORDS,
      exemptions: [
        {
          ...{ student: "0042" as never, requirement: "all", reason: "medical" as const },
          ...{ decidedBy: "K-7", from: day("2021-09-06"), until: AS_OF },
        },
      ],
      attestations: [
        {
          ...{ student: "0042" as never, requirement: "review-1", isMet: true, reason: "On paper" },
          ...{ attestedBy: "K-8", from: AS_OF, until: null },
        },
        {
          ...{ student: "0042" as never, requirement: "review-2", isMet: true, reason: "On paper" },
          ...{ attestedBy: "K-9", from: AS_OF, until: null },
        },
      ],
    };
    const records = consideredRecords(
      practice,
      review1,
      clockCase({ document: null, more }),
      AS_OF,
    );
    expect(records.map(({ record, name, isCounted }) => [record, name, isCounted])).toEqual([
      ["exemption", "medical", false],
      ["attestation", "K-8", true],
    ]);
    expect(consideredRecords(practice, review1, { ...student, grade: "03" }, AS_OF)).toEqual([]);
  });

  it("lists what plans themselves show of their content, and why some of it does not count", () => {
    const content = practice.requirements.find((requirement) => requirement.kind === "content")!;
    const asks = (...components: readonly PlanComponent[]) =>
      components.map((component) => ({ component, says: "It is asked." }));
    const asked = {
      ...content,
      ...{ span: "ever", all: asks("academic-goal", "career-goal", "resume", "course-plan") },
    } as typeof content;
    const goal = (id: string, given: Partial<Goal> = {}): Goal => ({
      ...{ goal: id, plan: planId("P1"), domain: "academic", description: "", measurement: "" },
      ...{ setOn: day("2021-10-01"), targetOn: null, status: "in-progress", statusOn: null },
      ...given,
    });
    const step = (id: string, of: string): ActionStep => ({
      ...{ actionStep: id, goal: of, description: "", owner: "", focusArea: "resume", dueOn: null },
      completedOn: day("2021-11-01"),
    });
    const document = {
      ...documentOf(
        [held("2021-11-10", { review: "R1", focusAreas: ["education-plan"] })],
        [plan(), plan({ plan: planId("P2"), status: "draft" })],
      ),
      goals: [
        goal("G1"),
        goal("G2", { domain: "career", status: "discontinued" }),
        goal("G4", { domain: "career", status: "discontinued", statusOn: day("2021-12-02") }),
        goal("G3", { plan: planId("P2") }),
      ],
      actionSteps: [step("S1", "G1"), step("S2", "G2")],
    };
    const ownCase = clockCase({ document });
    const looked = consideredRecords(practice, asked, ownCase, AS_OF).filter(
      ({ record }) => record === "component",
    );
    expect(looked.map(({ name, on, isCounted, note }) => [name, on, isCounted, note])).toEqual([
      ["academic-goal", "2021-10-01", true, "goal G1 of plan P1"],
      [
        "career-goal",
        "2021-10-01",
        false,
        "goal G2 of plan P1; it was discontinued on a date that no record gives",
      ],
      ["career-goal", "2021-10-01", true, "goal G4 of plan P1"],
      [
        ...["academic-goal", "2021-10-01", false],
        "goal G3 of plan P2; the mandate does not accept its plan",
      ],
      ["resume", "2021-11-01", true, "action step S1 of plan P1, completed"],
      [
        ...["resume", "2021-11-01", false],
        "action step S2 of plan P1, completed; its goal was discontinued on a date that no record gives",
      ],
      ["course-plan", "2021-11-10", true, "covered in review R1"],
    ]);
    // What the answer rests on once nothing is lacking.
    const kept = {
      ...asked,
      all: asks("academic-goal", "resume", "course-plan"),
    } as typeof content;
    const [answer] = assess({ ...practice, requirements: [kept] }, ownCase, AS_OF);
    expect(answer?.evidence).toHaveLength(3);
    for (const record of answer!.evidence) {
      expect(looked.some((row) => isEvidence(row, record) && row.isCounted)).toBe(true);
    }
  });

  it("holds, as one that counts, every record that an answer of any mandate rests on", () => {
    let evidence = 0;
    const missing: string[] = [];
    for (const told of Object.values(STUDENTS).flat()) {
      const asOf = day(told.asOf);
      const ownCase = caseOf(told);
      // Whoever tells of one mandate is a student under every other too.
      for (const mandate of MANDATES) {
        for (const answer of assess(mandate, ownCase, asOf)) {
          if (answer.evidence.length === 0) continue;
          const looked = consideredRecords(mandate, answer.requirement, ownCase, asOf);
          for (const record of answer.evidence) {
            evidence++;
            const counted = looked.some((row) => isEvidence(row, record) && row.isCounted);
            if (!counted)
              missing.push(
                `${mandate.id} ${answer.requirement.id} of a student who ${told.who}: ${JSON.stringify(record)}`,
              );
          }
        }
      }
    }
    expect(missing).toEqual([]);
    expect(evidence).toBeGreaterThan(1_000);
  });
});

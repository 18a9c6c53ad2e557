import { describe, expect, it } from "vitest";
import { GRADES } from "../../../functions/domain/people/grade.ts";
import { ASSENT_DEGREES } from "../../../functions/domain/plans/plan-assent.ts";
import { PLAN_COMPONENTS } from "../../../functions/domain/plans/plan-component.ts";
import {
  FOCUS_AREAS,
  MEETINGS,
  PARTICIPANTS,
  PLAN_TYPES,
} from "../../../functions/domain/plans/plan.ts";
import { STUDENT_EVENTS } from "../../../functions/domain/people/student-event.ts";
import { FACT_STATUSES } from "../../../functions/mandates/rules/cited.ts";
import { DAY_UNITS } from "../../../functions/mandates/rules/due.ts";
import { effectivePractice } from "../../../functions/mandates/rules/effective-practice.ts";
import { FORCES } from "../../../functions/mandates/rules/mandate-profile.ts";
import { mandateById, MANDATES } from "../../../functions/mandates/rules/mandates.ts";
import schema from "../../../functions/mandates/rules/profile.schema.json" with { type: "json" };
import { MODALITIES } from "../../../functions/mandates/rules/requirement.ts";
import {
  validateOverlay,
  validateProfile,
} from "../../../functions/mandates/overlay/validate-profile.ts";

const [, first, second, ...others] = effectivePractice.requirements;
const faultsOf = (data: unknown) => {
  const validated = validateProfile(data);
  return validated.kind === "valid" ? [] : validated.faults;
};

describe("validateProfile", () => {
  it.each(MANDATES)("takes the profile $id", (profile) => {
    expect(faultsOf(profile)).toEqual([]);
  });

  it.each([
    [
      "a field that is missing",
      { ...effectivePractice, citation: undefined },
      "/ must have required property 'citation'",
    ],
    [
      "a due day that is no day",
      {
        ...effectivePractice,
        requirements: [{ ...first, due: { kind: "grade", edge: "middle", grade: "06" } }],
      },
      "/requirements/0/due/edge must be equal to one of the allowed values: begin,end",
    ],
    [
      "a field that a requirement of the kind has not",
      { ...effectivePractice, requirements: [{ ...first, focusAreas: [] }] },
      "/requirements/0 must NOT have unevaluated properties: focusAreas",
    ],
    [
      "a status that is none",
      { ...effectivePractice, requirements: [first, { ...second, status: "sure" }] },
      "/requirements/1/status must be equal to one of the allowed values: confirmed,recalled,not-found,convention",
    ],
    [
      "a requirement without its citation",
      { ...effectivePractice, requirements: [{ ...first, citation: undefined }] },
      "/requirements/0 must have required property 'citation'",
    ],
    [
      "an id that is there twice",
      { ...effectivePractice, requirements: [first, first, ...others] },
      '/ has "review-1" more than once',
    ],
    [
      "a requirement that supersedes none",
      { ...effectivePractice, requirements: [{ ...first, supersedes: "review-0" }] },
      '/requirements "review-1" supersedes "review-0", which is not there',
    ],
    [
      "a first day of a grade of which the text does not say by when",
      {
        ...effectivePractice,
        requirements: [{ ...first, due: { kind: "grade", edge: "begin", grade: "06" } }],
      },
      "/requirements/0/due must have required property 'says'",
    ],
    [
      "a first day of a grade where the text says at the beginning",
      {
        ...effectivePractice,
        requirements: [
          {
            ...first,
            due: {
              kind: "grade",
              edge: "begin",
              grade: "06",
              says: "At the beginning of grade 6.",
            },
          },
        ],
      },
      '/requirements/0/due/says must match pattern "([Nn]o later than|[Bb]y|[Bb]efore) "',
    ],
    [
      "a component in two lists",
      {
        ...effectivePractice,
        requirements: [
          {
            ...effectivePractice.requirements.find(({ kind }) => kind === "content"),
            whereApplicable: ["career-goal"],
          },
        ],
      },
      '/requirements "goal-domains" lists career-goal twice',
    ],
    [
      "a law that is confirmed without the day and the edition that were read",
      {
        ...mandateById("KY"),
        requirements: [{ ...first, status: "confirmed" }],
      },
      '/requirements "review-1" is confirmed, and "read" does not say on which day and in which edition',
    ],
    [
      "a law that is a convention",
      { ...mandateById("KY"), requirements: [first] },
      '/requirements "review-1": good practice is a convention, and a law is none',
    ],
  ])("refuses %s and names the path", (_name, data, fault) => {
    expect(faultsOf(JSON.parse(JSON.stringify(data)))).toContain(fault);
  });

  it("lists what the types list, no more and no less", () => {
    const { properties, $defs } = schema;
    expect($defs.grade.enum).toEqual(GRADES);
    expect($defs.component.enum).toEqual(PLAN_COMPONENTS);
    expect($defs.event.enum).toEqual(STUDENT_EVENTS);
    expect($defs.status.enum).toEqual(FACT_STATUSES);
    expect($defs.unit.enum).toEqual(DAY_UNITS);
    expect($defs.requirement.properties.modality.enum).toEqual(MODALITIES);
    expect(properties.force.enum).toEqual(FORCES);
    expect(properties.planTypes.items.enum).toEqual(PLAN_TYPES);
    const text = JSON.stringify($defs.requirement);
    for (const list of [ASSENT_DEGREES, PARTICIPANTS, MEETINGS, FOCUS_AREAS]) {
      expect(text).toContain(JSON.stringify(list));
    }
  });
});

describe("validateOverlay", () => {
  const district = { id: "grand-bend", title: "Grand Bend", requirements: [first] };

  it("takes a district's requirements in the form of a profile's", () => {
    expect(validateOverlay(district)).toEqual({ kind: "valid", data: district });
  });

  it("refuses what a profile refuses, with the path", () => {
    const wrong = { ...district, requirements: [{ ...first, nth: 0 }], grades: ["06"] };
    expect(validateOverlay(wrong)).toEqual({
      kind: "invalid",
      faults: expect.arrayContaining([
        "/requirements/0/nth must be >= 1",
        "/ must NOT have additional properties: grades",
      ]) as unknown,
    });
  });
});

import { describe, expect, it } from "vitest";
import { planId } from "../../functions/domain/ids.ts";
import { counselorParticipation } from "../../functions/metrics/measures/counselor-participation.ts";
import { familyParticipation } from "../../functions/metrics/measures/family-participation.ts";
import { studentParticipation } from "../../functions/metrics/measures/student-participation.ts";
import { documentOf, held, plan } from "../mandates/clock-case.ts";
import { ALL_COLLECTED } from "../mandates/all-collected.ts";
import { assessed, iep, partOf } from "./assessed-student.ts";

/** Each measure with each of its bars and the question it is read from. */

describe("family-participation", () => {
  const family = { participants: ["student", "family"] } as const;

  it("counts family in one of the reviews held", () => {
    const document = documentOf([held("2021-10-01"), held("2021-11-01", family)]);
    expect(partOf(familyParticipation, assessed({ document }))).toBe("took-part");
  });

  it.each([
    [["student", "family"], "did-not"],
    [["student"], "not-recorded"],
  ] as const)("where the district's reviews name %j, without family says %s", (roles, part) => {
    const document = documentOf([held("2021-10-01", { participants: ["student"] })]);
    const collected = { ...ALL_COLLECTED, participants: new Set(roles) };
    expect(partOf(familyParticipation, assessed({ document, collected }))).toBe(part);
  });

  it("counts family in either of two reviews of one day", () => {
    const document = documentOf([
      held("2021-10-01"),
      held("2021-10-01", { review: "R2", ...family }),
    ]);
    expect(partOf(familyParticipation, assessed({ document }))).toBe("took-part");
  });

  it.each([
    ["no family took part", held("2021-10-01")],
    ["family took part after the date of the data", held("2021-11-27", family)],
    ["family was only invited", held("2021-10-04", { ...family, state: "scheduled" })],
    [
      "family took part in another plan's review that day",
      held("2021-10-01", { review: "R2", plan: planId("P2"), ...family }),
    ],
    ["another review names nobody", held("2021-11-01", { participants: [] })],
  ])("does not count where %s", (_name, review) => {
    const document = documentOf([held("2021-10-01"), review], [plan(), iep]);
    expect(partOf(familyParticipation, assessed({ document }))).toBe("did-not");
  });

  it("is not recorded where no review names who took part", () => {
    const nobody = { participants: [] };
    const document = documentOf([held("2021-10-01", nobody), held("2021-11-01", nobody)]);
    expect(partOf(familyParticipation, assessed({ document }))).toBe("not-recorded");
  });

  it.each([
    ["family is named too", ["unlisted", "family"], "took-part"],
    ["nobody else is named", ["unlisted"], "not-recorded"],
    ["only the student is named besides", ["student", "unlisted"], "not-recorded"],
    ["all words are listed", ["student"], "did-not"],
  ] as const)(
    "of a review with a word that is not listed, where %s",
    (_fact, participants, part) => {
      const document = documentOf([held("2021-10-01", { participants })]);
      expect(partOf(familyParticipation, assessed({ document }))).toBe(part);
    },
  );

  it("has no review to take part in where none was held", () => {
    expect(partOf(familyParticipation, assessed({}))).toBe("no-review-held");
    expect(partOf(familyParticipation, assessed({ document: null }))).toBe("no-review-held");
  });
});

describe("taking part", () => {
  const reviewed = documentOf([held("2021-10-01", { participants: ["student", "counselor"] })]);

  it("is counted of student, family and counselor each for themselves", () => {
    const student = assessed({ document: reviewed });
    expect(partOf(studentParticipation, student)).toBe("took-part");
    expect(partOf(familyParticipation, student)).toBe("did-not");
    expect(partOf(counselorParticipation, student)).toBe("took-part");
  });
});

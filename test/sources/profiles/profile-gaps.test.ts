import { describe, expect, it } from "vitest";
import type { Profile } from "../../../functions/sources/profiles/profile.ts";
import {
  gapMessage,
  profileGaps,
  withFilled,
} from "../../../functions/sources/profiles/profile-gaps.ts";
import { isFaulty, validateProfile } from "../../../functions/sources/profiles/validate-profile.ts";

const PROFILE: Profile = {
  id: "ours",
  version: 1,
  title: "Ours",
  codes: [{ kind: "ours/stays.csv", field: "isPrimary", values: { Z: "?" } }],
  files: [
    {
      ...{ file: "stays.csv", name: "Stays", pattern: "^stays", signature: ["Pupil"] },
      reads: [
        {
          table: "enrollment",
          columns: [
            { to: "student", from: ["Pupil"] },
            { to: "school", value: "?" },
            { to: "enteredOn", from: ["In"], dayFormats: ["?"] },
            { to: "withdrewOn", from: ["Out"], endDays: "?" },
            { to: "isPrimary", from: ["Main"], values: { A: "yes", B: "?" }, otherValues: "?" },
          ],
        },
        {
          table: "attendance",
          attendance: {
            ...{ shape: "wide", cells: ["P1", "P2", "P3"] },
            ...{ codes: { A: "absent", T: "?" }, rollUp: { rule: "share" } },
          },
          columns: [
            { to: "student", from: ["Pupil"] },
            { to: "on", from: ["Day"] },
          ],
        },
      ],
    },
  ],
};

describe("profileGaps", () => {
  it("finds every mark, wherever it may stand", () => {
    expect(profileGaps(PROFILE).map(({ path, allowed }) => [path, allowed])).toEqual([
      ['codes[0].values["Z"]', null],
      ["files[0].reads[0].columns[1].value", null],
      ["files[0].reads[0].columns[2].dayFormats[0]", ["M/D/YYYY", "D/M/YYYY", "M/D/YY", "D/M/YY"]],
      ["files[0].reads[0].columns[3].endDays", ["last-day-in", "first-day-out"]],
      ['files[0].reads[0].columns[4].values["B"]', ["yes", "no"]],
      ["files[0].reads[0].columns[4].otherValues", ["yes", "no"]],
      [
        'files[0].reads[1].attendance.codes["T"]',
        ["present", "excused", "unexcused", "absent", "partial"],
      ],
    ]);
  });

  it("are what keeps a profile from being read, each with what may stand in its place", () => {
    const checked = validateProfile(PROFILE);
    if (!isFaulty(checked)) throw new Error("expected gaps");
    const gaps = checked.filter(({ isGap }) => isGap === true);
    expect(gaps).toHaveLength(7);
    expect(gaps.find(({ path }) => path.endsWith("endDays"))?.message).toBe(
      "is a gap. Is the leaving day in column Out of stays.csv the last one on which the student is still enrolled (last-day-in), or the first on which the student no longer is (first-day-out)? Write one of: last-day-in, first-day-out.",
    );
    expect(checked.filter(({ isGap }) => isGap !== true)).toEqual([]);
  });

  it("are none once each is filled", () => {
    let profile = PROFILE;
    for (const gap of profileGaps(PROFILE)) {
      profile = withFilled(profile, gap, gap.allowed?.[0] ?? "yes");
    }
    expect(profileGaps(profile)).toEqual([]);
    expect(validateProfile(profile)).toBe(profile);
    expect(PROFILE.files[0]?.reads[0]?.columns[1]?.value).toBe("?");
  });

  it("say of a field without a list what else to do", () => {
    const [, school] = profileGaps(PROFILE);
    expect(school === undefined ? "" : gapMessage(school)).toBe(
      'is a gap. No column of stays.csv was found for enrollment.school. What is it for all of its records? Write it, or name the column in "from" in place of "value"; if the file has neither, remove the file from the profile.',
    );
  });
});

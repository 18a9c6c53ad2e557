import type { MandateProfile } from "./mandate-profile.ts";

const PRACTICE =
  "The number of reviews and the transitions follow Rhode Island's 200-RICR-20-10-2.4 as PrepareRI summarises it (at least twice each school year, and at key transition periods). The official text must be checked before use.";
const DUE_DAYS = "The due days are this project's convention; a mandate profile sets its own.";

/** The default where no state's rule is chosen: two reviews a school year, and one at each transition. */
export const effectivePractice: MandateProfile = {
  id: "effective-practice",
  title: "Effective practice",
  citation: PRACTICE,
  version: 1,
  grades: ["06", "07", "08", "09", "10", "11", "12"],
  planTypes: ["ILP", "ICAP", "ACP", "MyCAP", "SSP", "IGP", "ECAP", "HSBP", "PGP"],
  entrantGraceDays: 30,
  requirements: [
    {
      kind: "recurring-review",
      id: "review-1",
      name: "First review of the year",
      rule: "The plan is reviewed in the first half of the school year's instructional days.",
      citation: `${PRACTICE} ${DUE_DAYS}`,
      nth: 1,
      minimumDaysApart: 0,
      dueAt: { days: 1, of: 2 },
    },
    {
      kind: "recurring-review",
      id: "review-2",
      name: "Second review of the year",
      rule: "The plan is reviewed again at least 60 days after the first review, within nine tenths of the school year's instructional days.",
      citation: `${PRACTICE} ${DUE_DAYS}`,
      nth: 2,
      minimumDaysApart: 60,
      dueAt: { days: 9, of: 10 },
    },
    {
      kind: "transition-review",
      id: "transition-6",
      name: "Review on entering grade 6",
      transitionName: "Entering grade 6",
      rule: "In grade 6, the plan is reviewed within the first 36 hundredths of the school year's instructional days, with career exploration and a first education plan.",
      citation: `${PRACTICE} ${DUE_DAYS}`,
      grade: "06",
      opensAfter: { days: 0, of: 1 },
      dueAt: { days: 36, of: 100 },
      focusAreas: ["career-exploration", "education-plan"],
    },
    {
      kind: "transition-review",
      id: "transition-9",
      name: "Review for the move from grade 8 to 9",
      transitionName: "Grade 8 to 9",
      rule: "In the second half of grade 8, by 95 hundredths of the school year's instructional days, the plan is reviewed with career matching, a resume and a high-school plan.",
      citation: `${PRACTICE} ${DUE_DAYS}`,
      grade: "08",
      opensAfter: { days: 1, of: 2 },
      dueAt: { days: 95, of: 100 },
      focusAreas: ["career-matching", "resume", "high-school-plan"],
    },
    {
      kind: "transition-review",
      id: "transition-12",
      name: "Review on entering grade 12",
      transitionName: "Entering grade 12",
      rule: "In grade 12, the plan is reviewed in the first half of the school year's instructional days, with a refined career plan and postsecondary options.",
      citation: `${PRACTICE} ${DUE_DAYS}`,
      grade: "12",
      opensAfter: { days: 0, of: 1 },
      dueAt: { days: 1, of: 2 },
      focusAreas: ["refined-career-plan", "postsecondary-options"],
    },
  ],
};

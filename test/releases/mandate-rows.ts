import { day } from "../../functions/domain/calendar/day.ts";
import type {
  DutySummary,
  MandateSummary,
  RequirementSummary,
} from "../../functions/releases/manifest/mandate-summary.ts";

const CITED = {
  citation: "704 KAR 3:305 s.2",
  url: "https://apps.legislature.ky.gov/law/kar/titles/704/003/305",
  status: "confirmed",
  statusName: "Seen in a public page",
  read: { on: "2026-01-15", edition: "Register of 2025" },
} as const;

/** A yearly review that is in force. */
export const requirementSummary = (
  given: Partial<RequirementSummary> = {},
): RequirementSummary => ({
  id: "annual-review",
  name: "Yearly review",
  rule: "The plan is reviewed at least once a year.",
  kind: "recurring-review",
  kindName: "Review",
  modality: "must",
  modalityName: "Must",
  due: "By the last instructional day of the school year",
  dueOn: { first: day("2022-06-03"), last: day("2022-06-10") },
  dueBasis: "convention",
  grades: ["06", "07", "08", "09", "10", "11", "12"],
  gradesName: "Grades 6 to 12",
  effectiveFrom: null,
  effectiveUntil: null,
  isInForce: true,
  gate: null,
  isDistrictOwn: false,
  thing: "Review",
  isPlanCoverage: given.kind === "plan",
  notConfirmed: null,
  confirmedBy: null,
  wouldDecide: "reviews with the day on which each was held (reviews.csv)",
  ...CITED,
  ...given,
});

/** A yearly duty of the district that is due. */
export const dutySummary = (given: Partial<DutySummary> = {}): DutySummary => ({
  id: "yearly-report",
  name: "Yearly report",
  rule: "The district reports on the outcomes every year.",
  modality: "must",
  modalityName: "Must",
  due: "Each year by 30 June",
  state: "due",
  stateName: "Due",
  dueOn: "2022-06-30",
  doneOn: null,
  ...CITED,
  ...given,
});

/** A state's mandate with one rule, one that cannot be determined, and one duty. */
export const mandateRow = (given: Partial<MandateSummary> = {}): MandateSummary => ({
  id: "KY",
  title: "Kentucky",
  citation: "704 KAR 3:305 s.2. The official text must be checked before use.",
  warning: "The official text must be checked before use.",
  jurisdiction: "Kentucky",
  force: "required",
  forceName: "Required",
  version: 1,
  planName: "Individual Learning Plan",
  grades: ["06", "07", "08", "09", "10", "11", "12"],
  gradesName: "Grades 6 to 12",
  entrantGraceDays: 30,
  effectiveFrom: null,
  effectiveUntil: null,
  conventions: ["What is asked yearly is due by the last instructional day of the school year."],
  requirements: [requirementSummary()],
  notDeterminable: [
    {
      requirement: "counseling",
      name: "Counseling",
      because: "The text names no day (periodically).",
    },
  ],
  duties: [dutySummary()],
  notes: [{ about: "text", text: "Defined as what frames the advising of students.", ...CITED }],
  sources: [{ title: "704 KAR 3:305", url: CITED.url }],
  ...given,
});

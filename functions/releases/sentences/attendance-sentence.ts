import { number } from "../../domain/text/counted.ts";
import { capital } from "../words/figure-words.ts";
import type { ReleaseManifest } from "../manifest/manifest.ts";
import type { AssociationRow } from "../tables/tables.ts";

/** Says association and never effect, and gives the interval or says that there is none. */
export function attendanceSentence(
  rows: readonly AssociationRow[],
  landmarkDay: number,
  edition: ReleaseManifest["edition"],
): string {
  const find = (method: string) =>
    rows.find(
      (row) => row.level === "district" && row.exposure === "plan" && row.method === method,
    );
  const headline = find("within-school-difference");
  if (headline?.state === "too-few-students") {
    return `Attendance with and without a plan is not shown: too few students had a plan on instructional day ${landmarkDay}, or too few had none.`;
  }
  if (headline === undefined || headline.estimate === null) {
    return `There is not enough data to compare attendance with plans and goals: no plans or no attendance were sent, not enough days have passed since instructional day ${landmarkDay}, or ${TOO_FEW[edition]}.`;
  }
  const { estimate, low, high, students } = headline;
  const who = `students with an open plan on instructional day ${landmarkDay}`;
  const than = "similar students of their school";
  const goals = goalsSentence(rows);
  if (low === null || high === null) {
    return `${capital(who)} attended ${comparedBy(estimate, than)}; the schools are too few to say how certain that is. ${SIMILAR} About ${number(students ?? 0)} students ${OF_BOTH}. ${goals}${CAUTION}`;
  }
  const interval = `95% interval ${signed(low)} to ${signed(high)} points; about ${number(students ?? 0)} students ${OF_BOTH}`;
  return low <= 0 && high >= 0
    ? `There is no clear difference in later attendance between ${who} and ${than} (${interval}). ${SIMILAR} ${goals}${CAUTION}`
    : `${capital(who)} attended ${comparedBy(estimate, than)} (${interval}). ${SIMILAR} ${goals}${CAUTION}`;
}

/** Only the public edition asks for a least number of students. */
const TOO_FEW: { readonly [edition in ReleaseManifest["edition"]]: string } = {
  public: "there are not at least 30 students with a plan and 30 without",
  staff: "no school has students with a plan and without one to compare",
};

/** Whom the number of students counts: everybody in the analysis. */
const OF_BOTH = "with and without a plan";

/** What "similar" stands for. */
const SIMILAR = "Similar means in the same grade, with a similar attendance rate before that day.";

const CAUTION =
  "This is an association: students with and without plans differ in ways we do not measure.";

/** The rank correlation of goals with later attendance, in the plain size words of Cohen and with its interval. */
function goalsSentence(rows: readonly AssociationRow[]): string {
  const row = rows.find(
    ({ level, exposure, method }) =>
      level === "district" && exposure === "goals" && method === "spearman",
  );
  if (row === undefined || row.estimate === null || row.low === null || row.high === null)
    return "";
  const interval = `rank correlation ${signed(row.estimate, 2)}, 95% interval ${signed(row.low, 2)} to ${signed(row.high, 2)}, not adjusted`;
  if (row.low <= 0 && row.high >= 0) {
    return `The number of goals shows no clear association with later attendance (${interval}). `;
  }
  const way = row.estimate > 0 ? "more" : "less";
  return `Students with more goals attended somewhat ${way}: a ${sizeWord(row.estimate)} association (${interval}). `;
}

function sizeWord(r: number): string {
  const size = Math.abs(r);
  if (size < 0.1) return "very small";
  if (size < 0.3) return "small";
  return size < 0.5 ? "medium" : "large";
}

/** "1.2 percentage points more of the remaining days than …", or as many where it rounds to nothing. */
const comparedBy = (estimate: number, than: string): string =>
  Math.abs(estimate) < 0.05
    ? `as many of the remaining days as ${than}`
    : `${Math.abs(estimate).toFixed(1)} percentage points ${estimate > 0 ? "more" : "less"} of the remaining days than ${than}`;

const signed = (value: number, digits = 1): string =>
  `${value > 0 ? "+" : value < 0 ? "−" : ""}${Math.abs(value).toFixed(digits)}`;

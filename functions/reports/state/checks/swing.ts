import { number } from "../../../domain/text/counted.ts";
import { failed, notMade, passed, type ReportCheck } from "./report-check.ts";
import { profileOf, type ReportProfile } from "../records/report-profile.ts";

/**
 * No count moved by more than the limit against the file certified for the year before, or somebody
 * has said why. States ask the same of a district that certifies (CALPADS warns from 20 to 25 percent).
 */
export const swing: ReportCheck = {
  id: "swing",
  name: "No count moved far since last year without a reason",
  scope: "swing",
  run({ fields, records, yearBefore, explanations, context: { definition } }) {
    if (yearBefore === null) {
      return notMade("No file was certified for the year before, so nothing can be compared.");
    }
    const now = profileOf(fields, records);
    const { swingPercent } = definition.limits;
    const moved = swings(yearBefore, now, swingPercent);
    const explained = new Set(explanations.map(({ subject }) => subject));
    const unexplained = moved.filter(({ subject }) => !explained.has(subject));
    if (unexplained.length === 0) {
      return passed(
        moved.length === 0
          ? `No count moved by more than ${swingPercent} percent.`
          : `${number(moved.length)} counts moved by more than ${swingPercent} percent, each with its reason.`,
      );
    }
    return {
      ...failed(
        `Moved by more than ${swingPercent} percent: ${unexplained.map(({ words }) => words).join("; ")}.`,
        `Check them, then say why with ilp report explain-change and --subject ${unexplained.map(({ subject }) => `"${subject}"`).join(", ")}, or correct the records.`,
      ),
      unexplained: unexplained.map(({ subject }) => subject),
    };
  },
};

export interface Swing {
  /** The count with both numbers, so that a reason is of this move alone: "INDICATOR=Y: 120 to 30". */
  readonly subject: string;
  readonly words: string;
}

/** Every count that moved by more than a share of the greater of the two; counts under 10 move by chance. */
export function swings(
  before: ReportProfile,
  now: ReportProfile,
  percent: number,
): readonly Swing[] {
  const moved: Swing[] = [];
  const compare = (subject: string, words: string, was: number, is: number): void => {
    const most = Math.max(was, is);
    if (most < FEWEST_MOVED || Math.abs(is - was) * 100 <= most * percent) return;
    moved.push({
      subject: `${subject}: ${was} to ${is}`,
      words: `${words} from ${number(was)} to ${number(is)}`,
    });
  };
  compare("records", "records", before.records, now.records);
  for (const field of Object.keys(now.sums).sort()) {
    compare(field, field, before.sums[field] ?? 0, now.sums[field] ?? 0);
  }
  const fields = new Set([...Object.keys(before.codes), ...Object.keys(now.codes)]);
  for (const field of [...fields].sort()) {
    const [was, is] = [before.codes[field] ?? {}, now.codes[field] ?? {}];
    for (const code of [...new Set([...Object.keys(was), ...Object.keys(is)])].sort()) {
      compare(`${field}=${code}`, `${field} ${code}`, was[code] ?? 0, is[code] ?? 0);
    }
  }
  return moved;
}

/** A count under it moves by chance. */
export const FEWEST_MOVED = 10;

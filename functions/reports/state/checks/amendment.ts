import { number } from "../../../domain/text/counted.ts";
import { profileOf } from "../records/report-profile.ts";
import {
  reportDifference,
  type FrozenRecords,
  type RecordChange,
} from "../records/report-difference.ts";
import { failed, notMade, passed, type ReportCheck, type ReportInHand } from "./report-check.ts";
import { FEWEST_MOVED, swings, type Swing } from "./swing.ts";

/**
 * What would amend a certified file differs from it in few records, or somebody has said why. As many
 * changes each way move no count, so records are compared one by one as well.
 */
export const amendment: ReportCheck = {
  id: "amendment",
  name: "An amendment does not differ far from the version that it amends without a reason",
  scope: "swing",
  run(report) {
    const { certified, fields, records, explanations, context } = report;
    if (certified === null) return notMade("No file is certified for the school year.");
    const { certificate, profile } = certified;
    const { swingPercent } = context.definition.limits;
    const changes = certified.records === null ? null : changesSince(certified.records, report);
    if (changes?.length === 0) return passed(`The records are those of ${certificate}.`);
    const moved = [
      ...(changes === null ? [] : manyDiffer(changes, report, swingPercent)),
      ...swings(profile, profileOf(fields, records), swingPercent),
    ].map((swing) => ({ ...swing, subject: `${certificate}, ${swing.subject}` }));
    const explained = new Set(explanations.map(({ subject }) => subject));
    const unexplained = moved.filter(({ subject }) => !explained.has(subject));
    if (unexplained.length === 0) {
      return passed(
        moved.length === 0
          ? `No more than ${swingPercent} percent differ from ${certificate}.`
          : `More than ${swingPercent} percent differ from ${certificate} in ${number(moved.length)} counts, each with its reason.`,
      );
    }
    return {
      ...failed(
        `More than ${swingPercent} percent differ from ${certificate}: ${unexplained.map(({ words }) => words).join("; ")}.`,
        `Check them, then say why with ilp report explain-change and --subject ${unexplained.map(({ subject }) => `"${subject}"`).join(", ")}, or correct the records.`,
      ),
      unexplained: unexplained.map(({ subject }) => subject),
    };
  },
};

/** The records of a report as they would be frozen. */
export const frozenOf = ({
  fields,
  records,
}: Pick<ReportInHand, "fields" | "records">): FrozenRecords => ({
  fields: fields.map(({ name, isKey }) => ({ name, isKey: isKey === true })),
  records: records.map(({ about: { student, school }, cells }) => ({ student, school, cells })),
});

/** One record more gives each after it another number, which is no change of it. */
function changesSince(before: FrozenRecords, report: ReportInHand): readonly RecordChange[] {
  const numbers = report.fields.flatMap(({ name, source }) =>
    "recordNumber" in source ? [name] : [],
  );
  return reportDifference(before, frozenOf(report)).filter(({ field }) => !numbers.includes(field));
}

function manyDiffer(
  changes: readonly RecordChange[],
  { certified, records }: ReportInHand,
  percent: number,
): readonly Swing[] {
  const differing = new Set(changes.map(({ key }) => key)).size;
  const most = Math.max(records.length, certified?.profile.records ?? 0);
  if (most < FEWEST_MOVED || differing * 100 <= most * percent) return [];
  return [
    {
      subject: `records that differ: ${differing} of ${most}`,
      words: `${number(differing)} of ${number(most)} records`,
    },
  ];
}

import { groupKey } from "../../../domain/figures/group-key.ts";
import { STANDING_PARTS } from "../../../domain/figures/parts.ts";
import { counted } from "../../../domain/text/counted.ts";
import { countsOf } from "../../../metrics/cube/cube-counts.ts";
import { STANDINGS, statisticText } from "../../../metrics/questions/statistic.ts";
import { requirementsWithBar } from "../../../metrics/questions/requirement-questions.ts";
import type { Grade } from "../../../domain/people/grade.ts";
import type { ReportField } from "../definitions/report-definition.ts";
import { NO_FIGURES } from "./no-figures.ts";
import { failed, notMade, passed, type ReportCheck, type ReportInHand } from "./report-check.ts";

/** For each requirement and grade, the file has each answer as often as the staff edition counts it. */
export const sameAnswers: ReportCheck = {
  id: "same-answers",
  name: "The answers are those of the figures",
  scope: "cross-file",
  run(report) {
    if (report.kind.givesAnswers !== true) return notMade("The file gives no answers.");
    if (!report.context.availability.plans) return notMade("The district sent no plans.");
    if (report.cubes === null) return NO_FIGURES;
    const asked = answersIn(report);
    if (asked.length === 0) return notMade("The file gives no answer that the figures count.");
    const differing = asked.filter((answers) => !isSame(answers, report)).map(({ id }) => id);
    return differing.length === 0
      ? passed(`${counted(asked.length, "answer")} are counted alike in file and figures.`)
      : failed(
          `Counted otherwise in the figures: ${[...new Set(differing)].join(", ")}.`,
          "Publish the count day again, so that figures and file come from the same records.",
        );
  },
};

interface AnswersIn {
  readonly id: string;
  /** Of one grade alone; null where the field is of students of any grade. */
  readonly grade: Grade | null;
  readonly place: number;
  readonly codes: ReportField["codes"];
}

/** The fields that give the answer to a requirement which the figures count. */
function answersIn({ fields, context: { mandate, asOf } }: ReportInHand): readonly AnswersIn[] {
  const barred = new Set(requirementsWithBar(mandate, asOf).map(({ id }) => id));
  return fields.flatMap(({ source, codes }, place): readonly AnswersIn[] => {
    if ("answerByGrade" in source) {
      return Object.entries(source.answerByGrade)
        .filter(([, id]) => barred.has(id))
        .map(([grade, id]) => ({ id, grade: grade as Grade, place, codes }));
    }
    const id = "row" in source ? /^answer\.(.+)\.standing$/.exec(source.row)?.[1] : undefined;
    return id !== undefined && barred.has(id) ? [{ id, grade: null, place, codes }] : [];
  });
}

function isSame({ id, grade, place, codes }: AnswersIn, report: ReportInHand): boolean {
  const question = { statistic: statisticText(STANDINGS, id), parts: STANDING_PARTS };
  const group = grade === null ? groupKey("all", "all") : groupKey("grade", grade);
  const expected = STANDING_PARTS.map((_part, part) =>
    (report.cubes ?? []).reduce(
      (sum, { cube }) => sum + (countsOf(cube, question, group)[part] ?? 0),
      0,
    ),
  );
  const gradePlace = report.fields.findIndex(
    ({ source }) => "row" in source && source.row === "student.grade",
  );
  const records = report.records.filter(
    ({ cells }) =>
      grade === null || isOfGrade(cells[gradePlace] ?? "", grade, report.fields[gradePlace]),
  );
  return STANDING_PARTS.every(({ id: part }, index) => {
    const code = codes === undefined ? part : codes[part];
    // An answer without a code of the state is a fault of its record, and stands as nothing.
    if (code === undefined) return true;
    return records.filter(({ cells }) => cells[place] === code).length === expected[index];
  });
}

const isOfGrade = (cell: string, grade: Grade, field: ReportField | undefined): boolean =>
  cell === (field?.codes?.[grade] ?? grade);

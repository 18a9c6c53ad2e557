import { counted } from "../../../domain/text/counted.ts";
import { grouped } from "../../../domain/text/grouped.ts";
import type { ReportField } from "../definitions/report-definition.ts";
import { failed, notMade, passed, type ReportCheck } from "./report-check.ts";

/** In each school the students by sex and race are all of its students, and no status has more of a sex than there are. */
export const categoryTotals: ReportCheck = {
  id: "category-totals",
  name: "The categories add up to each school's total",
  scope: "cross-file",
  run({ fields, records, kind }) {
    if (kind.id !== "chronic-absence-counts") return notMade("The file has no categories.");
    const lines = records.map(({ cells }) => lineOf(fields, cells));
    const schools = [...grouped(lines, ({ school }) => school)];
    const wrong = schools.filter(([, own]) => !addsUp(own)).map(([school]) => school);
    return wrong.length === 0
      ? passed(`They add up in ${counted(schools.length, "school")}.`)
      : failed(
          `They do not add up in: ${wrong.join(", ")}.`,
          "Do not use the file, and report the contradiction to who maintains this program.",
        );
  },
};

/** A record by what its categories are. */
interface Line {
  readonly school: string;
  readonly sex: string;
  /** The category beside sex that is filled, such as "count.race"; null in a total. */
  readonly category: string | null;
  readonly students: number;
}

const CATEGORIES = [
  ...["count.race", "count.disability", "count.section504"],
  ...["count.englishLearner", "count.homeless"],
];

function lineOf(fields: readonly ReportField[], cells: readonly string[]): Line {
  const cellOf = (name: string): string => {
    const place = fields.findIndex(({ source }) => "row" in source && source.row === name);
    if (place < 0) throw new Error(`the report has no field for ${name}`);
    return cells[place] ?? "";
  };
  return {
    school: cellOf("school.stateId"),
    sex: cellOf("count.sex"),
    category: CATEGORIES.find((name) => cellOf(name) !== "") ?? null,
    students: Number(cellOf("count.students")),
  };
}

function addsUp(lines: readonly Line[]): boolean {
  const sumOf = (isWanted: (line: Line) => boolean): number =>
    lines.filter(isWanted).reduce((sum, { students }) => sum + students, 0);
  const isByRace = ({ category }: Line): boolean => category === "count.race";
  if (sumOf(isByRace) !== sumOf(({ category }) => category === null)) return false;
  const sexes = new Set(lines.map(({ sex }) => sex));
  return [...sexes].every((sex) =>
    CATEGORIES.every(
      (name) =>
        sumOf((line) => line.category === name && line.sex === sex) <=
        sumOf((line) => isByRace(line) && line.sex === sex),
    ),
  );
}

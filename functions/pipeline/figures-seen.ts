import { cellId } from "../disclosure/cube-cells.ts";
import type { SeenFigure } from "../releases/read-seen.ts";
import { figureOfNeed } from "./next-steps-table.ts";
import { districtPlace, schoolPlace } from "./measured-students.ts";
import { statisticIds } from "./statistic-ids.ts";

/** A row of a published table as any program reads it. */
export interface SeenRow {
  readonly [column: string]: unknown;
}

/** Columns that are numbers and yet no figure about what students do: enrollment, weeks, and gaps between two bands. */
const NO_FIGURES: readonly string[] = ["of", "medianWeeks", "gapLow", "gapHigh"];

/**
 * The figures in a row of a table about students, whatever column they stand in: a number in a
 * column that should not be there is one too.
 * @returns nothing for a table that is about files, records or estimates
 */
export function figuresSeen(table: string, row: SeenRow): readonly SeenFigure[] {
  const cell = cellOf(table, row);
  if (cell === null) return [];
  return Object.entries(row).flatMap(([column, value]): readonly SeenFigure[] => {
    if (column === "band" && typeof value === "string" && value !== "") {
      return [{ cell, figure: value }];
    }
    const isFigure = typeof value === "number" && !NO_FIGURES.includes(column);
    return isFigure ? [{ cell, figure: value }] : [];
  });
}

function cellOf(table: string, row: SeenRow): string | null {
  const text = (column: string): string => {
    const value = row[column];
    return typeof value === "string" ? value : "";
  };
  const place = text("level") === "district" ? districtPlace : schoolPlace(text("school"));
  const all = (statistic: string, part: string): string =>
    cellId(statistic, part, place, "all/all");
  const inGroup = (statistic: string, part: string): string =>
    cellId(statistic, part, place, `${text("breakdown")}/${text("group")}`);
  switch (table) {
    case "rates":
    case "trend":
    case "changes":
      return text("breakdown") === "transition"
        ? all(statisticIds.ofTransition(text("measure"), text("group")), "counted")
        : inGroup(text("measure"), "counted");
    case "statuses":
      return inGroup(statisticIds.statuses(text("requirement")), text("status"));
    case "standings":
      return all(statisticIds.standings(text("requirement")), text("standing"));
    case "student-groups": {
      const [measure, requirement] = [text("measure"), text("requirement")];
      const statistic =
        requirement === "" ? measure : statisticIds.ofTransition(measure, requirement);
      const groups = text("group").split("+");
      const key = text("division")
        .split("+")
        .map((division, at) => `${division}/${groups[at] ?? ""}`);
      return cellId(statistic, "counted", place, key.join("+"));
    }
    case "next-steps": {
      const { statistic, part } = figureOfNeed(text("need"), text("requirement"));
      return all(statistic, part);
    }
    case "reconciliation":
      return all(statisticIds.problem(text("problem")), "counted");
    default:
      return null;
  }
}

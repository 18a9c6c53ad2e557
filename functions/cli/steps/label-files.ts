import { readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import type { GoalLabels, GoalToLabel } from "../../goals/quality/labels/goal-labels.ts";
import { csvRecords } from "../../sources/csv/csv-records.ts";
import { cellAt, placesOf } from "../../sources/csv/header.ts";
import { CommandError } from "../arguments/command-error.ts";

/** A goal of a file, with the student's name if the file has a column `name`. */
export interface GoalOfFile extends GoalToLabel {
  readonly name: string;
}

const GOAL_COLUMNS = ["id", "language", "domain", "grade", "text"] as const;
const LABEL_COLUMNS = ["id", "specific", "measurable", "time_bound"] as const;
const YES = new Map([
  ["yes", true],
  ["no", false],
]);

/** @throws CommandError when columns are missing or an id is there twice; it names records and no value */
export function readGoals(path: string): readonly GoalOfFile[] {
  const goals = recordsOf(path, GOAL_COLUMNS, ["name"]).map(({ cells }) => ({
    id: cells["id"] ?? "",
    language: cells["language"] ?? "",
    domain: cells["domain"] ?? "",
    grade: cells["grade"] ?? "",
    text: cells["text"] ?? "",
    name: cells["name"] ?? "",
  }));
  requireUnique(path, goals);
  return goals;
}

/** @throws CommandError when an answer is neither yes nor no, columns are missing or an id is there twice */
export function readLabels(path: string): readonly GoalLabels[] {
  const labels = recordsOf(path, LABEL_COLUMNS, []).map(({ record, cells }) => {
    const answer = (column: string): boolean => {
      const isYes = YES.get((cells[column] ?? "").toLowerCase());
      if (isYes !== undefined) return isYes;
      throw new CommandError(`${path}, record ${record}, column ${column}: expected yes or no`);
    };
    return {
      id: cells["id"] ?? "",
      specific: answer("specific"),
      measurable: answer("measurable"),
      timeBound: answer("time_bound"),
    };
  });
  requireUnique(path, labels);
  return labels;
}

/** The labels of an earlier session; none if there is no such file yet. */
export const readLabelsIfAny = (path: string): readonly GoalLabels[] =>
  statSync(path, { throwIfNoEntry: false }) === undefined ? [] : readLabels(path);

/**
 * Writes goals to label, for the person alone who may read them: the text is masked and still a student's.
 * @throws CommandError when the file exists, since labels may belong to it
 */
export function writeGoals(path: string, goals: readonly GoalToLabel[]): void {
  const lines = goals.map((goal) => GOAL_COLUMNS.map((column) => csvCell(goal[column])).join(","));
  try {
    const text = `${[GOAL_COLUMNS.join(","), ...lines].join("\n")}\n`;
    writeFileSync(path, text, { flag: "wx", mode: 0o600 });
  } catch {
    throw new CommandError(
      `${path} cannot be written: expected a new file in a folder that exists`,
    );
  }
}

/** Writes all labels at once, so that a session that is killed leaves a whole file. */
export function writeLabels(path: string, labels: readonly GoalLabels[]): void {
  const lines = labels.map(({ id, specific, measurable, timeBound }) =>
    [csvCell(id), yesOrNo(specific), yesOrNo(measurable), yesOrNo(timeBound)].join(","),
  );
  try {
    writeFileSync(`${path}.part`, `${[LABEL_COLUMNS.join(","), ...lines].join("\n")}\n`);
    renameSync(`${path}.part`, path);
  } catch {
    throw new CommandError(`${path} cannot be written: expected a file in a folder that exists`);
  }
}

/** A cell of a CSV file (RFC 4180), its text unchanged. */
export const csvCell = (text: string): string =>
  /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

const yesOrNo = (isYes: boolean): string => (isYes ? "yes" : "no");

interface FileRecord {
  readonly record: number;
  readonly cells: { readonly [column: string]: string };
}

function recordsOf(
  path: string,
  columns: readonly string[],
  optional: readonly string[],
): readonly FileRecord[] {
  const records: FileRecord[] = [];
  let places: readonly (readonly [string, readonly number[]])[] = [];
  const csv = csvRecords(
    {
      header(header) {
        const missing = columns.filter((column) => placesOf([column], header).length === 0);
        if (missing.length > 0) {
          throw new CommandError(`${path} has no column ${missing.join(", ")}`);
        }
        places = [...columns, ...optional].map((column) => [column, placesOf([column], header)]);
      },
      record(cells, record) {
        const named = places.map(
          ([column, ofColumn]) => [column, cellAt(cells, ofColumn)] as const,
        );
        records.push({ record, cells: Object.fromEntries<string>(named) });
      },
    },
    { delimiter: null },
  );
  csv.push(textOf(path));
  if (csv.end() !== null) throw new CommandError(`${path} breaks off in a record`);
  if (places.length === 0) throw new CommandError(`${path} is empty: expected a header`);
  return records;
}

function textOf(path: string): string {
  try {
    return readFileSync(path, "utf8")
      .replace(/^\uFEFF/, "")
      .replace(/\r\n?/g, "\n");
  } catch {
    throw new CommandError(`${path} cannot be read`);
  }
}

function requireUnique(path: string, of: readonly { readonly id: string }[]): void {
  const seen = new Set<string>();
  for (const [index, { id }] of of.entries()) {
    if (id === "") throw new CommandError(`${path}, record ${index + 1}: expected an id`);
    if (seen.has(id)) throw new CommandError(`${path}, record ${index + 1}: its id is there twice`);
    seen.add(id);
  }
}

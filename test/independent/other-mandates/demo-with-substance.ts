import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { generateGrandBend } from "../../../fixtures/grand-bend/generate.ts";
import { plusDays } from "../plain-rules.ts";

/** What is said of a plan, and how often: every so many-th has it. */
const COMPONENTS: readonly (readonly [component: string, every: number])[] = [
  ["strengths", 3],
  ["career-interest-inventory", 4],
  ["resources-supports", 5],
  ["program-coordination", 7],
];

/** Days from a review to a signature, in turn; null where nobody signs it. */
const LAGS = [0, 3, null, 30, 31, -1, 12, null, 64, 1, 5] as const;

/** The 84th of 169 instructional days, and so the end of the first half of the school year. */
const HALF_YEAR = "2022-01-06";

/**
 * The exports of the demo with what its mandate does not ask for: plans of another type, plans for
 * special services reviewed on the same day, signatures, entries of components, goals that were due
 * before they were set, many reviews alike at the end of the half-year, and plans that were opened on the
 * day of a review. Written into the folder; the same each time.
 */
export async function demoWithSubstance(folder: string): Promise<string> {
  await generateGrandBend(folder);
  const plans = await rowsOf(folder, "plans.csv");
  const sent = await rowsOf(folder, "reviews.csv");
  const reviews = { ...sent, rows: sent.rows.map(alikeAtHalfYear) };
  const studentOf = new Map(plans.rows.map((row) => [cell(row, 0), cell(row, 1)]));
  const held = reviews.rows.filter((row) => cell(row, 2) === "held" && isDay(cell(row, 4)));
  const beside = plans.rows.filter((_, index) => index % 6 === 1);
  await write(folder, "plans.csv", plans.header, [
    ...plans.rows.map((row, index) => {
      const own = held.find((review) => cell(review, 1) === cell(row, 0));
      const isOpenedThen = index % 7 === 3 && own !== undefined;
      const opened = isOpenedThen ? withCell(row, 5, cell(own, 4)) : row;
      return index % 5 === 0 ? withCell(opened, 2, "EDP") : opened;
    }),
    ...beside.map((row) => {
      const [plan, ...rest] = withCell(withCell(row, 2, "IEP"), 4, "active").split(",");
      return [`${plan ?? ""}-IEP`, ...rest].join(",");
    }),
  ]);
  await write(folder, "reviews.csv", reviews.header, [
    ...reviews.rows,
    ...beside.flatMap((plan, index) => {
      const own = held.find((row) => cell(row, 1) === cell(plan, 0));
      if (own === undefined) return [];
      const on = plusDays(cell(own, 4), index % 2);
      return [`${cell(own, 0)}-IEP,${cell(plan, 0)}-IEP,held,${on},${on},teacher;other,`];
    }),
  ]);
  const goals = await rowsOf(folder, "goals.csv");
  await write(folder, "goals.csv", goals.header, goals.rows.map(dueBeforeSet));
  await write(
    folder,
    "plan_assents.csv",
    "student_id,role,degree,given_on,is_designee,is_good_faith_effort",
    held.flatMap((row, index) => assentsOf(studentOf.get(cell(row, 1)) ?? "", cell(row, 4), index)),
  );
  await write(
    folder,
    "plan_components.csv",
    "student_id,component,entered_on,quantity,strand,marks",
    [...new Set(studentOf.values())].flatMap((student, index) =>
      COMPONENTS.filter(([, every]) => index % every === 0).map(
        ([component]) => `${student},${component},${plusDays("2021-10-01", index % 240)},,,`,
      ),
    ),
  );
  return folder;
}

/** Every fourth review that was held is the same as the others, on one day. */
const alikeAtHalfYear = (row: string, index: number): string =>
  index % 4 === 0 && cell(row, 2) === "held"
    ? `${cell(row, 0)},${cell(row, 1)},held,${HALF_YEAR},${HALF_YEAR},student;counselor,`
    : row;

/** A signature after some days, and others that sign nothing for the family. */
function assentsOf(student: string, heldOn: string, index: number): readonly string[] {
  const lag = LAGS[index % LAGS.length] ?? null;
  const role = index % 2 === 0 ? "family" : "student";
  const degree = index % 4 === 0 ? "approval" : "signature";
  return [
    `${student},counselor,signature,${heldOn},,`,
    ...(index % 3 === 0 ? [`${student},family,signature,${heldOn},,yes`] : []),
    ...(index % 5 === 0 ? [`${student},family,participation,${heldOn},,`] : []),
    ...(lag === null ? [] : [`${student},${role},${degree},${plusDays(heldOn, lag)},,`]),
  ];
}

/** Every 13th goal that has both days was due the day before it was set, every 13th on that day. */
function dueBeforeSet(row: string, index: number): string {
  const cells = row.split(",");
  const [setOn = "", dueOn = ""] = cells.slice(-4, -2);
  if (!isDay(setOn) || !isDay(dueOn) || index % 13 > 1) return row;
  const target = plusDays(setOn, index % 13 === 0 ? -1 : 0);
  return [...cells.slice(0, -3), target, ...cells.slice(-2)].join(",");
}

/** The demo has some days that are written in another way. */
const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text);

async function rowsOf(folder: string, name: string) {
  const text = (await readFile(join(folder, name), "utf8")).trimEnd();
  const [header = "", ...rows] = text.split(/\r?\n/);
  return { header, rows };
}

const write = (folder: string, name: string, header: string, rows: readonly string[]) =>
  writeFile(join(folder, name), `${[header, ...rows].join("\n")}\n`);

/** No cell before the one that is asked for has a comma. */
const cell = (row: string, place: number): string => row.split(",")[place] ?? "";
const withCell = (row: string, place: number, value: string): string =>
  row
    .split(",")
    .map((other, index) => (index === place ? value : other))
    .join(",");

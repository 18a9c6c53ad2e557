import type { MeasuredStep } from "./step-clock.ts";
import { count } from "./words.ts";

/** What `functions/protection` takes of the public edition. */
export const PROTECTION_STEP = "  of it protection";
/** What everything is compared with. */
export const DUCKDB_STEP = "DuckDB, the totals alone";

/** The steps of a district of one size. */
export interface SizedSteps {
  readonly students: number;
  readonly steps: readonly MeasuredStep[];
}

/** How many times as much a step takes of a larger district. */
export interface Growth {
  readonly name: string;
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly peakMiB: number;
}

/** How each step grows from one size to the next. */
export function growthOf(smaller: SizedSteps, larger: SizedSteps): readonly Growth[] {
  return smaller.steps.map((before) => {
    const after = stepNamed(larger, before.name);
    return {
      name: before.name,
      seconds: after.seconds / before.seconds,
      cpuSeconds: after.cpuSeconds / before.cpuSeconds,
      peakMiB: after.peakMiB / before.peakMiB,
    };
  });
}

/** Less processor time than this says little: the code is compiled, and the clock is coarse. */
const TELLING_SECONDS = 0.5;
/** Memory and compiled code differ from run to run. */
const TOLERANCE = 1.25;

/** The steps whose processor time grows faster than the number of students. */
export function fasterThanStudents(
  smaller: SizedSteps,
  larger: SizedSteps,
): readonly { readonly name: string; readonly times: number }[] {
  const students = larger.students / smaller.students;
  return growthOf(smaller, larger)
    .filter(
      ({ name, cpuSeconds }) =>
        cpuSeconds > students * TOLERANCE && stepNamed(larger, name).cpuSeconds >= TELLING_SECONDS,
    )
    .map(({ name, cpuSeconds }) => ({ name: name.trim(), times: cpuSeconds }));
}

const NAME_WIDTH = 36;
const WIDTH = 11;

/** One line per step: wall seconds, processor seconds and peak MiB of each size, and between two sizes how many times as much. */
export function stepTable(sizes: readonly SizedSteps[]): readonly string[] {
  const columns = sizes.flatMap((size, index) => {
    const previous = sizes[index - 1];
    const own = [
      column(`${count(size.students)} students`, "wall s", size, ({ seconds }) => fixed(seconds)),
      column("", "processor s", size, ({ cpuSeconds }) => fixed(cpuSeconds)),
      column("", "peak MiB", size, ({ peakMiB }) => String(Math.ceil(peakMiB))),
    ];
    if (previous === undefined) return own;
    const growth = { students: size.students, steps: growthOf(previous, size) };
    const times = (size.students / previous.students).toFixed(1);
    return [
      ...own,
      column(`students x ${times}`, "wall", growth, ({ seconds }) => factor(seconds)),
      column("", "processor", growth, ({ cpuSeconds }) => factor(cpuSeconds)),
      column("", "peak", growth, ({ peakMiB }) => factor(peakMiB)),
    ];
  });
  const line = (name: string, cells: readonly string[]): string =>
    name.padEnd(NAME_WIDTH) + cells.map((cell) => cell.padStart(WIDTH)).join(" ");
  const heads = columns.map(({ over }, index) =>
    index % 3 === 0 ? over.padStart(3 * WIDTH + 2) : null,
  );
  const steps = sizes[0]?.steps ?? [];
  return [
    "".padEnd(NAME_WIDTH) + heads.filter((head) => head !== null).join(" "),
    line(
      "",
      columns.map(({ head }) => head),
    ),
    ...steps.map(({ name }) =>
      line(
        name,
        columns.map(({ cellOf }) => cellOf(name)),
      ),
    ),
  ];
}

interface TableColumn {
  readonly over: string;
  readonly head: string;
  readonly cellOf: (step: string) => string;
}

const column = (
  over: string,
  head: string,
  of: SizedSteps,
  cell: (step: MeasuredStep) => string,
): TableColumn => ({ over, head, cellOf: (name) => cell(stepNamed(of, name)) });

const fixed = (seconds: number): string => seconds.toFixed(2);
const factor = (times: number): string => `x ${times.toFixed(1)}`;

function stepNamed({ students, steps }: SizedSteps, name: string): MeasuredStep {
  const step = steps.find((candidate) => candidate.name === name);
  if (step === undefined) throw new Error(`no step ${name} with ${students} students`);
  return step;
}

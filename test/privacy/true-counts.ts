import { countProgram, type Trust } from "../../functions/audit/count-program.ts";
import { drawingKey } from "../../functions/audit/drawings-of-year.ts";
import type { LinearProgram, LinearSolver } from "../../functions/audit/linear-solver.ts";
import { readRelease, type PublishedFiles } from "../../functions/audit/reading/read-release.ts";
import { relationsOf } from "../../functions/audit/relations.ts";
import { seenBars, type SeenBar } from "../../functions/audit/seen-bars.ts";
import { barKeyText } from "../../functions/domain/figures/bar-key.ts";
import { recordsKeys } from "../../functions/layout.ts";
import type { Places } from "../../functions/pipeline/ports.ts";
import type { KeptDrawing } from "../../functions/editions/kept-drawing.ts";
import type { DrawnBar } from "../../functions/protection/public-drawing.ts";
import { releasesIn, type PublicBytes } from "./release-bytes.ts";

/** The files of one release by their path within it. */
export const filesOf = (bytes: PublicBytes, folder: string): PublishedFiles =>
  new Map(
    [...bytes]
      .filter(([key]) => key.startsWith(folder))
      .map(([key, body]) => [key.slice(folder.length), body]),
  );

/** What is in the records bucket and not public: the counts that the bars of a release were drawn from. */
export async function drawingOf(
  { records }: Pick<Places, "records">,
  district: string,
  folder: string,
): Promise<KeptDrawing> {
  const release = folder.split("/").at(-2)!;
  const bytes = await records.get(recordsKeys.drawing(district, "2021-22", release));
  return JSON.parse(new TextDecoder().decode(bytes!)) as KeptDrawing;
}

/** The drawn bar that a reader sees: under its own name, or that which the plan of the year gives its students. */
export function drawnAs(
  { bars, plan }: KeptDrawing,
  { key, drawnOn, students }: SeenBar,
): DrawnBar {
  const names = Object.values(plan.populations).flatMap(({ groups }) =>
    groups.filter(({ school, group }) => school === key.school && group === key.group),
  );
  const drawnBar = [key, ...names.map((name) => ({ statistic: key.statistic, ...name.drawnAs }))]
    .map((own) => bars[barKeyText(own)])
    .find(
      (bar) =>
        bar?.drawnOn === drawnOn && bar.counts.reduce((sum, count) => sum + count, 0) === students,
    );
  if (drawnBar === undefined) throw new Error(`${drawingKey({ key, drawnOn })} is no drawn bar`);
  return drawnBar;
}

/** What an attacker would do, and the truth. */
export interface Attacked {
  readonly asOf: string;
  readonly bars: readonly SeenBar[];
  readonly truth: ReadonlyMap<SeenBar, DrawnBar>;
  readonly program: LinearProgram;
}

export async function attacked(
  places: Pick<Places, "records">,
  bytes: PublicBytes,
  district: string,
  trust: Trust = "usual",
): Promise<readonly Attacked[]> {
  return Promise.all(
    releasesIn(bytes, district).map(async (folder) => {
      const { release } = readRelease(filesOf(bytes, folder));
      const { asOf } = release.manifest;
      const bars = seenBars(release);
      const drawing = await drawingOf(places, district, folder);
      return {
        asOf,
        bars,
        truth: new Map(bars.map((bar) => [bar, drawnAs(drawing, bar)])),
        program: countProgram(asOf, bars, relationsOf(release, bars), trust).program,
      };
    }),
  );
}

/** Whether the true and the shown counts satisfy everything that the attacker takes for certain. */
export function isPossible({ bars, truth, program }: Attacked, solve: LinearSolver): boolean {
  if (bars.length === 0) return true;
  const columns = program.columns.map((column) => ({ ...column }));
  let offset = 0;
  for (const bar of bars) {
    const { counts, shown } = truth.get(bar)!;
    for (const count of [...counts, ...shown]) columns[offset++] = { low: count, high: count };
  }
  return solve({ ...program, columns }, (minimize) => minimize([]).kind === "optimal");
}

/** The first column of each bar's true counts, in order. */
export function boundsOf(
  { bars, truth, program }: Attacked,
  solve: LinearSolver,
): readonly { readonly low: number; readonly high: number; readonly count: number }[] {
  return solve(program, (minimize) => {
    const end = (column: number, sign: number): number => {
      const answer = minimize([[column, sign]]);
      if (answer.kind !== "optimal") throw new Error(answer.kind);
      return answer.columns[column]!;
    };
    let first = 0;
    return bars.flatMap((bar) => {
      const own = truth.get(bar)!.counts.map((count, part) => ({
        low: end(first + part, 1),
        high: end(first + part, -1),
        count,
      }));
      first += 2 * bar.parts.length;
      return own;
    });
  });
}

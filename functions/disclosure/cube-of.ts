import { cellsOf, type CellIndex } from "./cube-cells.ts";
import type { Condition, Cube, CubeCell, Equation } from "./cube.ts";
import { groupEquations, linkEquations, placeEquations } from "./cube-equations.ts";
import { inclusionEquations } from "./inclusion-equations.ts";
import { checkRegistry, type Level, type PublicationRegistry } from "./publication-registry.ts";
import type { SuppressionPolicy } from "./suppression-policy.ts";

/** A school, a district or a state, and the place it belongs to. */
export interface MeasuredPlace {
  readonly id: string;
  readonly level: Level;
  readonly within: string | null;
}

/** The counts of students before protection. */
export interface MeasuredStudents {
  readonly places: readonly MeasuredPlace[];
  /** Students of a part of a statistic in a group at a place; groups as `all/all` or `grade/08`. */
  readonly count: (statistic: string, part: string, place: string, group: string) => number;
}

/** A cube, and where its figures are. */
export interface PublishedCube extends Cube {
  /** By statistic, part, place and group the cell's place in the cube; see `cellId`. */
  readonly index: CellIndex;
  /** By statistic, the parts with a figure of their own. */
  readonly statistics: ReadonlyMap<string, readonly string[]>;
}

/**
 * Everything that a registry publishes, as cells and the equations between them.
 * @throws when counts do not add up: then equations would be wrong and protection without meaning
 */
export function cubeOf(
  registry: PublicationRegistry,
  measured: MeasuredStudents,
  policy: SuppressionPolicy,
): PublishedCube {
  checkRegistry(registry);
  const building: Building = { cells: [], equations: [], conditions: [], index: new Map() };
  for (const statistic of inOrder(registry)) {
    cellsOf(statistic, registry, measured, policy, building);
    groupEquations(statistic, registry, measured, policy, building);
    placeEquations(statistic, registry, measured, building);
  }
  linkEquations(registry, measured, building);
  inclusionEquations(registry, measured, building);
  checkSums(building);
  const statistics = new Map(registry.statistics.map(({ id, published }) => [id, published]));
  return { ...building, statistics };
}

/** A cube while it is put together. */
export interface Building {
  readonly cells: CubeCell[];
  readonly equations: Equation[];
  readonly conditions: Condition[];
  readonly index: Map<string, number>;
}

/** Statistics that divide a part of another after that one. */
function inOrder({ statistics }: PublicationRegistry): PublicationRegistry["statistics"] {
  const done = new Set<string>();
  const ordered: PublicationRegistry["statistics"][number][] = [];
  while (ordered.length < statistics.length) {
    const next = statistics.filter(
      ({ id, of }) => !done.has(id) && (of === null || done.has(of.statistic)),
    );
    if (next.length === 0) throw new Error("statistics divide each other's parts in a circle");
    for (const statistic of next) done.add(statistic.id);
    ordered.push(...next);
  }
  return ordered;
}

function checkSums({ cells, equations }: Building): void {
  for (const { total, parts } of equations) {
    const sum = parts.reduce((students, part) => students + (cells[part]?.count ?? 0), 0);
    const whole = cells[total];
    if (whole === undefined || whole.count !== sum) {
      throw new Error(`the parts of ${whole?.id ?? "a cell"} do not add up to it`);
    }
  }
}

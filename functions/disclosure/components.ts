import type { PublishedSystem } from "./published-system.ts";

/** Cells that a reader does not know, and the equations and conditions that tie them: a riddle by itself. */
export interface Component {
  readonly cells: readonly number[];
  /** By their place in the system. */
  readonly equations: readonly number[];
  readonly conditions: readonly number[];
}

/** Divides what is not known into riddles that have nothing to do with each other. */
export function componentsOf(system: PublishedSystem): readonly Component[] {
  const isOpen = system.ranges.map(({ low, high }) => low < high);
  const leader = system.ranges.map((_, index) => index);
  const find = (index: number): number => {
    let at = index;
    for (let next = leader[at]; next !== undefined && next !== at; next = leader[at]) {
      leader[at] = leader[next] ?? next;
      at = next;
    }
    return at;
  };
  const openIn = (cells: readonly number[]): readonly number[] =>
    cells.filter((cell) => isOpen[cell] === true);
  const join = (cells: readonly number[]): void => {
    const [first, ...others] = openIn(cells);
    if (first === undefined) return;
    for (const other of others) leader[find(other)] = find(first);
  };
  const equationCells = system.equations.map(({ total, parts }) => [total, ...parts]);
  const conditionCells = system.conditions.map(({ terms }) => terms.map(([cell]) => cell));
  equationCells.forEach(join);
  conditionCells.forEach(join);

  const components = new Map<
    number,
    { cells: number[]; equations: number[]; conditions: number[] }
  >();
  const componentAt = (cells: readonly number[]) => {
    const [first] = openIn(cells);
    if (first === undefined) return null;
    const at = find(first);
    const there = components.get(at) ?? { cells: [], equations: [], conditions: [] };
    components.set(at, there);
    return there;
  };
  system.ranges.forEach((_, cell) => componentAt([cell])?.cells.push(cell));
  equationCells.forEach((cells, at) => componentAt(cells)?.equations.push(at));
  conditionCells.forEach((cells, at) => componentAt(cells)?.conditions.push(at));
  return [...components.values()];
}

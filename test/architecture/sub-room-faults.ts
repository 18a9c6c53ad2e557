import { posix } from "node:path";
import { importsOf } from "./imports-of.ts";
import { resolve } from "./import-faults.ts";
import type { SourceFile } from "./source-file.ts";
import { SUB_ROOMS } from "./sub-rooms.ts";

type Rooms = typeof SUB_ROOMS;

/** Each import inside one room that its table does not allow, and each folder that has no line in it. */
export function subRoomFaults(
  files: readonly SourceFile[],
  rooms: Rooms = SUB_ROOMS,
): readonly string[] {
  return files.flatMap((file) => {
    const room = Object.keys(rooms).find((folder) => file.path.startsWith(folder));
    if (room === undefined) return [];
    const folder = folderIn(room, file.path);
    const allowed = rooms[room]?.[folder];
    if (allowed === undefined) return [`${file.path} is in no folder of the table of ${room}`];
    return importsOf(file)
      .map(({ from, line }) => ({ line, to: resolve(file.path, from) }))
      .filter(({ to }) => to.startsWith(room) && to.endsWith(".ts"))
      .filter(({ to }) => ![folder, ...allowed].includes(folderIn(room, to)))
      .map(({ line, to }) => `${file.path}:${line} may not import ${to}`);
  });
}

/** Each allowance of the tables that no import needs. */
export function unusedAllowances(
  files: readonly SourceFile[],
  rooms: Rooms = SUB_ROOMS,
): readonly string[] {
  const used = new Set(
    files.flatMap((file) =>
      importsOf(file).map(
        ({ from }) => `${posix.dirname(file.path)} > ${posix.dirname(resolve(file.path, from))}`,
      ),
    ),
  );
  return Object.entries(rooms).flatMap(([room, folders]) =>
    Object.entries(folders).flatMap(([folder, allowed]) =>
      allowed
        .filter(
          (to) =>
            !used.has(
              `${posix.join(room, folder)} > ${posix.join(room, to)}`.replace(/\/(?= |$)/g, ""),
            ),
        )
        .map((to) => `${room}${folder} imports nothing from ${to}`),
    ),
  );
}

const folderIn = (room: string, path: string): string =>
  posix.relative(room, posix.dirname(path)) || ".";

/** Every set of files, or of folders, that import each other in a circle; each in the order of their names. */
export function importCycles(
  files: readonly SourceFile[],
  nodeOf: (path: string) => string,
): readonly (readonly string[])[] {
  const arrows = new Map<string, Set<string>>();
  for (const file of files) {
    const from = nodeOf(file.path);
    const targets = arrows.get(from) ?? new Set();
    for (const { from: name } of importsOf(file)) {
      const to = resolve(file.path, name);
      if (name.startsWith(".") && nodeOf(to) !== from) targets.add(nodeOf(to));
    }
    arrows.set(from, targets);
  }
  const cycles: string[][] = [];
  const seen = new Set<string>();
  for (const node of arrows.keys()) {
    if (seen.has(node)) continue;
    const circle = [...reachedFrom(node, arrows)].filter(
      (other) => other === node || reachedFrom(other, arrows).has(node),
    );
    for (const member of circle) seen.add(member);
    if (circle.length > 1) cycles.push(circle.sort());
  }
  return cycles;
}

function reachedFrom(
  start: string,
  arrows: ReadonlyMap<string, ReadonlySet<string>>,
): ReadonlySet<string> {
  const reached = new Set([start]);
  for (const node of reached) for (const next of arrows.get(node) ?? []) reached.add(next);
  return reached;
}

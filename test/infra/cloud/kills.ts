import type { Cloud } from "./cloud.ts";
import type { ServiceRequest } from "./endpoints/faults.ts";
import { followWrites, type NotedWrites, type Write } from "./writes.ts";

/** What a test knows of the kills that it asked for. */
export interface Kills {
  /** How often a function was killed, by handler. */
  readonly counts: Readonly<Record<string, number>>;
  readonly total: number;
  /** The objects and items before or after which nothing was killed, in words. */
  missedOf(noted: NotedWrites): readonly string[];
  /** Kills nothing any more. */
  stop(): void;
}

/**
 * Kills each function at each object and item that it writes: once before it, and in a later try once
 * after it. One kill is both after one and before another where they are items of one request, or were
 * under way at once. The functions are called one at a time. What else the killed process had asked for
 * and the service had not begun is not done.
 * @param first whether none or all of the items of one request are done at the first kill: once some are
 *   done, a later try may have nothing left to write
 */
export function killAtEachWrite(
  cloud: Cloud,
  handlers: readonly string[],
  first: "none-done" | "all-done" = "none-done",
): Kills {
  const writes = followWrites(cloud, handlers);
  const counts: Record<string, number> = Object.fromEntries(
    handlers.map((handler) => [handler, 0]),
  );
  const struck = { before: new Set<string>(), after: new Set<string>() };
  /** How many entries of a request are done when its function is killed. */
  const kept = new WeakMap<ServiceRequest, number>();

  /** How many entries are done at the next kill: after the last of them, or before the next one, there was none yet. */
  function nextKill({ entries }: Write): number | null {
    const all = [...entries.keys(), entries.length];
    const done = (first === "none-done" ? all : all.reverse()).find(
      (count) =>
        (count > 0 && !struck.after.has(entries[count - 1]!)) ||
        (count < entries.length && !struck.before.has(entries[count]!)),
    );
    return done ?? null;
  }
  function kill(request: ServiceRequest): void {
    const write = writes.of(request);
    const done = kept.get(request);
    if (write === null || done === undefined) return;
    const { call, entries } = write;
    if (done > 0) struck.after.add(entries[done - 1]!);
    if (done < entries.length) struck.before.add(entries[done]!);
    // A process that another of its writes had killed meanwhile did not hear of this one either.
    if (!call.isAlive) return;
    call.isAlive = false;
    if (cloud.lambdas.kill(cloud.functionOf(call.handler).arn) > 0) {
      counts[call.handler] = (counts[call.handler] ?? 0) + 1;
    }
  }
  /** The requests for which a kill with so many entries done is due. */
  const due = (isMeant: (done: number, write: Write) => boolean) => (request: ServiceRequest) => {
    const write = writes.of(request);
    if (write === null) return false;
    const done = nextKill(write);
    if (done === null || !isMeant(done, write)) return false;
    kept.set(request, done);
    return true;
  };
  const isLate = (request: ServiceRequest) => writes.of(request)?.call.isAlive === false;
  const when = { share: 1 };
  cloud.faults.add({ kind: "cut-before", of: isLate, when });
  cloud.faults.add({ kind: "cut-before", of: due((done) => done === 0), when, run: kill });
  cloud.faults.add({
    kind: "hand-back",
    of: due((done, { entries }) => done > 0 && done < entries.length),
    taken: (request) => kept.get(request) ?? 0,
    when,
  });
  cloud.faults.add({
    kind: "cut-after",
    of: (request) =>
      kept.has(request) || due((done, { entries }) => done === entries.length)(request),
    when,
    run: kill,
  });

  return {
    counts,
    get total() {
      return Object.values(counts).reduce((sum, count) => sum + count, 0);
    },
    missedOf: ({ entries }) =>
      [...entries].flatMap(([id, { isDone }]) => [
        ...(struck.before.has(id) ? [] : [`before ${id}`]),
        ...(!isDone || struck.after.has(id) ? [] : [`after ${id}`]),
      ]),
    stop: () => writes.stop(),
  };
}

/**
 * Comes back once all has gone through: what stopped is redriven, as often as it stops. A run in whose
 * place another came stays as it is.
 * @returns how often something was redriven
 */
export async function redrivenToEnd(
  cloud: Cloud,
  tell: (redrives: number) => void = () => undefined,
): Promise<number> {
  for (let redrives = 0; redrives < 1_000;) {
    await cloud.quiet();
    const stopped = cloud.machines
      .executions()
      .filter(({ status, error }) => status === "FAILED" && error !== "LeaseLost");
    if (stopped.length === 0) return redrives;
    for (const { arn } of stopped) cloud.machines.redrive(arn);
    redrives += stopped.length;
    tell(redrives);
  }
  throw new Error("what stopped was redriven a thousand times");
}

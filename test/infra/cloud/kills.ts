import type { Cloud } from "./cloud.ts";
import { isWrite, type ServiceRequest } from "./endpoints/faults.ts";

/** What a test knows of the kills that it asked for. */
export interface Kills {
  /** How often a process was ended, by handler. */
  readonly counts: Readonly<Record<string, number>>;
  readonly total: number;
}

type Moment = "before" | "after";

/**
 * Kills each function at one write after the other: at an object when it first writes that key, and of
 * the writes of the table at the first of one try, the second of the next one, and so on for each
 * payload. In turn a write has not been done or has been done; `first` says which of the two comes first.
 */
export function killAtEachWrite(cloud: Cloud, handlers: readonly string[], first: Moment): Kills {
  const counts: Record<string, number> = {};
  for (const handler of handlers) {
    counts[handler] = 0;
    killEach(cloud, handler, first, () => (counts[handler] = (counts[handler] ?? 0) + 1));
  }
  return {
    counts,
    get total() {
      return Object.values(counts).reduce((sum, count) => sum + count, 0);
    },
  };
}

function killEach(cloud: Cloud, handler: string, first: Moment, onKill: () => void): void {
  const { arn, properties } = cloud.functionOf(handler);
  const met = new Set<string>();
  const doneFirst = new WeakSet<ServiceRequest>();
  let next = first;
  let isAlive = true;
  let items = 0;
  let asked = "";
  const triesOf = new Map<string, number>();
  cloud.lambdas.intercept(arn, (payload, run) => {
    // What a process that was killed had under way is not a write of the next one.
    isAlive = true;
    items = 0;
    asked = JSON.stringify(payload);
    return run(payload);
  });

  function isNew({ key }: ServiceRequest): boolean {
    if (key !== null) return met.size < met.add(key).size;
    items += 1;
    const tries = triesOf.get(asked) ?? 0;
    if (items <= tries) return false;
    triesOf.set(asked, tries + 1);
    return true;
  }
  function isStruckBefore(request: ServiceRequest): boolean {
    const isMeant = isAlive && isWrite(request) && request.caller === properties["Role"];
    if (!isMeant || !isNew(request)) return false;
    isAlive = false;
    const moment = next;
    next = next === "before" ? "after" : "before";
    if (moment === "after") doneFirst.add(request);
    return moment === "before";
  }
  function run(): void {
    if (cloud.lambdas.kill(arn) > 0) onKill();
  }
  const when = { share: 1 };
  cloud.faults.add({ kind: "cut-before", of: isStruckBefore, when, run });
  cloud.faults.add({ kind: "cut-after", of: (request) => doneFirst.has(request), when, run });
}

/**
 * Comes back once all has gone through: what stopped is redriven, as often as it stops. A run in whose
 * place another came stays as it is.
 * @returns how often something was redriven
 */
export async function redrivenToEnd(cloud: Cloud, tell: (redrives: number) => void) {
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

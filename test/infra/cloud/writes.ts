import { createHash } from "node:crypto";
import type { Cloud } from "./cloud.ts";
import { isWrite, type ServiceRequest } from "./endpoints/faults.ts";

/** A request of a function that writes an object, or items of the table. */
export interface Write {
  readonly call: FollowedCall;
  /** Each object and item, told apart from every other of a night, and the same in each try. */
  readonly entries: readonly string[];
}

/** A call of a function. */
export interface FollowedCall {
  readonly handler: string;
  readonly payload: unknown;
  /** Until a test kills its process. */
  isAlive: boolean;
}

export interface FollowedWrites {
  /** Which write of which call a request is; null where none of the functions writes. */
  of(request: ServiceRequest): Write | null;
  /** Lets the functions be called at once again. */
  stop(): void;
}

/** Has the functions called one at a time, so that each write is known by its call. */
export function followWrites(cloud: Cloud, handlers: readonly string[]): FollowedWrites {
  const handlerOf = new Map<unknown, string>();
  const writesByRequest = new WeakMap<ServiceRequest, Write>();
  let last: Promise<unknown> = Promise.resolve();
  let current: { readonly call: FollowedCall; readonly written: Map<string, number> } | null = null;

  const removals = handlers.map((handler) => {
    const { arn, properties } = cloud.functionOf(handler);
    handlerOf.set(properties["Role"], handler);
    return cloud.lambdas.intercept(arn, (payload, run) => {
      const invoked = last.then(() => {
        current = { call: { handler, payload, isAlive: true }, written: new Map() };
        return run(payload);
      });
      last = invoked.catch(() => undefined);
      return invoked;
    });
  });

  return {
    of(request) {
      const before = writesByRequest.get(request);
      if (before !== undefined) return before;
      if (current === null || !isWrite(request)) return null;
      const { call, written } = current;
      if (handlerOf.get(request.caller) !== call.handler) return null;
      const entries = keysOf(request, call.payload).map((key) => {
        const times = (written.get(key) ?? 0) + 1;
        written.set(key, times);
        const again = times === 1 ? "" : `, again (${times})`;
        return `${call.handler}${calledWith(call.payload)}: ${key}${again}`;
      });
      const write = { call, entries };
      writesByRequest.set(request, write);
      return write;
    },
    stop() {
      for (const remove of removals) remove();
    },
  };
}

interface Payload {
  readonly phase?: string;
  readonly key?: string;
  readonly run?: string;
  readonly BatchInput?: { readonly run: string };
  /** Of an event that a run stopped. */
  readonly detail?: { readonly name: string };
  readonly Items?: readonly object[];
}

/** What tells the calls of one function apart: not the run or an instant, which differ from night to night. */
function calledWith(payload: unknown): string {
  const { phase, key, Items = [] } = payload as Payload;
  const parts = [phase, key, ...Items.flatMap((item) => Object.values(item) as string[])];
  return parts.flatMap((part) => (part === undefined ? [] : [` ${part}`])).join("");
}

/**
 * The key of the object, or of each item with what is in it: without the run, instants, days and hashes,
 * which differ from night to night, and without numbers, since a later try may count on from an earlier one.
 */
function keysOf({ key, items }: ServiceRequest, payload: unknown): readonly string[] {
  const { run, BatchInput, detail } = payload as Payload;
  const name = run ?? BatchInput?.run ?? detail?.name;
  const same = (text: string) => (name === undefined ? text : text.replaceAll(name, "<run>"));
  if (key !== null) return [same(key)];
  return items.map((item) => {
    const digest = createHash("sha256").update(same(item.text).replace(VARYING, "")).digest("hex");
    return `${item.key} ${digest.slice(0, 8)}`;
  });
}

/** Days and instants, hashes, and numbers as the protocol writes them. */
const VARYING = /\d{4}-\d\d-\d\d(T[\d:.]+Z)?|[0-9a-f]{32,}|"N":"[^"]*"/g;

/** What the functions write where nothing is killed. */
export interface NotedWrites {
  /** The objects and items, and whether each was done: one that is refused, such as an object that is there, was not. */
  readonly entries: ReadonlyMap<string, { readonly isDone: boolean }>;
  /** By handler: its requests, and the objects and items in them. */
  readonly sums: Readonly<Record<string, WriteSums>>;
  /** Notes no more. */
  stop(): void;
}

export interface WriteSums {
  readonly requests: number;
  readonly entries: number;
}

/** Notes each write of the functions from now on. */
export function noteWrites(cloud: Cloud, handlers: readonly string[]): NotedWrites {
  const writes = followWrites(cloud, handlers);
  const entries = new Map<string, { isDone: boolean }>();
  const sums: Record<string, WriteSums> = {};
  const onWrite = (note: (write: Write) => void) => (request: ServiceRequest) => {
    const write = writes.of(request);
    if (write !== null) note(write);
    return false;
  };
  const when = { share: 1 };
  const ofBefore = onWrite(({ call, entries: written }) => {
    const before = sums[call.handler] ?? { requests: 0, entries: 0 };
    sums[call.handler] = {
      requests: before.requests + 1,
      entries: before.entries + written.length,
    };
    for (const id of written) entries.set(id, { isDone: false });
  });
  const ofAfter = onWrite(({ entries: written }) => {
    for (const id of written) entries.set(id, { isDone: true });
  });
  cloud.faults.add({ kind: "cut-before", of: ofBefore, when });
  cloud.faults.add({ kind: "cut-after", of: ofAfter, when });
  return { entries, sums, stop: () => writes.stop() };
}

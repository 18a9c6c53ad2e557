import type { ItemWritten } from "./items-written.ts";
import { seededChance } from "./seeded-chance.ts";

/** A request to one of the services, as a fault sees it. */
export interface ServiceRequest {
  readonly service: "s3" | "dynamodb";
  /** Such as `PutObject` or `BatchWriteItem`. */
  readonly operation: string;
  /** The ARN of the role that calls. */
  readonly caller: string;
  /** The bucket, or the tables with a comma between. */
  readonly place: string;
  /** The key of the object, or null. */
  readonly key: string | null;
  /** The items of the table that are written or deleted; none of S3. */
  readonly items: readonly ItemWritten[];
}

/** What goes wrong: for the n-th request that is meant, from 1, or for a share of them, 0 to 1. */
export type Fault = {
  /** The requests that are meant; all of those that the kind fits where it is left out. */
  readonly of?: (request: ServiceRequest) => boolean;
  readonly when: { readonly nth: number } | { readonly share: number };
} & (
  | {
      /**
       * `throttle`: refused as too much at once. `fail`: answered with a fault of the service.
       * `break-off`: the body of a `GetObject` ends half way.
       */
      readonly kind: "throttle" | "fail" | "break-off";
    }
  | {
      /** Some entries of a `BatchWriteItem` come back as not processed. */
      readonly kind: "hand-back";
      /** How many of the first entries are written; left to chance where it is left out. */
      readonly taken?: (request: ServiceRequest) => number;
    }
  | {
      /**
       * `pause`: goes on once `run` has ended. `cut-before`: the connection is cut and nothing was
       * done. `cut-after`: it was done, and the connection is cut before the caller hears of it.
       * A `run` that kills the calling process has it end before or after its write.
       */
      readonly kind: "pause" | "cut-before" | "cut-after";
      readonly run?: (request: ServiceRequest) => void | Promise<void>;
    }
);

export type FaultKind = Fault["kind"];
export type InjectedBefore =
  | "throttle"
  | "fail"
  | "break-off"
  | "hand-back"
  | "cut"
  /** The first entries of a `BatchWriteItem` are written, the others handed back. */
  | { readonly taken: number };

/** What a test lets go wrong in the services, and how often it did. */
export interface Faults {
  add(fault: Fault): void;
  /** Lets nothing go wrong any more; the counts stay. */
  clear(): void;
  readonly injected: Readonly<Record<FaultKind, number>>;
  /** Asked by the services before a request is answered. The first fault in the order of adding is taken. */
  before(request: ServiceRequest): Promise<InjectedBefore | null>;
  /** Asked by the services once a request has taken effect. */
  after(request: ServiceRequest): Promise<"cut" | null>;
  /** From 0 to 1, for what a service leaves to chance. */
  chance(): number;
}

/** The requests after which something is different than before. */
export function isWrite({ operation }: ServiceRequest): boolean {
  return WRITES.has(operation);
}

const WRITES: ReadonlySet<string> = new Set([
  ...["PutObject", "CompleteMultipartUpload", "DeleteObject", "DeleteObjects"],
  ...["PutItem", "UpdateItem", "DeleteItem", "BatchWriteItem"],
]);

/** Faults that come again in the same way for the same seed and the same order of requests. */
export function faultsFor(seed: number): Faults {
  const chance = seededChance(seed);
  const injected: Record<FaultKind, number> = {
    ...{ throttle: 0, fail: 0, "break-off": 0, "hand-back": 0 },
    ...{ pause: 0, "cut-before": 0, "cut-after": 0 },
  };
  const active: { readonly fault: Fault; met: number }[] = [];

  /** The first fault that strikes; a request that is struck is not counted for those after it. */
  const strike = (request: ServiceRequest, isMeant: (kind: FaultKind) => boolean): Fault | null => {
    for (const entry of active) {
      const { fault } = entry;
      if (!isMeant(fault.kind) || !fits(fault.kind, request)) continue;
      if (fault.of !== undefined && !fault.of(request)) continue;
      entry.met += 1;
      const strikes =
        "nth" in fault.when ? entry.met === fault.when.nth : chance() < fault.when.share;
      if (!strikes) continue;
      injected[fault.kind] += 1;
      return fault;
    }
    return null;
  };

  return {
    injected,
    chance,
    add(fault) {
      active.push({ fault, met: 0 });
    },
    clear() {
      active.length = 0;
    },
    async before(request) {
      const fault = strike(request, (kind) => kind !== "cut-after");
      if (fault === null) return null;
      switch (fault.kind) {
        case "throttle":
        case "fail":
        case "break-off":
          return fault.kind;
        case "hand-back":
          return fault.taken === undefined ? fault.kind : { taken: fault.taken(request) };
        case "pause":
          await fault.run?.(request);
          return null;
        case "cut-before":
        case "cut-after":
          await fault.run?.(request);
          return "cut";
      }
    },
    async after(request) {
      const fault = strike(request, (kind) => kind === "cut-after");
      if (fault === null) return null;
      if ("run" in fault) await fault.run?.(request);
      return "cut";
    },
  };
}

function fits(kind: FaultKind, { operation }: ServiceRequest): boolean {
  if (kind === "break-off") return operation === "GetObject";
  return kind !== "hand-back" || operation === "BatchWriteItem";
}

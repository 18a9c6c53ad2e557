/** An event as `GetExecutionHistory` gives it, such as `{ type: "TaskStateEntered", stateEnteredEventDetails: { name, input } }`. */
export interface HistoryEvent {
  readonly id: number;
  readonly previousEventId: number;
  readonly timestamp: Date;
  readonly type: string;
  readonly [details: string]: unknown;
}

/** What an execution did, event by event. */
export interface History {
  readonly events: readonly HistoryEvent[];
  /** The details are kept under the name that belongs to the type: `ExecutionFailed` has `executionFailedEventDetails`. */
  add(type: string, details?: Readonly<Record<string, unknown>>): void;
}

export function history(now: () => Date): History {
  const events: HistoryEvent[] = [];
  return {
    events,
    add(type, details) {
      events.push({
        id: events.length + 1,
        previousEventId: events.length,
        timestamp: now(),
        type,
        ...(details !== undefined && { [detailsName(type)]: details }),
      });
    },
  };
}

/** All states share the name of their details when they are entered and exited. */
function detailsName(type: string): string {
  const shared = type.replace(
    /^(Task|Map|Pass|Choice|Wait|Succeed|Fail)State(?=Entered|Exited)/,
    "State",
  );
  return `${shared.charAt(0).toLowerCase()}${shared.slice(1)}EventDetails`;
}

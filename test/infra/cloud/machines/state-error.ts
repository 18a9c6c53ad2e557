/** What a state, and with it an execution, fails with: the two texts that Retry, Catch and the history show. */
export class StateError extends Error {
  readonly error: string;
  override readonly cause: string;

  constructor(error: string, cause: string) {
    super(`${error}: ${cause}`);
    this.name = "StateError";
    this.error = error;
    this.cause = cause;
  }

  /** What `$states.errorOutput` is, and the input of the state that a Catch leads to. */
  get output(): { readonly Error: string; readonly Cause: string } {
    return { Error: this.error, Cause: this.cause };
  }
}

/** Why an execution ends from outside: stopped by somebody, or beyond the time of its machine. */
export class Ended extends Error {
  readonly status: "ABORTED" | "TIMED_OUT";
  readonly error: string | undefined;
  override readonly cause: string | undefined;

  constructor(status: "ABORTED" | "TIMED_OUT", error?: string, cause?: string) {
    super(status);
    this.name = "Ended";
    this.status = status;
    this.error = error;
    this.cause = cause;
  }
}

/** Errors that `States.ALL` leaves out: what is wrong with the definition or its data comes back each time. */
const TERMINAL = new Set(["States.DataLimitExceeded", "States.Runtime"]);

/** Whether an `ErrorEquals` names the error. */
export function isNamed(errorEquals: readonly string[], { error }: StateError): boolean {
  return errorEquals.some((name) => {
    if (name === error) return true;
    if (TERMINAL.has(error)) return false;
    return name === "States.ALL" || (name === "States.TaskFailed" && error !== "States.Timeout");
  });
}

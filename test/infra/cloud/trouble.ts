import { STEPS } from "../../../functions/layout.ts";
import type { Cloud } from "./cloud.ts";
import { isWrite } from "./endpoints/faults.ts";
import { failed } from "./functions/lambda-process.ts";

/** Such as the take of the lease, of a function that two states call. */
export type IsMeant = (payload: unknown) => boolean;

export const ofPhase =
  (phase: string): IsMeant =>
  (payload) =>
    (payload as { readonly phase?: string }).phase === phase;

/**
 * Has a function refused twice, killed at a write of its third call, and run out of time once its
 * fourth has done its work.
 * @param write before which write of the third call it is killed; the first is that of the lease
 */
export function trouble(
  cloud: Cloud,
  handler: string,
  write: number,
  isMeant: IsMeant = () => true,
): void {
  const { arn } = cloud.functionOf(handler);
  let calls = 0;
  cloud.lambdas.intercept(arn, async (payload, run) => {
    if (!isMeant(payload)) return run(payload);
    calls += 1;
    if (calls <= 2) return failed("Lambda.TooManyRequestsException", "Rate Exceeded.");
    if (calls === 3) killAtWrite(cloud, handler, write, "before");
    const invoked = await run(payload);
    return calls === 4 ? failed("Sandbox.Timedout", "Task timed out") : invoked;
  });
}

/** Ends the processes of a function once it asks for a write, counted from now on, and does what follows then. */
export function killAtWrite(
  cloud: Cloud,
  handler: string,
  write: number,
  when: "before" | "after",
  then: () => void = () => undefined,
): void {
  const { arn, properties } = cloud.functionOf(handler);
  cloud.faults.add({
    kind: when === "before" ? "cut-before" : "cut-after",
    of: (request) => isWrite(request) && request.caller === properties["Role"],
    when: { nth: write },
    run() {
      cloud.lambdas.kill(arn);
      then();
    },
  });
}

/** Kills a function at its first write after that of the lease, and stops its run; gives the instant in milliseconds. */
export const stopAtWrite = (cloud: Cloud, handler: string, run: () => string): Promise<number> =>
  new Promise((resolve) => {
    const remove = cloud.lambdas.intercept(
      cloud.functionOf(handler).arn,
      async (payload, invoke) => {
        remove();
        killAtWrite(cloud, handler, 2, "before");
        const invoked = await invoke(payload);
        cloud.machines.stop(run());
        resolve(cloud.clock.now().getTime());
        return invoked;
      },
    );
  });

type StepId = keyof typeof STEPS;
export interface Called {
  readonly handler: string;
  readonly step: StepId;
  readonly isMeant?: IsMeant;
}
/** What the steps call. */
export const CALLED: readonly Called[] = [
  { handler: "lease", step: "lease", isMeant: ofPhase("take") },
  { handler: "receive", step: "receive" },
  { handler: "read", step: "read" },
  { handler: "assemble", step: "assemble" },
  { handler: "measure", step: "measure" },
  { handler: "release", step: "release" },
  { handler: "publish", step: "publish" },
  { handler: "lease", step: "end", isMeant: ofPhase("give-back") },
];

import { randomUUID } from "node:crypto";
import { inSeconds } from "./aws-events.ts";
import {
  delivered,
  isAssumable,
  type Receivers,
  type RetryPolicy,
  Unreachable,
} from "./delivery.ts";
import type { DeployedResource } from "../templates/deployed.ts";

const SERVICE = "scheduler.amazonaws.com";

/** What a schedule came to. */
export type Fired =
  | { readonly outcome: "started"; readonly executionArn: string }
  | { readonly outcome: "disabled" }
  | { readonly outcome: "dead letter" | "lost"; readonly error: string };

/** The schedules of EventBridge Scheduler, which a test fires. */
export interface Schedules {
  /** @param idBegins how the logical id of the schedule begins */
  fire(idBegins: string, scheduledAt: Date): Promise<Fired>;
  /** Has all targets not answer the next attempts, as many as said. */
  unreachable(times: number): void;
}

interface Target {
  readonly Arn: string;
  readonly RoleArn: string;
  readonly Input?: string;
  readonly DeadLetterConfig?: { readonly Arn?: string };
  readonly RetryPolicy?: RetryPolicy;
}

export function schedules(receivers: Receivers): Schedules {
  const { deployed, authority, machines, queues, clock } = receivers;
  let silent = 0;

  async function fire(schedule: DeployedResource, scheduledAt: Date): Promise<Fired> {
    const { State = "ENABLED", Target: target } = schedule.properties as {
      State?: string;
      Target: Target;
    };
    if (State === "DISABLED") return { outcome: "disabled" };
    const { Arn, RoleArn, DeadLetterConfig } = target;
    if (Arn.split(":")[2] !== "states") {
      throw new Error(`the target ${Arn} of ${schedule.id} is not understood`);
    }
    const group = (schedule.properties["GroupName"] ?? "default") as string;
    const [, partition = "", , region = "", account = ""] = Arn.split(":");
    const arn = `arn:${partition}:scheduler:${region}:${account}:schedule-group/${group}`;
    const id = randomUUID();
    let attempts = 0;
    let executionArn = "";
    let input: unknown = {};
    const error = await delivered(
      async () => {
        await Promise.resolve();
        attempts += 1;
        input = JSON.parse(
          (target.Input ?? "{}")
            .replaceAll("<aws.scheduler.scheduled-time>", inSeconds(scheduledAt))
            .replaceAll("<aws.scheduler.schedule-arn>", schedule.arn)
            .replaceAll("<aws.scheduler.execution-id>", id)
            .replaceAll("<aws.scheduler.attempt-number>", String(attempts)),
        );
        if (!isAssumable(deployed, RoleArn, SERVICE, { arn, account })) {
          throw new Error(`${SERVICE} may not take on the role ${RoleArn}`);
        }
        if (silent > 0) {
          silent -= 1;
          throw new Unreachable(Arn);
        }
        ({ executionArn } = machines.start({ machineArn: Arn, input, caller: RoleArn }));
      },
      target.RetryPolicy ?? {},
      clock,
    );
    if (error === null) return { outcome: "started", executionArn };
    const queue = DeadLetterConfig?.Arn;
    const send = { principal: RoleArn, action: "sqs:SendMessage", resource: queue ?? "" };
    if (queue === undefined || !authority.allows(send)) {
      return { outcome: "lost", error: error.message };
    }
    queues.send(queue, input, error.message);
    return { outcome: "dead letter", error: error.message };
  }

  return {
    fire: (idBegins, scheduledAt) =>
      fire(deployed.one("AWS::Scheduler::Schedule", idBegins), scheduledAt),
    unreachable: (times) => void (silent = times),
  };
}

import { type AwsEvent, executionStatusChange } from "./aws-events.ts";
import {
  delivered,
  isAssumable,
  isLike,
  type Receivers,
  type RetryPolicy,
  Unreachable,
} from "./delivery.ts";
import { AccessDenied, type Deployed, type DeployedResource } from "../templates/deployed.ts";
import { checkPattern, type EventPattern, matches } from "./event-pattern.ts";
import { inputOf, type TargetInput } from "./target-input.ts";

const SERVICE = "events.amazonaws.com";

/** What became of an event at one target of one rule. */
export interface Delivery {
  readonly ruleArn: string;
  readonly targetArn: string;
  readonly input: unknown;
  /** `lost` is an event that no target and no queue of dead letters took. */
  readonly outcome: "delivered" | "dead letter" | "lost";
  readonly error: string | null;
}

/** The default bus of EventBridge with the rules of the stacks. */
export interface Events {
  /** Delivers an event by the rules it matches. Comes back when every target, or a queue of dead letters, has it. */
  put(event: AwsEvent): Promise<void>;
  readonly deliveries: readonly Delivery[];
  /** Has a target not answer the next attempts, as many as said. */
  unreachable(targetArn: string, times: number): void;
  /** Comes back when nothing is being delivered, such as what the machines have sent. */
  settled(): Promise<void>;
}

interface Target extends TargetInput {
  readonly Arn: string;
  readonly Id: string;
  readonly RoleArn?: string;
  readonly DeadLetterConfig?: { readonly Arn?: string };
  readonly RetryPolicy?: RetryPolicy;
}

const TARGET_FIELDS =
  "Arn Id RoleArn Input InputPath InputTransformer DeadLetterConfig RetryPolicy".split(" ");

/** @throws Error where a rule says what is not understood */
export function events(receivers: Receivers): Events {
  const { deployed, machines, clock } = receivers;
  const rules = deployed.ofType("AWS::Events::Rule").filter(isByPattern);
  for (const rule of rules) checkRule(rule);
  const deliveries: Delivery[] = [];
  const silent = new Map<string, number>();
  const underWay = new Set<Promise<void>>();

  async function put(event: AwsEvent): Promise<void> {
    if (event.source === "aws.s3" && !isNotified(deployed, event)) return;
    const work = rules
      .filter(({ properties }) => matches(properties["EventPattern"] as EventPattern, event))
      .flatMap((rule) => targetsOf(rule).map((target) => deliver(rule, target, event)));
    await Promise.all(work);
  }

  async function deliver(rule: DeployedResource, target: Target, event: AwsEvent): Promise<void> {
    let input: unknown = event;
    const attempt = async () => {
      input = inputOf(target, event, rule, clock.now());
      const left = silent.get(target.Arn) ?? 0;
      silent.set(target.Arn, Math.max(0, left - 1));
      if (left > 0) throw new Unreachable(target.Arn);
      await handOver(receivers, rule, target, input);
    };
    const error = await delivered(attempt, target.RetryPolicy ?? {}, clock);
    const outcome =
      error === null ? "delivered" : isBuried(rule, target, event, error) ? "dead letter" : "lost";
    deliveries.push({
      ...{ ruleArn: rule.arn, targetArn: target.Arn, input, outcome },
      error: error?.message ?? null,
    });
  }

  function isBuried(
    rule: DeployedResource,
    { DeadLetterConfig }: Target,
    event: AwsEvent,
    error: Error,
  ): boolean {
    const queueArn = DeadLetterConfig?.Arn;
    if (queueArn === undefined || !maySend(receivers, rule, "sqs:SendMessage", queueArn)) {
      return false;
    }
    receivers.queues.send(queueArn, event, error.message);
    return true;
  }

  function tracked(event: AwsEvent): Promise<void> {
    const work = put(event).finally(() => underWay.delete(work));
    underWay.add(work);
    return work;
  }

  machines.onStatus((change) => void tracked(executionStatusChange(change)));
  return {
    put: tracked,
    deliveries,
    unreachable: (targetArn, times) => void silent.set(targetArn, times),
    async settled() {
      while (underWay.size > 0) await Promise.all(underWay);
    },
  };
}

function isByPattern({ id, properties }: DeployedResource): boolean {
  const { EventPattern, EventBusName = "default", State = "ENABLED" } = properties;
  if (EventBusName !== "default") throw new Error(`${id}: a bus of its own is not understood`);
  return EventPattern !== undefined && State !== "DISABLED";
}

const targetsOf = ({ properties }: DeployedResource) =>
  (properties["Targets"] ?? []) as readonly Target[];

function checkRule(rule: DeployedResource): void {
  checkPattern(rule.properties["EventPattern"] as EventPattern);
  for (const target of targetsOf(rule)) {
    const unknown = Object.keys(target).filter((name) => !TARGET_FIELDS.includes(name));
    if (unknown.length > 0) throw new Error(`${rule.id}: ${unknown.join(", ")} is not understood`);
  }
}

/** A bucket sends to EventBridge what it is configured to, which is nothing by itself. */
function isNotified(deployed: Deployed, { detail }: AwsEvent): boolean {
  const { name } = detail["bucket"] as { name: string };
  const bucket = deployed.ofType("AWS::S3::Bucket").find(({ ref }) => ref === name);
  if (bucket === undefined) throw new Error(`no bucket is deployed as ${name}`);
  const configurations = [
    bucket.properties["NotificationConfiguration"],
    ...deployed
      .ofType("Custom::S3BucketNotifications")
      .filter(({ properties }) => properties["BucketName"] === name)
      .map(({ properties }) => properties["NotificationConfiguration"]),
  ] as ({ EventBridgeConfiguration?: { EventBridgeEnabled?: boolean } } | undefined)[];
  return configurations.some(
    (configuration) =>
      configuration?.EventBridgeConfiguration !== undefined &&
      configuration.EventBridgeConfiguration.EventBridgeEnabled !== false,
  );
}

function maySend(
  { authority }: Receivers,
  rule: DeployedResource,
  action: string,
  resource: string,
): boolean {
  return authority.allows({ principal: SERVICE, action, resource, context: contextOf(rule) });
}

/** What AWS says of a rule in whose name EventBridge calls. */
const contextOf = ({ arn }: DeployedResource) => ({
  "aws:sourcearn": arn,
  "aws:sourceaccount": arn.split(":")[4] ?? "",
});

/** @throws Error where the target does not take it */
async function handOver(
  receivers: Receivers,
  rule: DeployedResource,
  { Arn, RoleArn }: Target,
  input: unknown,
): Promise<void> {
  const { deployed, machines, queues } = receivers;
  const [, , service = "", , account = ""] = Arn.split(":");
  switch (service) {
    case "states": {
      const source = { arn: rule.arn, account };
      if (RoleArn === undefined || !isAssumable(deployed, RoleArn, SERVICE, source)) {
        throw new Error(`${SERVICE} may not take on the role ${RoleArn}`);
      }
      machines.start({ machineArn: Arn, input, caller: RoleArn });
      return;
    }
    case "lambda":
      if (!isPermitted(deployed, Arn, rule.arn)) throw denied("lambda:InvokeFunction", Arn);
      return invokeLater(receivers, rule, Arn, input);
    case "sqs":
    case "sns": {
      const action = service === "sqs" ? "sqs:SendMessage" : "sns:Publish";
      if (!maySend(receivers, rule, action, Arn)) throw denied(action, Arn);
      queues.send(Arn, input);
      return;
    }
    default:
      throw new Error(`the target ${Arn} of ${rule.id} is not understood`);
  }
}

const denied = (action: string, resource: string) =>
  new AccessDenied({ principal: SERVICE, action, resource });

/** A function lets a rule in by a permission of its own. */
function isPermitted(deployed: Deployed, functionArn: string, ruleArn: string): boolean {
  return deployed.ofType("AWS::Lambda::Permission").some(({ properties }) => {
    const {
      FunctionName = "",
      Principal,
      Action,
      SourceArn,
    } = properties as Record<string, string>;
    return (
      (FunctionName === functionArn || functionArn.endsWith(`:${FunctionName}`)) &&
      Principal === SERVICE &&
      Action === "lambda:InvokeFunction" &&
      (SourceArn === undefined || isLike(SourceArn, ruleArn))
    );
  });
}

/** Minutes before Lambda tries again what failed in a call for which nobody waits. */
const LATER = [1, 2];

async function invokeLater(
  { lambdas, clock }: Receivers,
  rule: DeployedResource,
  functionArn: string,
  input: unknown,
): Promise<void> {
  for (let attempt = 0; ; attempt += 1) {
    const invoked = await lambdas.invoke(functionArn, input, SERVICE, contextOf(rule));
    if (!("error" in invoked)) return;
    const minutes = LATER[attempt];
    if (minutes === undefined) return;
    await clock.wait(minutes * 60);
  }
}

import { s3Store } from "../../../functions/adapters/aws/s3-store.ts";
import type { ObjectStore, Table } from "../../../functions/pipeline/ports.ts";
import { alarms as alarmsOf, type Evaluated } from "./events/alarms.ts";
import { objectCreated } from "./events/aws-events.ts";
import { stackClock, type StackClock } from "./clock.ts";
import type { Authority, Deployed, DeployedResource } from "./templates/deployed.ts";
import { deploy, type StackTemplate } from "./templates/deploy.ts";
import { events as eventsOf, type Events } from "./events/events.ts";
import type { Execution } from "./machines/execution.ts";
import type { Faults } from "./endpoints/faults.ts";
import { runningLambdas, type RunningLambdas } from "./functions/lambdas.ts";
import { machines as runningMachines, type Machines } from "./machines/machine.ts";
import { metrics as metricsOf } from "./events/metrics.ts";
import { authorityOf } from "./policies/policies.ts";
import { queues as queuesOf, type Queues } from "./events/queues.ts";
import { schedules as schedulesOf, type Fired } from "./events/schedules.ts";
import { startServices, type StartedServices } from "./endpoints/aws-endpoints.ts";
import { statesEndpoint } from "./machines/states-endpoint.ts";
import type { Synthesis } from "./templates/synthesis.ts";

export type Templates = Readonly<Record<string, StackTemplate>>;

/** The stacks at work on this machine. */
export interface Cloud {
  readonly deployed: Deployed;
  readonly authority: Authority;
  readonly services: StartedServices;
  readonly faults: Faults;
  readonly lambdas: RunningLambdas;
  readonly machines: Machines;
  readonly events: Events;
  readonly queues: Queues;
  readonly clock: StackClock;
  /** Past every policy, for what a test puts in and looks at. */
  readonly inbox: ObjectStore;
  readonly records: ObjectStore;
  readonly public: ObjectStore;
  readonly table: Table;
  /** A function of a district by the name of its handler. */
  functionOf(handler: string, district?: string): DeployedResource;
  /** A machine of a district. */
  machineOf(name: "Run" | "Uploads", district?: string): DeployedResource;
  /** Starts a run by hand, as an operator does, and comes back when it has ended. */
  run(input?: object, district?: string, name?: string): Promise<Execution>;
  /** Has the schedule of a district fire. */
  morning(time?: Date, district?: string): Promise<Fired>;
  /** What the alarms of a district that ring now are named, without what CDK adds. */
  ringing(district?: string): readonly string[];
  /** What one alarm of a district comes to now. */
  alarm(name: string, district?: string): Evaluated;
  /** Comes back when no execution runs and no event is on its way. */
  quiet(): Promise<void>;
  close(): Promise<void>;
}

export interface CloudOptions {
  /** Changes the templates before they are deployed. */
  readonly change?: (templates: Templates) => Templates;
  /** The time at which the stacks begin. */
  readonly startAt?: Date;
  readonly timeout?: (resource: DeployedResource) => number;
}

/** Deploys the synthesized stacks to services on this machine. */
export async function startCloud(
  { templates, codeOf }: Synthesis,
  options: CloudOptions = {},
): Promise<Cloud> {
  const deployed = deploy(options.change?.(templates) ?? templates);
  const authority = authorityOf(deployed);
  const clock = stackClock(options.startAt);
  const services = await startServices(deployed, authority, { now: () => clock.now() });
  const endpoints: Record<string, string> = { ...services.endpoints };
  const lambdas = runningLambdas({
    ...{ deployed, authority, clock, codeOf },
    ...(options.timeout !== undefined && { timeout: options.timeout }),
    services: { ...services, endpoints },
  });
  const machines = runningMachines({ deployed, authority, clock, lambdas, services });
  const roles = new Map(
    deployed
      .ofType("AWS::IAM::Role")
      .map(({ arn }) => [services.credentialsOf(arn).accessKeyId, arn] as const),
  );
  const roleOf = (accessKeyId: string): string => {
    const role = roles.get(accessKeyId);
    if (role === undefined) throw new Error(`nobody has the access key ${accessKeyId}`);
    return role;
  };
  const states = await statesEndpoint({ machines, authority, roleOf });
  endpoints["AWS_ENDPOINT_URL_SFN"] = states.url;

  const queues = queuesOf(clock);
  const receivers = { deployed, authority, lambdas, machines, queues, clock };
  const events = eventsOf(receivers);
  const metrics = metricsOf({ machines, lambdas, queues });
  const faults: unknown[] = [];
  let isClosed = false;
  services.onObjectCreated((object) => {
    events.put(objectCreated(object, object.time)).catch((error: unknown) => faults.push(error));
  });
  const stackOf = (district: string) => `IlpPipeline-${district}`;
  const alarmsIn = (district: string) =>
    deployed
      .ofType("AWS::CloudWatch::Alarm")
      .filter(({ stack }) => stack === stackOf(district))
      .map(({ id }) => id);
  const alarm = (id: string, district: string) =>
    alarmsOf({ deployed: within(deployed, stackOf(district)), authority, metrics }).state(
      id,
      clock.now(),
    );

  const client = services.s3Client();
  const bucket = (idBegins: string): ObjectStore =>
    s3Store(client, deployed.one("AWS::S3::Bucket", idBegins).ref);
  const machineOf = (name: string, district = "cast") =>
    deployed.one("AWS::StepFunctions::StateMachine", name, stackOf(district));
  return {
    ...{ deployed, authority, services, lambdas, machines, events, queues, clock },
    faults: services.faults,
    inbox: bucket("Inbox"),
    records: bucket("Records"),
    public: bucket("Public"),
    table: services.table(deployed.one("AWS::DynamoDB::GlobalTable", "Table").ref),
    functionOf(handler, district = "cast") {
      const id = `${handler.charAt(0).toUpperCase()}${handler.slice(1)}`;
      const named = deployed
        .ofType("AWS::Lambda::Function")
        .filter((resource) => resource.stack === stackOf(district))
        .find((resource) => resource.id.slice(0, -8) === id);
      if (named === undefined) throw new Error(`no function ${id} of ${district}`);
      return named;
    },
    machineOf,
    run(input = {}, district = "cast", name) {
      const { executionArn } = machines.start({
        ...{ machineArn: machineOf("Run", district).arn, input, caller: null },
        ...(name !== undefined && { name }),
      });
      return machines.finished(executionArn);
    },
    morning: (time = clock.now(), district = "cast") =>
      schedulesOf({ ...receivers, deployed: within(deployed, stackOf(district)) }).fire(
        "Morning",
        time,
      ),
    ringing: (district = "cast") =>
      alarmsIn(district)
        .filter((id) => alarm(id, district).state === "ALARM")
        .map((id) => id.slice(0, -8))
        .sort(),
    alarm: (name, district = "cast") => alarm(name, district),
    async quiet() {
      await events.settled();
      await machines.settled();
      await events.settled();
      if (faults.length > 0) throw faults[0];
    },
    async close() {
      if (isClosed) return;
      isClosed = true;
      machines.close();
      await lambdas.close();
      await states.close();
      await services.close();
    },
  };
}

/** The resources of one stack, and those of all stacks by their ARNs. */
function within(deployed: Deployed, stack: string): Deployed {
  return {
    ...deployed,
    ofType: (type) => deployed.ofType(type).filter((resource) => resource.stack === stack),
    one: (type, idBegins) => deployed.one(type, idBegins, stack),
  };
}

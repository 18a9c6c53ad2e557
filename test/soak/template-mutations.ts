import { ENVIRONMENT, STEPS } from "../../functions/layout.ts";
import {
  type Change,
  type Properties,
  resourceOf,
  statementsOf,
  statesOf,
  without,
  type WrittenStatement,
} from "../infra/cloud/templates/change-templates.ts";

/** The stack that is changed. */
export const CAST = "IlpPipeline-cast";
const QUEUES = "every start has a queue for what cannot be delivered";
const TIME = "every function has a minute";
const KEYLESS = "a call that names no key is refused";
const LOG = "nobody changes the access log";
const UPLOAD = "an upload starts one run";
const SCHEDULE = "the morning starts a run";
const THROTTLED = "a throttled run goes through";
const TWO_RUNS = "two runs at once both go through";
const FAILING = "a step that fails rings its alarms";
const WAITING = "a file that would remove many waits and rings";
const UNSTARTED = "what cannot be started rings";
const FOREIGN = "nobody reaches another district";

const policy = (idBegins: string, change: Parameters<typeof statementsOf>[2]) =>
  statementsOf(CAST, idBegins, change);

/** Each statement that allows the action, changed. */
const each =
  (action: string, change: (statement: WrittenStatement) => WrittenStatement) =>
  (statements: WrittenStatement[]) =>
    statements.map((statement) =>
      [statement.Action].flat().includes(action) ? change(statement) : statement,
    );

/** As text, so that a name is changed wherever in an ARN or a condition it stands. */
const replaced =
  (from: string, to: string) =>
  (statement: WrittenStatement): WrittenStatement =>
    JSON.parse(JSON.stringify(statement).replaceAll(from, to)) as WrittenStatement;

const variablesOf = (properties: Properties) =>
  (properties["Environment"] as { Variables: Record<string, unknown> }).Variables;

const retriesWithout = (state: string, error: string) =>
  statesOf(CAST, "Run", (states) => {
    const { Retry = [] } = states[state]!;
    states[state]!.Retry = Retry.filter(({ ErrorEquals }) => !ErrorEquals.includes(error));
  });

const threshold = (idBegins: string, value: number) =>
  resourceOf(CAST, "AWS::CloudWatch::Alarm", idBegins, (alarm) => {
    alarm["Threshold"] = value;
  });

/** What somebody may change in the templates without noticing, and the check that must see it. */
export const MUTATIONS: readonly (readonly [mutation: string, change: Change, check: string])[] = [
  [
    "the buckets of records and releases are swapped for Release",
    resourceOf(CAST, "AWS::Lambda::Function", "Release", (properties) => {
      const variables = variablesOf(properties);
      const records = variables[ENVIRONMENT.recordsBucket];
      variables[ENVIRONMENT.recordsBucket] = variables[ENVIRONMENT.publicBucket];
      variables[ENVIRONMENT.publicBucket] = records;
    }),
    UPLOAD,
  ],
  [
    "Receive works for another district",
    resourceOf(CAST, "AWS::Lambda::Function", "Receive", (properties) => {
      variablesOf(properties)[ENVIRONMENT.district] = "birch";
    }),
    UPLOAD,
  ],
  [
    "Receive does not try again what was throttled",
    retriesWithout(STEPS.receive, "Lambda.TooManyRequestsException"),
    THROTTLED,
  ],
  [
    "Release does not try again what ran out of time",
    retriesWithout(STEPS.release, "Sandbox.Timedout"),
    THROTTLED,
  ],
  [
    "a run does not wait for the lease of another",
    retriesWithout(STEPS.lease, "LeaseHeld"),
    TWO_RUNS,
  ],
  [
    "Measure reads the objects of all districts",
    policy("MeasureRole", each("s3:GetObject", replaced("/conformed/cast/*", "/conformed/*"))),
    FOREIGN,
  ],
  [
    "Receive writes what another district sent",
    policy("ReceiveRole", each("s3:PutObject", replaced("/raw/cast/*", "/raw/*"))),
    FOREIGN,
  ],
  [
    "Arrive lists the inbox of another district",
    policy("ArriveRole", each("s3:ListBucket", replaced("cast/*", "*"))),
    FOREIGN,
  ],
  [
    "Assemble deletes the plans of another district",
    policy("AssembleRole", each("dynamodb:BatchWriteItem", replaced("cast#student#*", "*"))),
    FOREIGN,
  ],
  [
    "Read reads the ledgers of all districts",
    policy("ReadRole", each("dynamodb:Query", replaced("cast#ledger", "*#ledger"))),
    FOREIGN,
  ],
  [
    "the condition on leading keys is met by no key",
    policy(
      "LeaseRole",
      each("dynamodb:GetItem", ({ Condition: { Null: _, ...Condition } = {}, ...statement }) => ({
        ...statement,
        Condition,
      })),
    ),
    KEYLESS,
  ],
  ["the alarm of a failed run rings at two", threshold("RunFailed", 2), FAILING],
  ["the alarm of a failed step rings at two", threshold("StepFailedmeasure", 2), FAILING],
  ["the alarm of waiting files rings at ten", threshold("FilesWaiting", 10), WAITING],
  ["the alarm of what was not started rings at ten", threshold("NotStarted", 10), UNSTARTED],
  [
    "the alarm of a failed run tells nobody",
    resourceOf(CAST, "AWS::CloudWatch::Alarm", "RunFailed", (alarm) => {
      alarm["AlarmActions"] = [];
    }),
    FAILING,
  ],
  [
    "an error of Measure is caught and the run goes on",
    statesOf(CAST, "Run", (states) => {
      states[STEPS.measure]!.Catch = [{ ErrorEquals: ["States.ALL"], Next: STEPS.end }];
    }),
    FAILING,
  ],
  [
    "Measure tolerates every school that failed",
    statesOf(CAST, "Run", (states) => {
      states[STEPS.measure]!.ToleratedFailurePercentage = 100;
    }),
    FAILING,
  ],
  [
    "the batches of Measure are not told the version",
    statesOf(CAST, "Run", (states) => {
      delete states[STEPS.measure]!.ItemBatcher!.BatchInput["version"];
    }),
    UPLOAD,
  ],
  [
    "uploads of another district are followed",
    resourceOf(CAST, "AWS::Events::Rule", "Uploaded", (rule) => {
      const { detail } = rule["EventPattern"] as { detail: { object: object } };
      detail.object = { key: [{ prefix: "birch/" }] };
    }),
    UPLOAD,
  ],
  [
    "uploads of all districts are followed",
    resourceOf(CAST, "AWS::Events::Rule", "Uploaded", (rule) => {
      const { detail } = rule["EventPattern"] as { detail: { object?: object } };
      delete detail.object;
    }),
    FOREIGN,
  ],
  [
    "the inbox tells nobody of what came",
    resourceOf("IlpStorage", "AWS::S3::Bucket", "Inbox", (bucket) => {
      delete bucket["NotificationConfiguration"];
    }),
    UPLOAD,
  ],
  [
    "the schedule is switched off",
    resourceOf(CAST, "AWS::Scheduler::Schedule", "Morning", (schedule) => {
      schedule["State"] = "DISABLED";
    }),
    SCHEDULE,
  ],
  [
    "the schedule has no queue for what it cannot start",
    resourceOf(CAST, "AWS::Scheduler::Schedule", "Morning", (schedule) => {
      delete (schedule["Target"] as Properties)["DeadLetterConfig"];
    }),
    QUEUES,
  ],
  [
    "nobody may lay anything in the queue of what was not started",
    without(CAST, "AWS::SQS::QueuePolicy", "Unstarted"),
    UNSTARTED,
  ],
  [
    "the rule of stopped runs may not call Watch",
    without(CAST, "AWS::Lambda::Permission", "Stopped"),
    FAILING,
  ],
  [
    "entries of the access log may be overwritten",
    statementsOf(
      "IlpStorage",
      "Records",
      (statements) => statements.filter(({ Sid }) => Sid !== "NoEntryReplaced"),
      "AWS::S3::BucketPolicy",
    ),
    LOG,
  ],
  [
    "entries of the access log may be deleted",
    statementsOf(
      "IlpStorage",
      "Records",
      (statements) => statements.filter(({ Sid }) => Sid !== "NoEntryDeleted"),
      "AWS::S3::BucketPolicy",
    ),
    LOG,
  ],
  [
    "Assemble has a second",
    resourceOf(CAST, "AWS::Lambda::Function", "Assemble", (properties) => {
      properties["Timeout"] = 1;
    }),
    TIME,
  ],
  [
    "the machine may not start the batches of a map",
    without(CAST, "AWS::IAM::Policy", "RunDistributedMap"),
    UPLOAD,
  ],
];

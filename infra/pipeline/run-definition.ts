import type { IFunction } from "aws-cdk-lib/aws-lambda";
import type { IBucket } from "aws-cdk-lib/aws-s3";
import {
  Choice,
  Condition,
  type DistributedMap,
  type IChainable,
  Succeed,
} from "aws-cdk-lib/aws-stepfunctions";
import type { LambdaInvoke } from "aws-cdk-lib/aws-stepfunctions-tasks";
import type { Construct } from "constructs";
import { recordsKeys, STEPS, type HandlerName } from "../../functions/layout.ts";
import type { District } from "../settings/configuration.ts";
import { batchedMap } from "./batched-map.ts";
import { runStep } from "./run-step.ts";

/** A value of the run, as the JSONata expression that is passed to a step. */
const RUN = "{% $run %}";

/**
 * One district's night. Its input is `{}` or what `functions/handlers/run-input.ts` reads. What
 * several steps need is kept in variables, each assigned by the step that returns it. A step that
 * fails ends the run at once, so that a redrive continues with that step: nothing catches an error.
 */
export function runDefinition(
  scope: Construct,
  district: District,
  handlers: Handlers,
  records: IBucket,
): IChainable {
  const { mandate } = district;
  const measuring = { run: RUN, asOf: "{% $asOf %}", mandate, version: "{% $version %}" };
  const takeLease = takesLease(scope, handlers);
  const receive = runStep(
    scope,
    STEPS.receive,
    handlers.receive,
    { run: RUN },
    assigned("filesKey"),
  );
  const readFiles = readsFiles(scope, district, handlers, records);
  const assemble = runStep(
    scope,
    STEPS.assemble,
    handlers.assemble,
    { run: RUN, acceptRemovals: "{% $acceptRemovals %}" },
    assigned("version", "schoolsKey"),
  );
  const measureSchools = measuresSchools(scope, district, handlers, records, measuring);
  readFiles
    .next(assemble)
    .next(measureSchools)
    .next(releases(scope, handlers, measuring))
    .next(publishesWhatIsDue(scope, handlers));
  return takeLease.next(receive).next(
    // Even with nothing new to read there are new figures, since another day has passed.
    Choice.jsonata(scope, "Anything to read?")
      .when(Condition.jsonata("{% $states.input.files > 0 %}"), readFiles)
      .otherwise(assemble),
  );
}

type Handlers = Readonly<Record<HandlerName, IFunction>>;
/** The values that say of which records, day and mandate figures are made. */
type Measuring = Readonly<Record<"run" | "asOf" | "mandate" | "version", string>>;

const takesLease = (scope: Construct, { lease }: Handlers): LambdaInvoke =>
  runStep(
    scope,
    STEPS.lease,
    lease,
    {
      phase: "take",
      run: "{% $states.context.Execution.Name %}",
      startedAt: "{% $states.context.Execution.StartTime %}",
      input: "{% $states.input %}",
    },
    assigned("run", "asOf", "isPublicAsked", "isNewSecret", "acceptRemovals"),
  );

const readsFiles = (
  scope: Construct,
  { id }: District,
  { read }: Handlers,
  records: IBucket,
): DistributedMap =>
  batchedMap(scope, STEPS.read, {
    records,
    itemsKey: "{% $filesKey %}",
    resultsPrefix: resultsOf(id, "read"),
    batchInput: { run: RUN },
    // A file may be a year of attendance, so a batch has few; most districts send under ten files.
    itemsPerBatch: 2,
    maxConcurrency: 20,
    eachBatch: runStep(scope, "Read a batch of files", read, "{% $states.input %}"),
  });

const measuresSchools = (
  scope: Construct,
  { id }: District,
  { measure }: Handlers,
  records: IBucket,
  measuring: Measuring,
): DistributedMap =>
  batchedMap(scope, STEPS.measure, {
    records,
    itemsKey: "{% $schoolsKey %}",
    resultsPrefix: resultsOf(id, "measure"),
    batchInput: measuring,
    // Starting a batch costs more than measuring a school: a state of 2,000 schools has 80 batches.
    itemsPerBatch: 25,
    maxConcurrency: 40,
    eachBatch: runStep(scope, "Measure a batch of schools", measure, "{% $states.input %}"),
  });

const releases = (scope: Construct, { release }: Handlers, measuring: Measuring): LambdaInvoke =>
  runStep(scope, STEPS.release, release, {
    ...measuring,
    isPublicAsked: "{% $isPublicAsked %}",
    isNewSecret: "{% $isNewSecret %}",
  });

/** Publishes the release if one is due, and gives the lease back. */
function publishesWhatIsDue(scope: Construct, { publish, lease }: Handlers): Choice {
  const publishRelease = runStep(scope, STEPS.publish, publish, {
    run: RUN,
    release: "{% $states.input.release %}",
  });
  const giveBack = runStep(scope, STEPS.end, lease, { phase: "give-back", run: RUN });
  giveBack.next(Succeed.jsonata(scope, "Done"));
  return (
    Choice.jsonata(scope, "Anything to publish?")
      .when(Condition.jsonata("{% $states.input.release != null %}"), publishRelease.next(giveBack))
      // On most nights the public figures do not change, and staff have those of today.
      .otherwise(giveBack)
  );
}

/** Keeps these fields of the handler's answer in variables of the same names. */
const assigned = (...names: readonly string[]): Readonly<Record<string, string>> =>
  Object.fromEntries(names.map((name) => [name, `{% $states.result.Payload.${name} %}`]));

/** Where the results of the batches of a map are kept. */
const resultsOf = (district: string, name: string): string =>
  `{% '${recordsKeys.run(district, "", "").slice(0, -1)}' & $run & '/${name}' %}`;

import type { IFunction } from "aws-cdk-lib/aws-lambda";
import type { IBucket } from "aws-cdk-lib/aws-s3";
import { Choice, Condition, type IChainable, Succeed } from "aws-cdk-lib/aws-stepfunctions";
import type { Construct } from "constructs";
import { recordsKeys, STEPS, type HandlerName } from "../../functions/layout.ts";
import type { District } from "../settings/configuration.ts";
import { batchedMap } from "./batched-map.ts";
import { runStep } from "./run-step.ts";

/**
 * One district's night. Its input is `{}` or what `functions/pipeline/run/run-input.ts` reads. What several
 * steps need is kept in variables, each assigned by the step that returns it. A step that fails ends
 * the run where it stands, so that a redrive goes on with that step: nothing catches an error.
 */
export function runDefinition(
  scope: Construct,
  { id, mandate }: District,
  handlers: Readonly<Record<HandlerName, IFunction>>,
  records: IBucket,
): IChainable {
  const run = "{% $run %}";
  const takeLease = runStep(
    scope,
    STEPS.lease,
    handlers.lease,
    {
      phase: "take",
      run: "{% $states.context.Execution.Name %}",
      startedAt: "{% $states.context.Execution.StartTime %}",
      input: "{% $states.input %}",
    },
    assigned("run", "asOf", "isPublicAsked", "isNewSecret", "acceptRemovals"),
  );
  const receive = runStep(scope, STEPS.receive, handlers.receive, { run }, assigned("filesKey"));
  const readFiles = batchedMap(scope, STEPS.read, {
    records,
    itemsKey: "{% $filesKey %}",
    resultsPrefix: resultsOf(id, "read"),
    batchInput: { run },
    // A file may be a year of attendance, so few to a batch; most districts send under ten.
    itemsPerBatch: 2,
    maxConcurrency: 20,
    eachBatch: runStep(scope, "Read a batch of files", handlers.read, "{% $states.input %}"),
  });
  const assemble = runStep(
    scope,
    STEPS.assemble,
    handlers.assemble,
    { run, acceptRemovals: "{% $acceptRemovals %}" },
    assigned("version", "schoolsKey"),
  );
  const measuring = { run, asOf: "{% $asOf %}", mandate, version: "{% $version %}" };
  const measureSchools = batchedMap(scope, STEPS.measure, {
    records,
    itemsKey: "{% $schoolsKey %}",
    resultsPrefix: resultsOf(id, "measure"),
    batchInput: measuring,
    // A start costs more than a school: a state of 2,000 schools is 80 batches.
    itemsPerBatch: 25,
    maxConcurrency: 40,
    eachBatch: runStep(
      scope,
      "Measure a batch of schools",
      handlers.measure,
      "{% $states.input %}",
    ),
  });
  const release = runStep(scope, STEPS.release, handlers.release, {
    ...measuring,
    isPublicAsked: "{% $isPublicAsked %}",
    isNewSecret: "{% $isNewSecret %}",
  });
  const publish = runStep(scope, STEPS.publish, handlers.publish, {
    run,
    release: "{% $states.input.release %}",
  });
  const giveBack = runStep(scope, STEPS.end, handlers.lease, { phase: "give-back", run });
  giveBack.next(Succeed.jsonata(scope, "Done"));
  const isToPublish = Choice.jsonata(scope, "Anything to publish?")
    .when(Condition.jsonata("{% $states.input.release != null %}"), publish.next(giveBack))
    // Most nights: the public figures stay as they are, and staff have those of today.
    .otherwise(giveBack);
  readFiles.next(assemble).next(measureSchools).next(release).next(isToPublish);
  return takeLease.next(receive).next(
    // With nothing new to read there are still new figures: another day has passed.
    Choice.jsonata(scope, "Anything to read?")
      .when(Condition.jsonata("{% $states.input.files > 0 %}"), readFiles)
      .otherwise(assemble),
  );
}

/** Keeps what the handler returns under these names in variables of the same names. */
const assigned = (...names: readonly string[]): Readonly<Record<string, string>> =>
  Object.fromEntries(names.map((name) => [name, `{% $states.result.Payload.${name} %}`]));

/** Where what the batches of a map return is kept. */
const resultsOf = (district: string, name: string): string =>
  `{% '${recordsKeys.run(district, "", "").slice(0, -1)}' & $run & '/${name}' %}`;

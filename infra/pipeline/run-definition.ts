import type { IFunction } from "aws-cdk-lib/aws-lambda";
import type { IBucket } from "aws-cdk-lib/aws-s3";
import {
  Choice,
  Condition,
  type DistributedMap,
  Fail,
  type IChainable,
  Pass,
  Succeed,
} from "aws-cdk-lib/aws-stepfunctions";
import type { LambdaInvoke } from "aws-cdk-lib/aws-stepfunctions-tasks";
import type { Construct } from "constructs";
import type { HandlerName } from "../../functions/layout.ts";
import { RECORDS_PREFIXES } from "../storage/records-bucket.ts";
import { batchedMap } from "./batched-map.ts";
import { runStep } from "./run-step.ts";

/**
 * One district's morning. Its input is `{ district, mandate, inboxPrefix }` and, at will, `asOf`,
 * `public: true` for a public release whatever the calendar says, and `newSecret: true`. Its output is
 * what publish returns or, where there is nothing to publish, what release returns. What several steps
 * need is kept in variables: those of `BEGIN`, then what the steps name: filesKey, version,
 * schoolsKey. `test/infra` holds the event of each handler.
 */
export function runDefinition(
  scope: Construct,
  handlers: Readonly<Record<HandlerName, IFunction>>,
  records: IBucket,
): IChainable {
  const begin = Pass.jsonata(scope, "Begin", { assign: BEGIN });
  const receive = runStep(
    scope,
    "Receive",
    handlers.receive,
    {
      district: "{% $district %}",
      run: "{% $run %}",
      inboxPrefix: "{% $states.input.inboxPrefix %}",
    },
    { filesKey: "{% $states.result.Payload.filesKey %}" },
  );
  const readFiles = batchedMap(scope, "Read files", {
    records,
    itemsKey: "{% $filesKey %}",
    resultsPrefix: `{% '${RECORDS_PREFIXES.runs}' & $district & '/' & $run & '/read' %}`,
    batchInput: { phase: "read", district: "{% $district %}" },
    // A file may be a year of attendance, so few to a batch; most districts send under ten.
    itemsPerBatch: 2,
    maxConcurrency: 20,
    eachBatch: runStep(scope, "Read a batch of files", handlers.conform, "{% $states.input %}"),
  });
  const assemble = runStep(
    scope,
    "Assemble",
    handlers.conform,
    {
      phase: "assemble",
      district: "{% $district %}",
      run: "{% $run %}",
      asOf: "{% $asOf %}",
      mandate: "{% $mandate %}",
    },
    {
      version: "{% $states.result.Payload.version %}",
      schoolsKey: "{% $states.result.Payload.schoolsKey %}",
    },
  );
  const measuring = {
    district: "{% $district %}",
    asOf: "{% $asOf %}",
    mandate: "{% $mandate %}",
    version: "{% $version %}",
  };
  const measureSchools = batchedMap(scope, "Measure schools", {
    records,
    itemsKey: "{% $schoolsKey %}",
    resultsPrefix: `{% '${RECORDS_PREFIXES.runs}' & $district & '/' & $run & '/measure' %}`,
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
  const release = runStep(scope, "Release", handlers.release, {
    ...measuring,
    isPublicAsked: "{% $isPublicAsked %}",
    isNewSecret: "{% $isNewSecret %}",
  });
  const publish = runStep(scope, "Publish", handlers.publish, {
    district: "{% $district %}",
    asOf: "{% $asOf %}",
    release: "{% $states.input.release %}",
  });
  for (const step of [receive, readFiles, assemble, measureSchools, release, publish]) {
    failByName(scope, step);
  }
  const isToPublish = Choice.jsonata(scope, "Anything to publish?")
    .when(
      Condition.jsonata("{% $states.input.isToPublish %}"),
      publish.next(Succeed.jsonata(scope, "Published")),
    )
    // Most nights: the public figures stay as they are, and staff have those of today.
    .otherwise(Succeed.jsonata(scope, "Released for staff"));
  readFiles.next(assemble).next(
    Choice.jsonata(scope, "Any school?")
      .when(
        Condition.jsonata("{% $states.input.schools > 0 %}"),
        measureSchools.next(release).next(isToPublish),
      )
      // Nothing usable was handed in: the release of yesterday stays.
      .otherwise(
        Fail.jsonata(scope, "No school", {
          error: "No school",
          cause: "see docs/runbook.md#no-school",
        }),
      ),
  );
  return begin.next(receive).next(
    // With nothing new to read there are still new figures: another day has passed.
    Choice.jsonata(scope, "Anything to read?")
      .when(Condition.jsonata("{% $states.input.files > 0 %}"), readFiles)
      .otherwise(assemble),
  );
}

/**
 * The as-of day is the one asked for, or else the day the schedule fired, or else today, both in
 * UTC: the same day as in the district when its morning is within the same UTC day, as everywhere
 * from Puerto Rico to Hawaii.
 */
const BEGIN = {
  district: "{% $states.input.district %}",
  mandate: "{% $states.input.mandate %}",
  run: "{% $states.context.Execution.Name %}",
  asOf: "{% $exists($states.input.asOf) ? $states.input.asOf : $substringBefore($exists($states.input.scheduledAt) ? $states.input.scheduledAt : $states.context.Execution.StartTime, 'T') %}",
  isPublicAsked: "{% $states.input.public = true %}",
  isNewSecret: "{% $states.input.newSecret = true %}",
};

/** A step that fails ends the run with an error of its own name, which is its heading in the runbook. */
function failByName(scope: Construct, step: LambdaInvoke | DistributedMap): void {
  step.addCatch(
    Fail.jsonata(scope, `${step.id} failed`, {
      error: `{% '${step.id} failed: ' & $states.input.Error %}`,
      // The cause may quote a file's name; it stays in the history of the execution.
      cause: `see docs/runbook.md#${step.id.toLowerCase().replaceAll(" ", "-")}-failed`,
    }),
  );
}

import type { IFunction } from "aws-cdk-lib/aws-lambda";
import {
  Choice,
  Condition,
  type IChainable,
  type IStateMachine,
  Succeed,
  TaskInput,
  Wait,
  WaitTime,
} from "aws-cdk-lib/aws-stepfunctions";
import { StepFunctionsStartExecution } from "aws-cdk-lib/aws-stepfunctions-tasks";
import type { Construct } from "constructs";
import { runStep } from "./run-step.ts";

/**
 * What happens after one file arrived in a district's inbox; the input is `{ key, at }`. It waits
 * until nothing can be missing, checks whether complete uploads are there, and starts a run for
 * them. Each file has an execution of its own: all but the last find that more files have come, and
 * end. The run is named for the files that are there, so an event that arrives twice starts one
 * run.
 */
export function uploadsDefinition(
  scope: Construct,
  arrive: IFunction,
  run: IStateMachine,
): IChainable {
  const note = runStep(scope, "Note the file", arrive, {
    phase: "note",
    key: "{% $states.input.key %}",
    at: "{% $states.input.at %}",
  });
  const wait = Wait.jsonata(scope, "Wait for the rest", {
    time: WaitTime.seconds("{% $states.input.waitSeconds %}"),
  });
  const look = runStep(scope, "Look at the inbox", arrive, { phase: "settle" });
  const start = StepFunctionsStartExecution.jsonata(scope, "Start the run", {
    stateMachine: run,
    name: "{% $states.input.name %}",
    input: TaskInput.fromObject({}),
    associateWithParent: false,
  });
  start.addRetry({
    errors: ["StepFunctions.ThrottlingException", "StepFunctions.SdkClientException"],
  });
  start.addCatch(Succeed.jsonata(scope, "Started already"), {
    errors: ["StepFunctions.ExecutionAlreadyExistsException"],
  });
  start.next(Succeed.jsonata(scope, "Started"));
  return note
    .next(wait)
    .next(look)
    .next(
      Choice.jsonata(scope, "Anything whole and new?")
        .when(Condition.jsonata("{% $states.input.isToStart %}"), start)
        .otherwise(Succeed.jsonata(scope, "Left to a later file")),
    );
}

import "../../../../functions/adapters/aws/sdk-notice.ts";
import {
  DescribeExecutionCommand,
  GetExecutionHistoryCommand,
  SFNClient,
  StartExecutionCommand,
} from "@aws-sdk/client-sfn";
import { afterEach, describe, expect, it } from "vitest";
import { stackClock } from "../clock.ts";
import type { Call } from "../templates/deployed.ts";
import { machines } from "./machine.ts";
import { authorityBut, deployedOf, resource, roleArn, servicesAt } from "../stand-ins.ts";
import { statesEndpoint } from "./states-endpoint.ts";

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

const MACHINE = "arn:aws:states:us-east-2:111122223333:stateMachine:Night";

async function client(isRefused?: (call: Call) => boolean) {
  const authority = authorityBut(isRefused);
  const Wait = { Type: "Wait", Seconds: 60, Next: "Failed" };
  const Failed = { Type: "Fail", Error: "Nothing", Cause: "to do" };
  const night = machines({
    deployed: deployedOf(
      resource("AWS::StepFunctions::StateMachine", "Night", {
        DefinitionString: JSON.stringify({
          ...{ QueryLanguage: "JSONata", StartAt: "Wait", States: { Wait, Failed } },
        }),
        RoleArn: roleArn("Night"),
      }),
    ),
    clock: stackClock(),
    lambdas: { log: [], invoke: () => Promise.reject(new Error()), close: () => Promise.resolve() },
    services: servicesAt(),
    authority,
  });
  const endpoint = await statesEndpoint({ machines: night, authority, roleOf: roleArn });
  const sfn = new SFNClient({
    ...{ endpoint: endpoint.url, region: "us-east-2" },
    credentials: { accessKeyId: "Watch", secretAccessKey: "secret" },
  });
  closing.push(
    () => night.close(),
    () => sfn.destroy(),
    () => endpoint.close(),
  );
  return { sfn, night, journal: authority.journal };
}

describe("the endpoint of Step Functions", () => {
  it("starts an execution, describes it and gives its history page by page, for the role that calls", async () => {
    const { sfn, night, journal } = await client();
    const { executionArn } = await sfn.send(
      new StartExecutionCommand({ stateMachineArn: MACHINE, name: "one", input: '{"a":1}' }),
    );
    await night.finished(executionArn!);
    const described = await sfn.send(new DescribeExecutionCommand({ executionArn }));
    expect(described).toMatchObject({
      name: "one",
      status: "FAILED",
      error: "Nothing",
      cause: "to do",
      input: '{"a":1}',
    });
    const took = described.stopDate!.getTime() - described.startDate!.getTime();
    expect(Math.round(took / 1000)).toBe(60);

    const first = await sfn.send(
      new GetExecutionHistoryCommand({ executionArn, reverseOrder: true, maxResults: 2 }),
    );
    expect(first.events!.map(({ type }) => type)).toEqual(["ExecutionFailed", "FailStateEntered"]);
    expect(first.events![0]!.executionFailedEventDetails).toEqual({
      error: "Nothing",
      cause: "to do",
    });
    const { nextToken } = first;
    const rest = await sfn.send(
      new GetExecutionHistoryCommand({ executionArn, reverseOrder: true, nextToken }),
    );
    expect(rest.nextToken).toBeUndefined();
    expect(rest.events!.map(({ type, id }) => [type, id])).toEqual([
      ["WaitStateExited", 3],
      ["WaitStateEntered", 2],
      ["ExecutionStarted", 1],
    ]);
    expect(rest.events![1]!.stateEnteredEventDetails).toMatchObject({ name: "Wait" });
    expect(
      journal.map(({ principal, action, resource: asked }) => [principal, action, asked]),
    ).toEqual([
      [roleArn("Watch"), "states:StartExecution", MACHINE],
      [roleArn("Watch"), "states:DescribeExecution", executionArn],
      [roleArn("Watch"), "states:GetExecutionHistory", executionArn],
      [roleArn("Watch"), "states:GetExecutionHistory", executionArn],
    ]);
  });

  it("refuses by the names that the client knows", async () => {
    const { sfn, night } = await client(({ action }) => action === "states:DescribeExecution");
    const start = (input: string) =>
      sfn.send(new StartExecutionCommand({ stateMachineArn: MACHINE, name: "one", input }));
    const { executionArn } = await start("{}");
    await expect(start('{"a":1}')).rejects.toMatchObject({ name: "ExecutionAlreadyExists" });
    await expect(start("{")).rejects.toMatchObject({ name: "InvalidExecutionInput" });
    await expect(sfn.send(new DescribeExecutionCommand({ executionArn }))).rejects.toMatchObject({
      name: "AccessDeniedException",
    });
    await expect(
      sfn.send(new GetExecutionHistoryCommand({ executionArn: `${executionArn}2` })),
    ).rejects.toMatchObject({ name: "ExecutionDoesNotExist" });
    await night.settled();
  });
});

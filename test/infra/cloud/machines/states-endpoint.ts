import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { AccessDenied, type Authority } from "../templates/deployed.ts";
import type { Execution } from "./execution.ts";
import type { Machines } from "./machine.ts";
import { StatesRefusal } from "./states-refusal.ts";

export interface StatesEndpoint {
  /** What `AWS_ENDPOINT_URL_SFN` has to be. */
  readonly url: string;
  close(): Promise<void>;
}

export interface StatesEndpointOptions {
  readonly machines: Machines;
  readonly authority: Authority;
  /** The ARN of the role that calls with an access key. */
  readonly roleOf: (accessKeyId: string) => string;
}

/** The API of Step Functions for `@aws-sdk/client-sfn`, on this machine alone. */
export async function statesEndpoint(options: StatesEndpointOptions): Promise<StatesEndpoint> {
  const server = createServer((request, response) => {
    answer(request, options).then(
      (body) => {
        response.writeHead(200, { "content-type": "application/x-amz-json-1.0" });
        response.end(JSON.stringify(body));
      },
      (error: unknown) => {
        const { status, code, message } = refusalOf(error);
        response.writeHead(status, { "content-type": "application/x-amz-json-1.0" });
        response.end(JSON.stringify({ __type: `com.amazonaws.states#${code}`, message }));
      },
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

interface Asked {
  readonly stateMachineArn?: string;
  readonly executionArn?: string;
  readonly name?: string;
  readonly input?: string;
  readonly maxResults?: number;
  readonly reverseOrder?: boolean;
  readonly nextToken?: string;
}

async function answer(
  request: IncomingMessage,
  { machines, authority, roleOf }: StatesEndpointOptions,
): Promise<object> {
  const sent: Buffer[] = [];
  for await (const chunk of request) sent.push(chunk as Buffer);
  const asked = JSON.parse(Buffer.concat(sent).toString("utf8") || "{}") as Asked;
  const accessKeyId = /Credential=([^/]+)\//.exec(request.headers.authorization ?? "")?.[1];
  if (accessKeyId === undefined) {
    throw new StatesRefusal("MissingAuthenticationTokenException", "the request is not signed");
  }
  const caller = roleOf(accessKeyId);
  const { executionArn = "" } = asked;
  const action = String(request.headers["x-amz-target"]).replace("AWSStepFunctions.", "");
  const permit = () =>
    authority.check({ principal: caller, action: `states:${action}`, resource: executionArn });

  switch (action) {
    case "StartExecution": {
      const { stateMachineArn: machineArn = "", name, input = "{}" } = asked;
      const { startDate, executionArn: started } = machines.start({
        ...{ machineArn, caller, input: jsonOf(input) },
        ...(name !== undefined && { name }),
      });
      return { executionArn: started, startDate: seconds(startDate) };
    }
    case "DescribeExecution":
      permit();
      return described(machines.execution(executionArn));
    case "GetExecutionHistory":
      permit();
      return page(machines, asked);
    default:
      throw new StatesRefusal("UnknownOperationException", `${action} is not understood`);
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new StatesRefusal("InvalidExecutionInput", "Invalid State Machine Execution Input");
  }
}

/** The protocol gives instants as seconds since 1970. */
const seconds = (date: Date) => date.getTime() / 1000;

function described(execution: Execution): object {
  const { arn, machineArn, name, status, startDate, stopDate, input, output, error, cause } =
    execution;
  return {
    executionArn: arn,
    stateMachineArn: machineArn,
    name,
    status,
    startDate: seconds(startDate),
    ...(stopDate !== undefined && { stopDate: seconds(stopDate) }),
    input: JSON.stringify(input),
    inputDetails: { included: true },
    ...(output !== undefined && {
      output: JSON.stringify(output),
      outputDetails: { included: true },
    }),
    error,
    cause,
    redriveCount: execution.redriveCount,
  };
}

function page(
  machines: Machines,
  { executionArn = "", maxResults = 100, reverseOrder = false, nextToken }: Asked,
): object {
  const inOrder = machines.events(executionArn).map((event) => ({
    ...event,
    timestamp: seconds(event.timestamp),
  }));
  const events = reverseOrder ? inOrder.reverse() : inOrder;
  const from = nextToken === undefined ? 0 : Number(nextToken);
  if (!Number.isInteger(from)) throw new StatesRefusal("InvalidToken", "Invalid Token");
  // 0 stands for what the service gives by itself.
  const to = from + Math.min(maxResults === 0 ? 100 : maxResults, 1000);
  return {
    events: events.slice(from, to),
    ...(to < events.length && { nextToken: String(to) }),
  };
}

function refusalOf(error: unknown): { status: number; code: string; message: string } {
  const { message } = error as Error;
  if (error instanceof AccessDenied) return { status: 400, code: "AccessDeniedException", message };
  if (error instanceof StatesRefusal) return { status: 400, code: error.code, message };
  return { status: 500, code: "InternalFailure", message };
}

import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Callers } from "./callers.ts";
import { AccessDenied, type Authority, type Deployed } from "../templates/deployed.ts";
import { dynamoCalls, type DynamoOperation, dynamoOperation } from "./dynamo-calls.ts";
import { itemsWritten } from "./items-written.ts";
import type { Faults, InjectedBefore, ServiceRequest } from "./faults.ts";
import { refusal } from "./s3-gateway.ts";
import { handedBack } from "./unprocessed-items.ts";

interface Parts {
  readonly deployed: Deployed;
  readonly authority: Authority;
  readonly callers: Callers;
  readonly faults: Faults;
  /** The address of the DynamoDB that answers what is allowed. */
  readonly upstream: string;
  now(): Date;
  /** Told of what the gateway itself does not understand. */
  failed(error: unknown): void;
}

/** Null where the connection is cut without an answer. */
type Reply = { readonly status: number; readonly body: Buffer | string } | null;

/** Holds each request against the policies of its caller, and lets faults strike. */
export async function startDynamoGateway(parts: Parts): Promise<{
  readonly endpoint: string;
  close(): Promise<void>;
}> {
  const server = createServer((request, response) => {
    answer(parts, request)
      .catch((error: unknown): Reply => {
        if (error instanceof AccessDenied) {
          return errorReply("com.amazon.coral.service#AccessDeniedException", refusal(error.call));
        }
        parts.failed(error);
        return errorReply(
          "com.amazonaws.dynamodb.v20120810#InternalServerError",
          String(error),
          500,
        );
      })
      .then((reply) => send(response, reply, parts.now()))
      .catch((error: unknown) => parts.failed(error));
  });
  // A process that is kept waiting may come back to a connection after long.
  server.keepAliveTimeout = 600_000;
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close() {
      server.closeAllConnections();
      return new Promise((resolve, reject) => {
        server.close((error) => (error === undefined ? resolve() : reject(error)));
      });
    },
  };
}

async function answer(parts: Parts, request: IncomingMessage): Promise<Reply> {
  const sent: Buffer[] = [];
  for await (const chunk of request) sent.push(chunk as Buffer);
  const body = Buffer.concat(sent);

  const { authorization } = request.headers;
  const caller = parts.callers.behind(authorization);
  if (caller === null) {
    const message = "The security token included in the request is invalid.";
    return errorReply("com.amazon.coral.service#UnrecognizedClientException", message);
  }
  const forward = (changed: Buffer | string = body): Promise<Exclude<Reply, null>> =>
    forwarded(parts.upstream, request, changed);
  if (caller.kind === "test") return forward();
  const operation = dynamoOperation(String(request.headers["x-amz-target"]), body);
  if (operation === null) {
    return errorReply("com.amazon.coral.service#UnknownOperationException", "not understood");
  }
  return asked(parts, operation, caller.arn, forward);
}

async function asked(
  { deployed, authority, faults }: Parts,
  operation: DynamoOperation,
  role: string,
  forward: (changed?: string) => Promise<Exclude<Reply, null>>,
): Promise<Reply> {
  const seen: ServiceRequest = {
    service: "dynamodb",
    operation: operation.name,
    caller: role,
    place: operation.tables.join(","),
    key: null,
    items: itemsWritten(operation),
  };
  const injected = await faults.before(seen);
  if (injected === "throttle") return throttled(faults);
  if (injected === "cut") return null;
  if (injected === "fail") {
    const type = "com.amazonaws.dynamodb.v20120810#InternalServerError";
    return errorReply(type, "Internal server error", 500);
  }

  for (const call of dynamoCalls(operation, role, deployed)) authority.check(call);
  const split = splitBy(injected, operation, faults);
  // A batch of one entry has none to keep, and is refused as a whole.
  if (injected === "hand-back" && split === null) return throttled(faults);
  const reply = await (split === null ? forward() : forward(JSON.stringify(split.kept)));
  const isDone = reply.status === 200;
  if (isDone && (await faults.after(seen)) === "cut") return null;
  if (!isDone || split === null) return reply;
  const done = JSON.parse(reply.body.toString()) as object;
  return { ...reply, body: JSON.stringify({ ...done, UnprocessedItems: split.handedBack }) };
}

function splitBy(injected: InjectedBefore | null, { body }: DynamoOperation, faults: Faults) {
  if (injected === "hand-back") {
    return handedBack(body, (count) => 1 + Math.floor(faults.chance() * (count - 1)));
  }
  return injected !== null && typeof injected === "object"
    ? handedBack(body, () => injected.taken)
    : null;
}

/** DynamoDB has two names for the same, one of them for a table and one for the account. */
function throttled(faults: Faults): Reply {
  const name =
    faults.chance() < 0.5 ? "ProvisionedThroughputExceededException" : "ThrottlingException";
  return errorReply(`com.amazonaws.dynamodb.v20120810#${name}`, "Rate exceeded");
}

const NOT_FORWARDED = ["host", "connection", "content-length", "transfer-encoding", "expect"];

async function forwarded(
  upstream: string,
  request: IncomingMessage,
  body: Buffer | string,
): Promise<Exclude<Reply, null>> {
  const headers = Object.entries(request.headers).flatMap(([name, value]): [string, string][] =>
    NOT_FORWARDED.includes(name) || value === undefined ? [] : [[name, String(value)]],
  );
  const answered = await fetch(upstream, {
    method: "POST",
    headers,
    body: new Uint8Array(Buffer.from(body)),
  });
  return { status: answered.status, body: Buffer.from(await answered.arrayBuffer()) };
}

function errorReply(type: string, message: string, status = 400): Reply {
  return { status, body: JSON.stringify({ __type: type, message }) };
}

function send(response: ServerResponse, reply: Reply, time: Date): void {
  if (reply === null) return void response.destroy();
  response.writeHead(reply.status, {
    "content-type": "application/x-amz-json-1.0",
    "content-length": String(Buffer.byteLength(reply.body)),
    // A client takes the time of the service for the right one, and tries again where its own differs.
    date: time.toUTCString(),
  });
  response.end(reply.body);
}

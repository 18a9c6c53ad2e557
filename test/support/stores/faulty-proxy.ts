import { createHash } from "node:crypto";
import {
  createServer,
  request as send,
  type IncomingMessage,
  type ServerResponse,
} from "node:http";
import type { AddressInfo } from "node:net";

export interface ProxiedRequest {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  readonly body: string;
}

export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string;
}

/**
 * What becomes of a request: an answer of our own; its connection is broken before it is carried out
 * ("reset"), after it ("lost"), or within the body of its answer ("half"); or it is never answered.
 */
export type Fault = Answer | "reset" | "lost" | "half" | "silence" | null;

export interface FaultyProxy {
  readonly endpoint: string;
  /** All that came, in order. */
  readonly requests: readonly ProxiedRequest[];
  close(): Promise<void>;
}

/** Stands before a server on this machine and lets requests meet faults; null sends them on. */
export async function startFaultyProxy(
  target: string,
  faultOf: (request: ProxiedRequest) => Fault,
): Promise<FaultyProxy> {
  const requests: ProxiedRequest[] = [];
  const server = createServer((incoming, response) => {
    void bodyOf(incoming).then((body) => {
      const { method = "GET", url = "/" } = incoming;
      const request = { method, url, body: body.toString("latin1") };
      requests.push(request);
      const fault = faultOf(request);
      if (fault === "reset") response.destroy();
      else if (fault === null || fault === "half" || fault === "lost") {
        forward(target, incoming, body, response, fault);
      } else if (fault !== "silence") {
        response.writeHead(fault.status, fault.headers).end(fault.body);
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

function forward(
  target: string,
  { method, url = "/", headers }: IncomingMessage,
  body: Buffer,
  response: ServerResponse,
  fault: "half" | "lost" | null,
): void {
  const onward = send(new URL(url, target), { method, headers }, (answer) => {
    if (fault === "lost") return void response.destroy();
    response.writeHead(answer.statusCode ?? 500, answer.headers);
    if (fault === null) return void answer.pipe(response);
    void bodyOf(answer).then((whole) => {
      response.write(whole.subarray(0, whole.length / 2), () => response.destroy());
    });
  });
  onward.on("error", () => response.destroy());
  onward.end(body);
}

async function bodyOf(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** S3's answer to a call that came too fast. */
export const SLOW_DOWN: Answer = {
  status: 503,
  headers: { "content-type": "application/xml" },
  body: "<Error><Code>SlowDown</Code><Message>Please reduce your request rate.</Message></Error>",
};

export const ACCESS_DENIED: Answer = {
  status: 403,
  headers: { "content-type": "application/xml" },
  body: "<Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>",
};

/** An answer of DynamoDB that names an error. */
export const dynamoError = (name: string, status = 400): Answer => ({
  status,
  headers: { "content-type": "application/x-amz-json-1.0" },
  body: JSON.stringify({
    __type: `com.amazonaws.dynamodb.v20120810#${name}`,
    message: "Rate exceeded",
  }),
});

/**
 * Whether an attempt is hit, for a share of all attempts: by what is asked and how often it was asked
 * before, so that equal runs meet equal faults in whatever order their calls come.
 */
export function share(of: number, seed: string): (request: ProxiedRequest) => boolean {
  const attempts = new Map<string, number>();
  return ({ method, url }) => {
    const call = `${method} ${url}`;
    const attempt = (attempts.get(call) ?? 0) + 1;
    attempts.set(call, attempt);
    const drawn = createHash("sha256").update(`${seed} ${call} ${attempt}`).digest();
    return drawn.readUInt32BE(0) < of * 2 ** 32;
  };
}

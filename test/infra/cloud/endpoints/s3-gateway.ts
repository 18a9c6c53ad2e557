import { S3Refusal } from "../../../support/stores/s3-refusal.ts";
import type {
  InterceptedRequest,
  Interceptor,
  Reply,
  S3Server,
} from "../../../support/stores/s3-server.ts";
import type { Callers } from "./callers.ts";
import { AccessDenied, type Authority, type Call, type Deployed } from "../templates/deployed.ts";
import type { Faults, ServiceRequest } from "./faults.ts";
import { mayKnowOfMissing, s3Calls, type S3Operation, s3Operation } from "./s3-calls.ts";

/** What S3 tells once an object came to be. */
export interface ObjectCreated {
  readonly bucket: string;
  readonly key: string;
  readonly etag: string;
  /** In bytes. */
  readonly size: number;
  readonly time: Date;
  readonly reason: "PutObject" | "CompleteMultipartUpload";
}

interface Parts {
  readonly deployed: Deployed;
  readonly authority: Authority;
  readonly callers: Callers;
  readonly faults: Faults;
  readonly server: S3Server;
  now(): Date;
  created(object: ObjectCreated): void;
}

/** Holds each request to the S3 server against the policies of its caller, and lets faults strike. */
export function s3Gateway(parts: Parts): Interceptor {
  return async (request, proceed) => {
    const reply = await answered(parts, request, proceed).catch((error: unknown) => {
      if (error instanceof AccessDenied)
        return errorReply(403, "AccessDenied", refusal(error.call));
      if (error instanceof S3Refusal) return errorReply(error.status, error.code, error.code);
      throw error;
    });
    // A client takes the time of the service for the right one, and tries again where its own differs.
    return { ...reply, headers: { ...reply.headers, date: parts.now().toUTCString() } };
  };
}

async function answered(
  parts: Parts,
  request: InterceptedRequest,
  proceed: Parameters<Interceptor>[1],
): Promise<Reply> {
  const operation = s3Operation(request);
  if (operation === null) throw new S3Refusal(501, "NotImplemented");
  const caller = parts.callers.behind(request.headers.authorization);
  if (caller === null) throw new S3Refusal(403, "InvalidAccessKeyId");
  const reply =
    caller.kind === "test"
      ? await proceed()
      : await asked(parts, request, operation, caller.arn, proceed);
  tellOfCreation(parts, operation, reply);
  return reply;
}

async function asked(
  { deployed, authority, faults }: Parts,
  request: InterceptedRequest,
  operation: S3Operation,
  role: string,
  proceed: Parameters<Interceptor>[1],
): Promise<Reply> {
  const bucket = deployed.ofType("AWS::S3::Bucket").find(({ ref }) => ref === operation.bucket);
  if (bucket === undefined) throw new S3Refusal(404, "NoSuchBucket");
  const seen: ServiceRequest = {
    service: "s3",
    operation: operation.name,
    caller: role,
    place: operation.bucket,
    key: operation.key,
    items: [],
  };
  const injected = await faults.before(seen);
  if (injected === "throttle")
    return errorReply(503, "SlowDown", "Please reduce your request rate.");
  if (injected === "fail") return errorReply(500, "InternalError", "We encountered an error.");
  if (injected === "cut") return { status: 500, cutAfter: null };

  const calls = s3Calls(operation, request, role, bucket, deployed);
  for (const call of calls.before) authority.check(call);
  const refused = Object.entries(calls.perKey).filter(([, call]) => !isGranted(authority, call));
  const reply = await proceed(new Set(refused.map(([key]) => key))).catch((error: unknown) => {
    const isMissing = error instanceof S3Refusal && error.code === "NoSuchKey";
    const knowing = mayKnowOfMissing(role, bucket);
    if (isMissing && !authority.allows(knowing)) throw new AccessDenied(knowing);
    throw error;
  });
  for (const call of calls.onceFound) authority.check(call);

  if ((await faults.after(seen)) === "cut") return { ...reply, cutAfter: null };
  if (injected === "break-off") {
    return { ...reply, cutAfter: Math.floor(Buffer.byteLength(reply.body ?? "") / 2) };
  }
  return reply;
}

function isGranted(authority: Authority, call: Call): boolean {
  try {
    authority.check(call);
    return true;
  } catch (error) {
    if (error instanceof AccessDenied) return false;
    throw error;
  }
}

function tellOfCreation({ server, now, created }: Parts, operation: S3Operation, reply: Reply) {
  const { name, bucket, key } = operation;
  if (key === null || reply.status !== 200) return;
  if (name !== "PutObject" && name !== "CompleteMultipartUpload") return;
  const { etag, body } = server.bucket(bucket).get(key);
  created({ bucket, key, etag, size: body.length, time: now(), reason: name });
}

/** In the words of AWS, so that a log says the same here and there. */
export function refusal({ principal, action, resource }: Call): string {
  return `User: ${principal} is not authorized to perform: ${action} on resource: ${resource}`;
}

function errorReply(status: number, code: string, message: string): Reply {
  const body = `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${message
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")}</Message></Error>`;
  return { status, headers: { "content-type": "application/xml" }, body };
}

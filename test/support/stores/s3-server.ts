import "../../../functions/adapters/aws/sdk-notice.ts";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { S3Client } from "@aws-sdk/client-s3";
import { bodyOf, crc32Of } from "./s3-body.ts";
import { type PutCondition, S3Bucket } from "./s3-objects.ts";
import { S3Refusal } from "./s3-refusal.ts";

/** A server on this machine alone that speaks as much S3 as the project uses, kept in memory. */
export interface S3Server {
  readonly client: S3Client;
  readonly endpoint: string;
  bucket(name: string): S3Bucket;
  /** Lets the next conditional puts meet another write to their key, as many as said. */
  conflict(times: number): void;
  /** Has the server refuse from now on to delete the key, as S3 does where it is not granted. */
  refuseToDelete(key: string): void;
  /**
   * Has the server answer "access denied" of objects that are not there, as S3 does to whoever may not
   * list the bucket; lists are refused outside the prefixes.
   */
  hideMissing(...listed: readonly string[]): void;
  /** Has every request from now on pass through this in place of being answered at once. */
  intercept(interceptor: Interceptor): void;
  close(): Promise<void>;
}

/**
 * Answers a request, by itself or by letting the server answer; an `S3Refusal` that it throws is
 * answered as one of the server. It may name keys that `DeleteObjects` is to refuse.
 */
export type Interceptor = (
  request: InterceptedRequest,
  proceed: (undeletable?: ReadonlySet<string>) => Promise<Reply>,
) => Promise<Reply>;

export interface InterceptedRequest {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  readonly headers: IncomingMessage["headers"];
  readonly body: Buffer;
}

/** Starts the server with these buckets in it. */
export async function startS3Server(...names: readonly string[]): Promise<S3Server> {
  const buckets = new Map(names.map((name) => [name, new S3Bucket()]));
  const state: State = { conflicts: 0, undeletable: new Set(), listed: null, interceptor: null };
  const bucket = (name: string): S3Bucket => {
    const bucket = buckets.get(name);
    if (bucket === undefined) throw new S3Refusal(404, "NoSuchBucket");
    return bucket;
  };

  const server = createServer((request, response) => {
    answer(request, bucket, state)
      .catch((error: unknown) => hidden(error, state))
      .then(
        (reply) => send(response, request.method === "HEAD", reply),
        (error: unknown) => send(response, request.method === "HEAD", refusalOf(error)),
      );
  });
  // Clients in this process may not get round to a connection for long; one that they think open stays so.
  server.keepAliveTimeout = 600_000;
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const client = new S3Client({
    endpoint,
    region: "us-east-1",
    credentials: { accessKeyId: "test", secretAccessKey: "test" },
  });

  return {
    client,
    endpoint,
    bucket,
    conflict(times) {
      state.conflicts = times;
    },
    refuseToDelete(key) {
      state.undeletable.add(key);
    },
    hideMissing(...listed) {
      state.listed = listed;
    },
    intercept(interceptor) {
      state.interceptor = interceptor;
    },
    close() {
      client.destroy();
      server.closeAllConnections();
      return new Promise((resolve, reject) => {
        server.close((error) => (error === undefined ? resolve() : reject(error)));
      });
    },
  };
}

interface State {
  conflicts: number;
  readonly undeletable: Set<string>;
  /** The prefixes that may be listed; null for all. */
  listed: readonly string[] | null;
  interceptor: Interceptor | null;
}

export interface Reply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Buffer | string;
  /** Cuts the connection after so many bytes of the body, or at once where null. */
  readonly cutAfter?: number | null;
}

async function answer(
  request: IncomingMessage,
  bucketOf: (name: string) => S3Bucket,
  state: State,
): Promise<Reply> {
  const sent: Buffer[] = [];
  for await (const chunk of request) sent.push(chunk as Buffer);
  const body = bodyOf(Buffer.concat(sent), request.headers);
  const proceed = (undeletable: Iterable<string> = []): Promise<Reply> =>
    operate(request, body, bucketOf, state, new Set([...state.undeletable, ...undeletable]));
  if (state.interceptor === null) return proceed();
  const { method = "GET", url = "/", headers } = request;
  return state.interceptor({ method, url, headers, body }, proceed);
}

async function operate(
  request: IncomingMessage,
  body: Buffer,
  bucketOf: (name: string) => S3Bucket,
  state: State,
  undeletable: ReadonlySet<string>,
): Promise<Reply> {
  const url = new URL(request.url ?? "/", "http://127.0.0.1");
  const [, name = "", ...segments] = url.pathname.split("/").map(decodeURIComponent);
  const bucket = bucketOf(name);
  const key = segments.join("/");
  const upload = url.searchParams.get("uploadId");
  const contentType = request.headers["content-type"] ?? "binary/octet-stream";

  if (key === "") {
    if (request.method === "GET" && url.searchParams.get("list-type") === "2") {
      const prefix = url.searchParams.get("prefix") ?? "";
      const mayList = state.listed?.some((listed) => prefix.startsWith(listed)) ?? true;
      if (!mayList) throw new S3Refusal(403, "AccessDenied");
      return list(name, bucket, url.searchParams);
    }
    if (request.method === "POST" && url.searchParams.has("delete")) {
      return deleteAll(bucket, body.toString("utf8"), undeletable);
    }
  } else if (upload !== null) {
    if (request.method === "PUT") {
      const number = Number(url.searchParams.get("partNumber"));
      return stored(bucket.putPart(key, upload, number, body).etag, body);
    }
    if (request.method === "POST") {
      const etag = bucket.complete(key, upload, partsIn(body.toString("utf8")));
      return xml("CompleteMultipartUploadResult", element("Key", key) + element("ETag", etag));
    }
    if (request.method === "DELETE") {
      bucket.abort(key, upload);
      return { status: 204 };
    }
  } else if (request.method === "POST" && url.searchParams.has("uploads")) {
    const id = bucket.begin(key, contentType);
    return xml("InitiateMultipartUploadResult", element("Key", key) + element("UploadId", id));
  } else if (request.method === "PUT") {
    const condition = conditionOf(request);
    if (condition !== false && state.conflicts > 0) {
      state.conflicts -= 1;
      throw new S3Refusal(409, "ConditionalRequestConflict");
    }
    return stored(bucket.put(key, body, contentType, condition).etag, body);
  } else if (request.method === "DELETE") {
    bucket.delete(key);
    return { status: 204 };
  } else if (request.method === "GET" || request.method === "HEAD") {
    const object = bucket.get(key);
    const condition = conditionOf(request);
    if (typeof condition === "object" && condition.ifMatch !== object.etag) {
      throw new S3Refusal(412, "PreconditionFailed");
    }
    const from = rangeFrom(request);
    if (from !== null) {
      if (from >= object.body.length) throw new S3Refusal(416, "InvalidRange");
      // A part of an object has no sum.
      const headers = { etag: object.etag, "content-type": object.contentType };
      return { status: 206, headers, body: object.body.subarray(from) };
    }
    const { headers = {} } = stored(object.etag, object.body);
    return {
      status: 200,
      headers: { ...headers, "content-type": object.contentType },
      body: object.body,
    };
  }
  throw new S3Refusal(501, "NotImplemented");
}

function conditionOf({ headers }: IncomingMessage): PutCondition {
  if (headers["if-none-match"] === "*") return "absent";
  const ifMatch = headers["if-match"];
  return ifMatch === undefined ? false : { ifMatch };
}

/** The first byte that is asked for, where not all are: of ranges, those to the end alone. */
function rangeFrom({ headers: { range } }: IncomingMessage): number | null {
  if (range === undefined) return null;
  const [, from] = /^bytes=(\d+)-$/.exec(range) ?? [];
  if (from === undefined) throw new S3Refusal(501, "NotImplemented");
  return Number(from);
}

function list(name: string, bucket: S3Bucket, query: URLSearchParams): Reply {
  const prefix = query.get("prefix") ?? "";
  const most = Math.min(1000, Number(query.get("max-keys") ?? 1000));
  const token = query.get("continuation-token");
  const after = token === null ? "" : Buffer.from(token, "base64url").toString("utf8");
  const keys = bucket.keys(prefix, after);
  const page = keys.slice(0, most);
  const isTruncated = page.length < keys.length;
  const next = Buffer.from(page.at(-1) ?? "").toString("base64url");
  return xml(
    "ListBucketResult",
    element("Name", name) +
      element("Prefix", prefix) +
      element("KeyCount", String(page.length)) +
      element("IsTruncated", String(isTruncated)) +
      (isTruncated ? element("NextContinuationToken", next) : "") +
      page
        .map((key) => {
          const { body, etag, modifiedAt } = bucket.get(key);
          const size = element("Size", String(body.length));
          const since = element("LastModified", modifiedAt.toISOString());
          return `<Contents>${element("Key", key)}${element("ETag", etag)}${size}${since}</Contents>`;
        })
        .join(""),
  );
}

const MOST_DELETED = 1000;

function deleteAll(bucket: S3Bucket, sent: string, undeletable: ReadonlySet<string>): Reply {
  const keys = [...sent.matchAll(/<Key>(.*?)<\/Key>/gs)].map(([, key = ""]) => unescaped(key));
  if (keys.length === 0 || keys.length > MOST_DELETED) throw new S3Refusal(400, "MalformedXML");
  const isQuiet = sent.includes("<Quiet>true</Quiet>");
  const answers = keys.map((key) => {
    const named = element("Key", key);
    if (undeletable.has(key)) {
      const why = element("Code", "AccessDenied") + element("Message", "Access Denied");
      return `<Error>${named}${why}</Error>`;
    }
    bucket.delete(key);
    return isQuiet ? "" : `<Deleted>${named}</Deleted>`;
  });
  return xml("DeleteResult", answers.join(""));
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
};

function unescaped(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (all, hex, decimal, name) => {
    if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex as string, 16));
    if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
    return ENTITIES[name as string] ?? all;
  });
}

/** The client reads the parts of an upload from its own list, in which nothing else is marked up. */
function partsIn(text: string): { number: number; etag: string }[] {
  return [...text.matchAll(/<Part>(.*?)<\/Part>/gs)].map(([, part = ""]) => ({
    number: Number(/<PartNumber>(\d+)</.exec(part)?.[1]),
    etag: (/<ETag>(.*?)</.exec(part)?.[1] ?? "").replaceAll("&quot;", '"'),
  }));
}

function stored(etag: string, body: Buffer): Reply {
  const sums = { "x-amz-checksum-crc32": crc32Of(body), "x-amz-checksum-type": "FULL_OBJECT" };
  return { status: 200, headers: { etag, ...sums } };
}

function element(name: string, text: string): string {
  const escaped = text.replace(/[&<>"]/g, (mark) => `&#${mark.charCodeAt(0)};`);
  return `<${name}>${escaped}</${name}>`;
}

function xml(root: string, content: string, status = 200): Reply {
  const body = `<?xml version="1.0" encoding="UTF-8"?>\n<${root}>${content}</${root}>`;
  return { status, headers: { "content-type": "application/xml" }, body };
}

/** What S3 says of a missing object to those who may not list the bucket. */
function hidden(error: unknown, { listed }: State): never {
  const isMissing = error instanceof S3Refusal && error.code === "NoSuchKey";
  throw isMissing && listed !== null ? new S3Refusal(403, "AccessDenied") : error;
}

function refusalOf(error: unknown): Reply {
  const { status, code } = error instanceof S3Refusal ? error : new S3Refusal(500, "InternalError");
  return xml("Error", element("Code", code) + element("Message", code), status);
}

function send(response: ServerResponse, isHead: boolean, reply: Reply): void {
  const body = reply.body ?? "";
  if (reply.cutAfter === null) return void response.destroy();
  response.writeHead(reply.status, {
    ...reply.headers,
    ...(reply.status === 204 ? {} : { "content-length": String(Buffer.byteLength(body)) }),
  });
  if (reply.cutAfter !== undefined) {
    const begun = Buffer.from(body).subarray(0, reply.cutAfter);
    return void response.write(begun, () => response.destroy());
  }
  response.end(isHead ? undefined : body);
}

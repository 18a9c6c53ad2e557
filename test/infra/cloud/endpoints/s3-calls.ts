import type { Call, Deployed, DeployedResource } from "../templates/deployed.ts";
import { keyArn } from "../templates/key-arn.ts";
import { REGION } from "../templates/physical-names.ts";

/** A request as it came over HTTP, with the address in path style: `/<bucket>/<key>?<query>`. */
export interface S3Request {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: Buffer;
}

/** What the request asks of S3. */
export interface S3Operation {
  readonly name: S3OperationName;
  readonly bucket: string;
  /** Null where the operation is about the bucket. */
  readonly key: string | null;
  /** The keys of `DeleteObjects`, else none. */
  readonly keys: readonly string[];
}

export type S3OperationName =
  | "GetObject"
  | "HeadObject"
  | "PutObject"
  | "DeleteObject"
  | "DeleteObjects"
  | "ListObjectsV2"
  | "CreateMultipartUpload"
  | "UploadPart"
  | "CompleteMultipartUpload"
  | "AbortMultipartUpload"
  | "ListParts";

/** Headers that ask for more than the operation alone, each with rights of its own. */
const NOT_UNDERSTOOD =
  /^x-amz-(copy-source|acl|grant-|tagging|object-lock|server-side-encryption|bypass-governance|website-redirect)/;

/** What a request asks for, or null where the project never asks so. */
export function s3Operation({ method, url, headers, body }: S3Request): S3Operation | null {
  if (Object.keys(headers).some((name) => NOT_UNDERSTOOD.test(name))) return null;
  const { pathname, searchParams: query } = new URL(url, "http://s3");
  if (query.has("versionId") || query.has("tagging") || query.has("acl")) return null;
  const [, bucket = "", ...segments] = pathname.split("/").map(decodeURIComponent);
  const key = segments.join("/");
  const name = key === "" ? onBucket(method, query) : onObject(method, query);
  if (name === null) return null;
  const keys = name === "DeleteObjects" ? keysIn(body.toString("utf8")) : [];
  return { name, bucket, key: key === "" ? null : key, keys };
}

function onBucket(method: string, query: URLSearchParams): S3OperationName | null {
  if (method === "GET" && query.get("list-type") === "2") return "ListObjectsV2";
  return method === "POST" && query.has("delete") ? "DeleteObjects" : null;
}

function onObject(method: string, query: URLSearchParams): S3OperationName | null {
  const isOfUpload = query.has("uploadId");
  switch (method) {
    case "GET":
      return isOfUpload ? "ListParts" : "GetObject";
    case "HEAD":
      return "HeadObject";
    case "PUT":
      return isOfUpload ? "UploadPart" : "PutObject";
    case "DELETE":
      return isOfUpload ? "AbortMultipartUpload" : "DeleteObject";
    case "POST":
      if (isOfUpload) return "CompleteMultipartUpload";
      return query.has("uploads") ? "CreateMultipartUpload" : null;
    default:
      return null;
  }
}

/** S3's own list, in which a client marks up nothing but entities. */
function keysIn(body: string): readonly string[] {
  const entities: Readonly<Record<string, string>> = {
    ...{ amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" },
  };
  return [...body.matchAll(/<Key>(.*?)<\/Key>/gs)].map(([, key = ""]) =>
    key.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (all, hex, decimal, name) => {
      if (hex !== undefined) return String.fromCodePoint(Number.parseInt(String(hex), 16));
      if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
      return entities[String(name)] ?? all;
    }),
  );
}

/** The calls that an operation comes down to; all must be allowed. */
export interface S3Calls {
  /** Asked before anything is done. */
  readonly before: readonly Call[];
  /** Asked once there is an object to decrypt: a key without one is never decrypted. */
  readonly onceFound: readonly Call[];
  /** Asked for each key of `DeleteObjects`, which S3 refuses one by one. */
  readonly perKey: Readonly<Record<string, Call>>;
}

/** What S3 asks of the policies for an operation on a bucket of the stacks, as its manual documents. */
export function s3Calls(
  operation: S3Operation,
  { url, headers }: S3Request,
  principal: string,
  bucket: DeployedResource,
  deployed: Deployed,
): S3Calls {
  const call = (action: string, key: string | null, context: Call["context"] = {}): Call => ({
    principal,
    action,
    resource: key === null ? bucket.arn : `${bucket.arn}/${key}`,
    context: { ...SECURE, ...context },
  });
  const kms = (...actions: readonly string[]): readonly Call[] =>
    encryption(bucket, deployed, operation.key ?? "").flatMap(({ key, context }) =>
      actions.map((action) => ({ principal, action, resource: key, context })),
    );
  const put = (context: Call["context"]): Call => call("s3:PutObject", operation.key, context);
  const calls = (...before: readonly Call[]): S3Calls => ({ before, onceFound: [], perKey: {} });

  switch (operation.name) {
    case "GetObject":
      return { ...calls(call("s3:GetObject", operation.key)), onceFound: kms("kms:Decrypt") };
    case "HeadObject":
      // Only the checksum of an encrypted object has to be decrypted.
      return {
        ...calls(call("s3:GetObject", operation.key)),
        onceFound: headers["x-amz-checksum-mode"] === "ENABLED" ? kms("kms:Decrypt") : [],
      };
    case "PutObject":
      return calls(put({ ...conditional(headers), ...CREATES }), ...kms("kms:GenerateDataKey"));
    case "CompleteMultipartUpload":
      return calls(
        put({ ...conditional(headers), ...CREATES }),
        ...kms("kms:GenerateDataKey", "kms:Decrypt"),
      );
    case "CreateMultipartUpload":
    case "UploadPart":
      return calls(put(CREATES_NOTHING), ...kms("kms:GenerateDataKey", "kms:Decrypt"));
    case "AbortMultipartUpload":
      return calls(call("s3:AbortMultipartUpload", operation.key));
    case "ListParts":
      return calls(call("s3:ListMultipartUploadParts", operation.key));
    case "ListObjectsV2":
      return calls(call("s3:ListBucket", null, listed(url)));
    case "DeleteObject":
      return calls(call("s3:DeleteObject", operation.key));
    case "DeleteObjects": {
      const perKey = operation.keys.map((key) => [key, call("s3:DeleteObject", key)] as const);
      return { ...calls(), perKey: Object.fromEntries(perKey) };
    }
  }
}

/**
 * The call that decides what is said of a key without an object: to those who may list the bucket
 * that there is none, to others that they may not know. It names no prefix, so a right to list that
 * is tied to a prefix does not serve.
 */
export function mayKnowOfMissing(principal: string, bucket: DeployedResource): Call {
  return { principal, action: "s3:ListBucket", resource: bucket.arn, context: SECURE };
}

const SECURE = { "aws:securetransport": "true" } as const;
const CREATES = { "s3:objectcreationoperation": "true" } as const;
const CREATES_NOTHING = { "s3:objectcreationoperation": "false" } as const;

function conditional(headers: S3Request["headers"]): Record<string, string> {
  const conditions = ["if-none-match", "if-match"].flatMap((name) => {
    const value = headers[name];
    return value === undefined ? [] : [[`s3:${name}`, String(value)] as const];
  });
  return Object.fromEntries(conditions);
}

function listed(url: string): Record<string, string> {
  const query = new URL(url, "http://s3").searchParams;
  const sent = ["prefix", "delimiter", "max-keys"].flatMap((name) => {
    const value = query.get(name);
    return value === null ? [] : [[`s3:${name}`, value] as const];
  });
  return Object.fromEntries(sent);
}

/** The customer's key with which a bucket encrypts, if it has one, and what S3 says of the object to it. */
function encryption(
  bucket: DeployedResource,
  deployed: Deployed,
  objectKey: string,
): readonly { readonly key: string; readonly context: Call["context"] }[] {
  const { ServerSideEncryptionConfiguration: rules = [] } = (bucket.properties[
    "BucketEncryption"
  ] ?? {}) as { ServerSideEncryptionConfiguration?: readonly EncryptionRule[] };
  return rules.flatMap(({ BucketKeyEnabled, ServerSideEncryptionByDefault: byDefault }) => {
    const name = byDefault?.KMSMasterKeyID;
    if (name === undefined) return [];
    const object = BucketKeyEnabled === true ? bucket.arn : `${bucket.arn}/${objectKey}`;
    const context = {
      "kms:viaservice": `s3.${REGION}.amazonaws.com`,
      "kms:encryptioncontext:aws:s3:arn": object,
    };
    return [{ key: keyArn(deployed, name), context }];
  });
}

interface EncryptionRule {
  readonly BucketKeyEnabled?: boolean;
  readonly ServerSideEncryptionByDefault?: { readonly KMSMasterKeyID?: string };
}

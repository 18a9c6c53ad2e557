import { createHash } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";
import { crc32 } from "node:zlib";
import { S3Refusal } from "./s3-refusal.ts";

/**
 * The body of a request as the sender meant it: taken out of `aws-chunked` framing and held to
 * every checksum sent with it, in a header or, as the newest SDK does for streams, in a trailer.
 */
export function bodyOf(sent: Buffer, headers: IncomingHttpHeaders): Buffer {
  const isChunked = (headers["content-encoding"] ?? "").split(/, */).includes("aws-chunked");
  const { body, trailers } = isChunked ? unchunk(sent) : { body: sent, trailers: {} };

  const length = headers["x-amz-decoded-content-length"];
  if (isChunked && length !== undefined && Number(length) !== body.length) {
    throw new S3Refusal(400, "IncompleteBody");
  }
  const announced = headers["x-amz-trailer"];
  if (typeof announced === "string" && !(announced in trailers)) {
    throw new S3Refusal(400, "MalformedTrailerError");
  }
  const sums: Readonly<Record<string, unknown>> = { ...headers, ...trailers };
  for (const [name, value] of Object.entries(sums)) verify(name, value, body);
  return body;
}

export function crc32Of(body: Buffer): string {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(crc32(body));
  return bytes.toString("base64");
}

function verify(name: string, value: unknown, body: Buffer): void {
  const digest = (algorithm: string): string => createHash(algorithm).update(body).digest("base64");
  if (name === "content-md5" && value !== digest("md5")) {
    throw new S3Refusal(400, "BadDigest");
  }
  if (
    name === "x-amz-content-sha256" &&
    typeof value === "string" &&
    /^[0-9a-f]{64}$/.test(value)
  ) {
    const base64 = Buffer.from(value, "hex").toString("base64");
    if (base64 !== digest("sha256")) throw new S3Refusal(400, "XAmzContentSHA256Mismatch");
  }
  if (!name.startsWith("x-amz-checksum-") || /-(algorithm|mode|type)$/.test(name)) return;
  const expected =
    name === "x-amz-checksum-crc32"
      ? crc32Of(body)
      : name === "x-amz-checksum-sha1" || name === "x-amz-checksum-sha256"
        ? digest(name.slice("x-amz-checksum-".length))
        : null;
  // A checksum that goes unread would let a broken body pass for a right one.
  if (expected === null) throw new S3Refusal(501, "NotImplemented");
  if (value !== expected) throw new S3Refusal(400, "BadDigest");
}

/** Frames of `<hex length>[;chunk-signature=…]\r\n<bytes>\r\n`, the last empty and followed by trailers. */
function unchunk(sent: Buffer): { body: Buffer; trailers: Record<string, string> } {
  const parts: Buffer[] = [];
  let offset = 0;
  for (;;) {
    const lineEnd = sent.indexOf("\r\n", offset);
    if (lineEnd < 0) throw new S3Refusal(400, "IncompleteBody");
    const size = Number.parseInt(sent.toString("latin1", offset, lineEnd), 16);
    offset = lineEnd + 2;
    if (!(size >= 0)) throw new S3Refusal(400, "InvalidRequest");
    if (size === 0) break;
    parts.push(sent.subarray(offset, offset + size));
    offset += size;
    if (sent.toString("latin1", offset, offset + 2) !== "\r\n")
      throw new S3Refusal(400, "IncompleteBody");
    offset += 2;
  }
  const lines = sent
    .toString("latin1", offset)
    .split("\r\n")
    .filter((line) => line !== "");
  const trailers = Object.fromEntries(
    lines.map((line): [string, string] => {
      const colon = line.indexOf(":");
      return [line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()];
    }),
  );
  return { body: Buffer.concat(parts), trailers };
}

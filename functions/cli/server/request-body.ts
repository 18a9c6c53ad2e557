import type { IncomingMessage } from "node:http";
import { LARGEST_BODY } from "../../adapters/console-request.ts";

/** The bytes of a request's body; null, and no more is read, where they are more than is taken. */
export async function requestBody(request: IncomingMessage): Promise<Uint8Array | null> {
  if (Number(request.headers["content-length"] ?? 0) > LARGEST_BODY) return null;
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > LARGEST_BODY) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

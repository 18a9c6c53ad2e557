import type { IncomingMessage } from "node:http";
import { LARGEST_BODY } from "../../adapters/console-request.ts";

/**
 * The bytes of a request's body; null if there are more than the limit (the rest is not read), or
 * if the sender has disconnected.
 */
export function requestBody(request: IncomingMessage): Promise<Uint8Array | null> {
  if (Number(request.headers["content-length"] ?? 0) > LARGEST_BODY) return Promise.resolve(null);
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let length = 0;
    request.on("data", (chunk: Buffer) => {
      length += chunk.length;
      if (length <= LARGEST_BODY) chunks.push(chunk);
      else {
        request.pause();
        resolve(null);
      }
    });
    request.once("end", () => resolve(Buffer.concat(chunks)));
    // An error after the end changes nothing.
    request.once("error", () => resolve(null));
    request.once("close", () => resolve(null));
  });
}

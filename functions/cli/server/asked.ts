import type { IncomingMessage } from "node:http";

/** A request that no other site made a browser send, for a path that could be ours. */
export interface Asked {
  readonly request: IncomingMessage;
  /** A HEAD is a GET whose answer has no body. */
  readonly method: "GET" | "POST";
  readonly isHead: boolean;
  /** Decoded. */
  readonly path: string;
  /** Without its question mark; may be empty. */
  readonly query: string;
}

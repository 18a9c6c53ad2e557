import type { IncomingMessage } from "node:http";

/** Why a request is refused, as a status and as words for the reader of the answer. */
export interface Refusal {
  readonly status: number;
  readonly words: string;
}

/**
 * Refuses what a page of another site could make a browser send: a foreign name that leads to this
 * machine (DNS rebinding), and requests of another origin, such as another port of this machine.
 * Browsers send where a request began; a POST without it must name this origin.
 */
export function refusalOf({ method = "", headers, socket }: IncomingMessage): Refusal | null {
  const host = headers.host ?? "";
  if (!["127.0.0.1", "localhost"].some((name) => host === `${name}:${socket.localPort}`)) {
    return { status: 421, words: "this host is not served here" };
  }
  const begunAt = headers["sec-fetch-site"];
  const isWriting = !READING.includes(method);
  const isOurs =
    begunAt === undefined || (isWriting ? ["same-origin"] : OWN).includes(`${begunAt}`);
  const { origin } = headers;
  const isOurOrigin =
    origin === undefined ? !isWriting || begunAt !== undefined : origin === `http://${host}`;
  if (!isOurs || !isOurOrigin) {
    return {
      status: 403,
      words:
        "the console does not answer requests from other pages: type the address into the browser yourself",
    };
  }
  return null;
}

const READING = ["GET", "HEAD"];
/** From a page of this origin, or by a person: an address typed, a bookmark. */
const OWN = ["same-origin", "none"];

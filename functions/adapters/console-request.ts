import type { ConsoleAnswer, ConsoleRequest } from "../console/answers.ts";

/** A request as HTTP brings it, whatever server has read it. */
export interface HttpRequest {
  readonly method: "GET" | "POST";
  /** Decoded. */
  readonly path: string;
  /** What follows the question mark; may be empty. */
  readonly query: string;
  /** By their names in lower case. */
  readonly headers: { readonly [name: string]: string | readonly string[] | undefined };
  /** Of a POST; empty for a GET. */
  readonly body: Uint8Array;
  /** The instant. */
  readonly at: string;
}

/** The answer to a malformed request. */
export interface WrongForm {
  readonly status: 400 | 413 | 415;
  readonly words: string;
}

/** In bytes; a record that somebody makes here is far smaller. */
export const LARGEST_BODY = 64 * 1024;

/**
 * What a request over HTTP asks of the console. Where a page goes on and which student is asked for
 * come in headers, encoded for an address, since an id may hold any letter and an address keeps
 * what stands in it. A POST carries JSON: a form of another site cannot send that.
 */
export function consoleRequest(http: HttpRequest): ConsoleRequest | WrongForm {
  const { method, path, at: instant } = http;
  const student = decoded(http.headers["ilp-student"]);
  const search = decoded(http.headers["ilp-search"]);
  const after = decoded(http.headers["ilp-after"]);
  if (student === undefined || search === undefined || after === undefined) {
    return { status: 400, words: "a header that names a student is encoded as in an address" };
  }
  const body = method === "POST" ? jsonBody(http) : { value: null };
  if (!("value" in body)) return body;
  return {
    ...{ method, path, student, search, after, at: instant },
    query: new URLSearchParams(http.query),
    body: body.value,
  };
}

/** The JSON of a POST, or what is wrong with it. */
export function jsonBody({
  headers,
  body,
}: Pick<HttpRequest, "headers" | "body">): { readonly value: unknown } | WrongForm {
  const type = String(headers["content-type"] ?? "").split(";", 1)[0] ?? "";
  if (type.trim().toLowerCase() !== "application/json" || headers["content-encoding"]) {
    return { status: 415, words: "what is sent here is application/json, as it is" };
  }
  if (body.length > LARGEST_BODY)
    return { status: 413, words: "the request is larger than 64 KiB" };
  try {
    return { value: JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(body)) as unknown };
  } catch {
    // The parser's own words would repeat what was sent.
    return { status: 400, words: "what is sent is not JSON in UTF-8" };
  }
}

/** The headers of every answer of the console: nothing is kept, and no other site may load any of it. */
export const CONSOLE_HEADERS: { readonly [header: string]: string } = {
  "cache-control": "no-store",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  // No other site is told anything; a page of the console may know from which of them its reader comes.
  "referrer-policy": "same-origin",
  "x-content-type-options": "nosniff",
};

/** The headers of one answer beside those. */
export const headersOf = ({
  type,
  fileName,
}: ConsoleAnswer): { readonly [header: string]: string } => ({
  "content-type": type,
  ...(fileName !== null && { "content-disposition": `attachment; filename="${fileName}"` }),
});

/** The body of an answer as it is sent: a sheet becomes a workbook. */
export async function bodyOf({ body }: ConsoleAnswer): Promise<string | Uint8Array> {
  if (typeof body === "string" || body instanceof Uint8Array) return body;
  // Few requests ask for a workbook, and each would wait for the package to load.
  const { toXlsx } = await import("./spreadsheet.ts");
  return toXlsx(body.definition, body.rows);
}

/** Null for a header that is not there; undefined for one that cannot be decoded. */
function decoded(header: string | readonly string[] | undefined): string | null | undefined {
  if (header === undefined) return null;
  try {
    return decodeURIComponent(String(header));
  } catch {
    return undefined;
  }
}

/**
 * The console behind API Gateway: it answers as it does on one machine, for the person whom a JWT
 * authorizer has signed in. No stack deploys it and `HANDLERS` does not list it, since there is no
 * sign-in on AWS yet.
 */
import { bodyOf, CONSOLE_HEADERS, consoleRequest, headersOf } from "../adapters/console-request.ts";
import { districtId } from "../domain/ids.ts";
import { ENVIRONMENT } from "../layout.ts";
import { consoleAnswer } from "../pipeline/console/routes/console-answer.ts";
import { cloudTable, publicStore, recordsStore } from "./cloud-places.ts";

/** The parts that are read of an event of an HTTP API (format version 2.0). */
interface HttpEvent {
  readonly rawPath: string;
  readonly rawQueryString: string;
  readonly headers: { readonly [name: string]: string };
  readonly body?: string;
  readonly isBase64Encoded: boolean;
  readonly requestContext: {
    readonly timeEpoch: number;
    readonly http: { readonly method: string };
    readonly authorizer?: { readonly jwt?: { readonly claims: Claims } };
  };
}
type Claims = { readonly [name: string]: unknown };

/**
 * Answers for the person who is signed in: the claim `custom:staff` is the staff id, and the
 * district is the function's own or the claim `custom:district`.
 */
export async function handler(event: HttpEvent) {
  const { http, timeEpoch, authorizer } = event.requestContext;
  const claims = authorizer?.jwt?.claims ?? {};
  const staff = claims["custom:staff"];
  const claimed = claims["custom:district"];
  const district = process.env[ENVIRONMENT.district] ?? claimed;
  // A staff id belongs to one district.
  const isOfDistrict = claimed === undefined || claimed === district;
  if (typeof staff !== "string" || staff === "" || typeof district !== "string" || !isOfDistrict) {
    return inWords(401, "sign in first");
  }
  if (!["GET", "HEAD", "POST"].includes(http.method))
    return inWords(405, "this cannot be done here");
  const request = consoleRequest({
    method: http.method === "POST" ? "POST" : "GET",
    path: event.rawPath,
    query: event.rawQueryString,
    headers: event.headers,
    body: Buffer.from(event.body ?? "", event.isBase64Encoded ? "base64" : "utf8"),
    at: new Date(timeEpoch).toISOString(),
  });
  if ("words" in request) return inWords(request.status, request.words);
  const places = { records: recordsStore(), public: publicStore(), table: cloudTable() };
  const who = { district: districtId(district), staff, isDemo: false, through: "console" } as const;
  const answer = await consoleAnswer(places, who, request);
  return {
    statusCode: answer.status,
    headers: { ...CONSOLE_HEADERS, ...headersOf(answer) },
    isBase64Encoded: true,
    body: http.method === "HEAD" ? "" : Buffer.from(await bodyOf(answer)).toString("base64"),
  };
}

const inWords = (statusCode: number, words: string) => ({
  statusCode,
  headers: { ...CONSOLE_HEADERS, "content-type": "text/plain; charset=utf-8" },
  isBase64Encoded: false,
  body: `${words}\n`,
});

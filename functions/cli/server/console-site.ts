import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import {
  bodyOf,
  CONSOLE_HEADERS,
  consoleRequest,
  headersOf,
  jsonBody,
} from "../../adapters/console-request.ts";
import { PUBLIC_PATH } from "../../layout.ts";
import type { Asked } from "./asked.ts";
import { policyOf } from "./built-sites.ts";
import { inWords, notAllowed, type HttpAnswer } from "./http-answer.ts";
import { isOverlong, plainPath } from "./plain-path.ts";
import { refusalOf } from "./refusal.ts";
import { requestBody } from "./request-body.ts";
import { instantOf, signedInAs, type ServedConsole } from "./served-console.ts";
import {
  changeRole,
  endSession,
  openSession,
  OPENING_PATH,
  sessionAnswer,
} from "./session-routes.ts";
import { sentContent } from "./sending/sent-content.ts";
import { noPage } from "./sending/no-page.ts";
import { signInAnswer } from "./sign-in-answer.ts";
import { siteFile } from "./sending/site-file.ts";
import type { Session } from "./sessions.ts";

/**
 * Answers requests to the console: pages, figures and names go only to a browser that is signed in.
 */
export const consoleSite =
  (served: ServedConsole): RequestListener =>
  (request, response) => {
    answerOf(served, request)
      .catch((error: unknown) => unanswered(served, error))
      .then((answer) => write(served, request, response, answer))
      .catch(() => response.destroy());
  };

async function answerOf(served: ServedConsole, request: IncomingMessage): Promise<HttpAnswer> {
  const refusal = refusalOf(request);
  if (refusal !== null) return inWords(refusal.status, refusal.words);
  const { method = "", url = "" } = request;
  if (!["GET", "HEAD", "POST"].includes(method)) return notAllowed("GET, HEAD, POST");
  if (isOverlong(url)) return inWords(414, "the address is too long");
  const path = plainPath(url);
  if (path === null) return inWords(400, "this is not a valid address");
  const asked: Asked = {
    ...{ request, path, isHead: method === "HEAD" },
    method: method === "POST" ? "POST" : "GET",
    query: url.includes("?") ? url.slice(url.indexOf("?") + 1) : "",
  };
  if (path.startsWith(OPENING_PATH)) return openSession(served, asked);
  const session = served.sessions.use(request.headers.cookie);
  return session === undefined ? signInAnswer(asked) : signedIn(served, asked, session);
}

async function signedIn(
  served: ServedConsole,
  asked: Asked,
  session: Session,
): Promise<HttpAnswer> {
  const { path, method, request } = asked;
  if (path.startsWith("/console/")) return answered(served, asked, session);
  if (path === "/session/end" || (path === "/session/role" && served.isDemo)) {
    if (method === "GET") return notAllowed("POST");
    const body = await requestBody(request);
    if (body === null) return TOO_LARGE;
    const json = jsonBody({ headers: request.headers, body });
    if (!("value" in json)) return inWords(json.status, json.words);
    return path === "/session/end"
      ? endSession(served, request.headers.cookie)
      : changeRole(served, session, json.value);
  }
  const file = await siteFile(served.pages, path);
  const isThere = file !== null || path === "/session" || path.startsWith(PUBLIC_PATH);
  if (isThere && method === "POST") return notAllowed("GET, HEAD");
  if (path === "/session") return sessionAnswer(served, session.identity);
  if (path.startsWith(PUBLIC_PATH)) return answered(served, asked, session);
  const answer = file ?? (await noPage(served.pages, request.headers.accept));
  if (answer === null) return inWords(404, "Not found");
  const { type, identity } = answer;
  const status = file === null ? 404 : 200;
  return { status, headers: { "content-type": type }, body: await answer.read(), identity };
}

async function answered(
  served: ServedConsole,
  { request, method, path, query }: Asked,
  { identity }: Session,
): Promise<HttpAnswer> {
  const who = signedInAs(served, identity);
  const body = method === "POST" ? await requestBody(request) : new Uint8Array();
  if (body === null) return TOO_LARGE;
  const { headers } = request;
  const asked = consoleRequest({ method, path, query, headers, body, at: instantOf(served) });
  if ("words" in asked) return inWords(asked.status, asked.words);
  const answer = await served.answer(who, asked);
  return { status: answer.status, headers: headersOf(answer), body: await bodyOf(answer) };
}

const TOO_LARGE = inWords(413, "the request is larger than 64 KiB");

/**
 * Errors are for the terminal of whoever serves the console; in an answer, a parser's message would
 * repeat what it read.
 */
function unanswered({ tell }: ServedConsole, error: unknown): HttpAnswer {
  const isQuoting = error instanceof SyntaxError || !(error instanceof Error);
  tell(isQuoting ? "the stored data are not as expected" : error.message);
  return inWords(
    503,
    "this cannot be answered right now: the data may be being updated. Try again in a few minutes; the terminal in which ilp runs shows the reason",
  );
}

/**
 * Answers are compressed, also those that name students. Compression can reveal the length of a
 * secret to somebody who makes a browser send chosen text that is next to it in the answer, and who
 * reads the lengths on the wire (BREACH). Here the wire is inside this machine and without TLS, so
 * whoever can read lengths can read the answers. No other page can make a browser send a request
 * (`refusalOf`). And the secrets that open the console, a token or a cookie, are in no body.
 */
async function write(
  { pages }: ServedConsole,
  { complete, headers: asked }: IncomingMessage,
  response: ServerResponse,
  { status, headers, body, identity }: HttpAnswer,
): Promise<void> {
  const bytes = typeof body === "string" ? Buffer.from(body) : body;
  const type = headers["content-type"] ?? "";
  const sent = await sentContent(
    { type, size: bytes.length, identity: identity ?? null, read: () => Promise.resolve(bytes) },
    asked["accept-encoding"],
  );
  response.writeHead(status, {
    ...CONSOLE_HEADERS,
    "content-security-policy": policyOf(pages),
    ...headers,
    ...sent.headers,
    // The rest of an unread body would be taken for the next request.
    ...(complete ? {} : { connection: "close" }),
  });
  // Node leaves out the body of an answer to a HEAD.
  response.end(sent.bytes);
}

import type { IncomingHttpHeaders } from "node:http";
import { STAFF_ROLE_NAMES } from "../../domain/people/staff-member.ts";
import type { Asked } from "./asked.ts";
import { inWords, notAllowed, type HttpAnswer } from "./http-answer.ts";
import type { Identity } from "./opening-tokens.ts";
import { instantOf, signedInAs, type ServedConsole } from "./served-console.ts";
import type { SessionAnswer } from "./session-answer.ts";
import type { Session } from "./sessions.ts";
import { signInAnswer } from "./sign-in-answer.ts";

/** The path of the addresses that open the console. */
export const OPENING_PATH = "/open/";

/**
 * Opens a session by an address that was printed: once, and for a person, not for a browser that
 * fetches ahead. Any earlier session of the browser ends.
 */
export async function openSession(served: ServedConsole, asked: Asked): Promise<HttpAnswer> {
  const { headers } = asked.request;
  if (asked.method === "POST") return notAllowed("GET, HEAD");
  const token = asked.path.slice(OPENING_PATH.length);
  const opening = served.tokens.lookUp(token);
  if (opening === undefined) return signInAnswer(asked);
  // The browser asks again when its reader opens the address.
  if (isAhead(headers))
    return inWords(503, "this address can be opened only once; nobody has opened it yet");
  const location = asked.query === "" ? "/" : `/?${asked.query}`;
  if (asked.isHead) return { status: 303, headers: { location }, body: "" };
  // Used before the log is written, so that of two requests at the same time only one is signed
  // in.
  served.tokens.use(token);
  const who = signedInAs(served, opening.identity);
  await served.onSession("open-session", who, instantOf(served)).catch((error: unknown) => {
    served.tokens.giveBack(token, opening);
    throw error;
  });
  served.sessions.end(headers.cookie);
  const cookie = served.sessions.open(opening.identity);
  return { status: 303, headers: { location, "set-cookie": cookie }, body: "" };
}

/** Whether a browser fetches something that its reader has not asked for yet. */
const isAhead = (headers: IncomingHttpHeaders): boolean =>
  ["sec-purpose", "purpose", "x-purpose", "x-moz"].some((name) =>
    /prefetch|prerender|preview/i.test(String(headers[name] ?? "")),
  );

export function endSession({ sessions }: ServedConsole, cookies: string | undefined): HttpAnswer {
  sessions.end(cookies);
  return inWords(200, "you are signed out", { "set-cookie": sessions.noCookie });
}

export async function sessionAnswer(served: ServedConsole, staff: Identity): Promise<HttpAnswer> {
  const members = served.isDemo ? await served.members() : [];
  const answer: SessionAnswer = {
    isDemo: served.isDemo,
    staff,
    choices: members.map(({ staff: id, name, roles }) => ({
      staff: id,
      name,
      roles: roles.map(({ role }) => STAFF_ROLE_NAMES[role]),
    })),
  };
  return {
    status: 200,
    headers: { "content-type": "application/json; charset=utf-8" },
    body: JSON.stringify(answer),
  };
}

/** Lets a browser in the demo continue as another person of the staff list. */
export async function changeRole(
  served: ServedConsole,
  session: Session,
  body: unknown,
): Promise<HttpAnswer> {
  const staff = typeof body === "object" && body !== null && "staff" in body ? body.staff : null;
  const member = (await served.members()).find((candidate) => candidate.staff === staff);
  if (member === undefined)
    return inWords(400, "the demo's staff list does not have this staff id");
  await served.onSession("change-demo-role", signedInAs(served, member.staff), instantOf(served));
  session.identity = member.staff;
  return sessionAnswer(served, member.staff);
}

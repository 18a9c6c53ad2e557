import { randomBytes } from "node:crypto";
import { digestOf, newSecret, type Identity } from "./opening-tokens.ts";

/** One browser that is signed in. */
export interface Session {
  /** Who uses it; in the demo this may change. */
  identity: Identity;
}

/** The browsers that are signed in to this run of the server, each with its own identity. */
export interface Sessions {
  /** A new session, and the cookie that holds it. */
  open(identity: Identity): string;
  /** The session of a request's cookies, which this use keeps open; undefined if it has ended. */
  use(cookies: string | undefined): Session | undefined;
  /** Ends the session that a request's cookies hold, and no other. */
  end(cookies: string | undefined): void;
  /** The cookie that removes the session's cookie from a browser. */
  readonly noCookie: string;
}

/**
 * Browsers remember addresses, so an address only opens a session. Later requests carry a secret
 * that is in no address and that no script can read. Sessions are kept in memory and end with the
 * server.
 * @param now the clock, in milliseconds
 * @param idleMinutes a session that is not used for this long has ended
 */
export function sessions(now: () => number, idleMinutes: number): Sessions {
  // A browser sends the cookies of a host to each of its ports: the name keeps two servers
  // apart.
  const name = `ilp-console-${randomBytes(6).toString("hex")}`;
  const attributes = "HttpOnly; SameSite=Strict; Path=/";
  const open = new Map<string, Session & { usedAt: number }>();
  const endIdle = (): void => {
    for (const [key, { usedAt }] of open) {
      if (now() - usedAt >= idleMinutes * 60_000) open.delete(key);
    }
  };
  return {
    open(identity) {
      const secret = newSecret();
      open.set(digestOf(secret), { identity, usedAt: now() });
      return `${name}=${secret}; ${attributes}`;
    },
    use(cookies) {
      endIdle();
      const session = open.get(keyOf(name, cookies));
      if (session !== undefined) session.usedAt = now();
      return session;
    },
    end(cookies) {
      open.delete(keyOf(name, cookies));
    },
    noCookie: `${name}=; Max-Age=0; ${attributes}`,
  };
}

/** The key under which the session of these cookies is kept. */
function keyOf(name: string, cookies: string | undefined): string {
  const given = (cookies ?? "")
    .split(";")
    .map((cookie) => cookie.trim())
    .find((cookie) => cookie.startsWith(`${name}=`));
  return digestOf(given?.slice(name.length + 1) ?? "");
}

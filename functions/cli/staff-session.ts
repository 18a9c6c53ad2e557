import { createHash, randomBytes, timingSafeEqual } from "node:crypto";

/** The path of the address that opens the session. */
export const OPENING_PATH = "/open/";

/** The reader's key to the signed-in side of one machine: printed once, used once, then a cookie. */
export interface StaffSession {
  /** Of the address that opens the session. */
  readonly token: string;
  /** The cookie to set, for the right token and the first time only; null otherwise. */
  open(token: string): string | null;
  /** Whether a request's cookies hold the session. */
  isOpen(cookies: string | undefined): boolean;
}

/**
 * A session of one run of the server. The token stands in an address, which browsers remember, so it
 * opens once; what is asked after that carries a secret that no address and no script sees.
 */
export function staffSession(): StaffSession {
  const token = secret();
  const key = secret();
  // A browser sends the cookies of one host to each of its ports: the name keeps two servers apart.
  const name = `ilp-staff-${randomBytes(6).toString("hex")}`;
  let isUsed = false;
  return {
    token,
    open(given) {
      if (isUsed || !isSame(given, token)) return null;
      isUsed = true;
      return `${name}=${key}; HttpOnly; SameSite=Strict; Path=/`;
    },
    isOpen: (cookies) => {
      const given = (cookies ?? "")
        .split(";")
        .map((cookie) => cookie.trim())
        .find((cookie) => cookie.startsWith(`${name}=`));
      return isUsed && given !== undefined && isSame(given.slice(name.length + 1), key);
    },
  };
}

const secret = (): string => randomBytes(32).toString("base64url");

/** In a time that tells nothing of where they differ, nor of their lengths. */
const isSame = (a: string, b: string): boolean => timingSafeEqual(digest(a), digest(b));

const digest = (text: string): Buffer => createHash("sha256").update(text).digest();

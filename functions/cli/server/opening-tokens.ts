import { createHash, randomBytes } from "node:crypto";

/** An address that nobody has opened after this time opens nothing. */
export const OPENING_MINUTES = 15;

/** For whom an address opens: a staff id, or null for the system account. */
export type Identity = string | null;

/** For whom a token opens, and since when. */
export interface IssuedToken {
  readonly identity: Identity;
  readonly issuedAt: number;
}

/** The tokens of the addresses that were printed and not opened yet. */
export interface OpeningTokens {
  /** A new token, good once and for a quarter of an hour. */
  issue(identity: Identity): string;
  /** For whom a token opens, without using it; undefined if it opens nothing. */
  lookUp(token: string): IssuedToken | undefined;
  /** From then on the token opens nothing. */
  use(token: string): void;
  /** Makes a used token usable again, if its session could not be opened. */
  giveBack(token: string, issued: IssuedToken): void;
}

/** @param now the clock, in milliseconds */
export function openingTokens(now: () => number): OpeningTokens {
  const open = new Map<string, IssuedToken>();
  return {
    issue(identity) {
      const token = newSecret();
      open.set(digestOf(token), { identity, issuedAt: now() });
      return token;
    },
    lookUp(token) {
      for (const [key, { issuedAt }] of open) {
        if (now() - issuedAt >= OPENING_MINUTES * 60_000) open.delete(key);
      }
      return open.get(digestOf(token));
    },
    use(token) {
      open.delete(digestOf(token));
    },
    giveBack(token, issued) {
      open.set(digestOf(token), issued);
    },
  };
}

/** 256 random bits, in letters that an address and a cookie may hold. */
export const newSecret = (): string => randomBytes(32).toString("base64url");

/**
 * The hash by which a secret is kept and looked up. The time of a look-up depends on the hash,
 * which nobody can choose, and reveals nothing about the secret.
 */
export const digestOf = (secret: string): string =>
  createHash("sha256").update(secret).digest("base64url");

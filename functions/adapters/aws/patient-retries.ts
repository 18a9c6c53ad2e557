import type { S3ClientConfig } from "@aws-sdk/client-s3";

/** How long a client tries a call that was refused for now. */
export interface Patience {
  /** Of one call, the first included. */
  readonly attempts: number;
  /** The longest wait before the second attempt; before each one after it twice as long. */
  readonly firstWaitMs: number;
  readonly longestWaitMs: number;
}

/**
 * Tries again what the SDK takes for throttling or for a fault that passes, after waits left wholly to
 * chance ("full jitter"), so that those refused together do not come back together.
 *
 * The SDK's own strategy also counts tokens for the whole client: 500, of which a retry after throttling
 * takes 5; a call that succeeds in the end gives back those of its last retry, one at the first attempt
 * gives 1. Where 40 % of attempts are throttled a call takes 5 × 0.4 / 0.6 = 3.3 tokens and gives back
 * 0.4 × 5 + 0.6 × 1 = 2.6, so that about 700 calls later no call is tried twice. Here each call has its
 * attempts, whatever became of the others.
 * Source: aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter
 */
export const patientRetries = (patience: Patience): Strategy => ({
  acquireInitialRetryToken: () => Promise.resolve(token(0, 0)),

  refreshRetryTokenForRetry({ getRetryCount }, { errorType, retryAfterHint }) {
    const count = getRetryCount() + 1;
    if (errorType !== "THROTTLING" && errorType !== "TRANSIENT") {
      return Promise.reject(new Error(`an error of the type ${errorType} does not pass`));
    }
    if (count >= patience.attempts) {
      return Promise.reject(new Error(`the call was tried ${count} times`));
    }
    const asked = retryAfterHint === undefined ? 0 : retryAfterHint.getTime() - Date.now();
    const wait = Math.max(drawnWaitMs(count, patience), Math.min(asked, patience.longestWaitMs));
    return Promise.resolve(token(count, wait));
  },

  recordSuccess: () => undefined,
});

/** The wait before the retry of this number, from 1. */
const drawnWaitMs = (retry: number, { firstWaitMs, longestWaitMs }: Patience): number =>
  Math.random() * Math.min(longestWaitMs, firstWaitMs * 2 ** (retry - 1));

const token = (count: number, delayMs: number): Token => ({
  getRetryCount: () => count,
  getRetryDelay: () => delayMs,
});

/** The SDK names these types only in packages of its own. */
type Strategy = Extract<
  NonNullable<S3ClientConfig["retryStrategy"]>,
  { acquireInitialRetryToken: unknown }
>;
type Token = Awaited<ReturnType<Strategy["refreshRetryTokenForRetry"]>>;

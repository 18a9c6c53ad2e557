/**
 * Whether an error passes by itself, so that the same call may succeed later: throttling, a timeout, a
 * connection that broke, a fault of the service. Also where it is the cause of the error, or of its cause.
 * The names are those by which the AWS SDK decides what to try again.
 */
export function isTransient(error: unknown): boolean {
  const seen = new Set<unknown>();
  for (let cause = error; cause instanceof Error && !seen.has(cause); cause = cause.cause) {
    if (passes(cause)) return true;
    seen.add(cause);
  }
  return false;
}

/** What the SDK adds to the errors that it throws, and Node to those of its calls. */
interface Told extends Error {
  readonly code?: unknown;
  readonly $metadata?: { readonly httpStatusCode?: number };
  readonly $retryable?: object;
}

function passes(error: Told): boolean {
  const status = error.$metadata?.httpStatusCode ?? 0;
  return (
    PASSING.has(error.name) ||
    (typeof error.code === "string" && PASSING.has(error.code)) ||
    error.$retryable !== undefined ||
    status === 429 ||
    status >= 500
  );
}

const THROTTLING = [
  "BandwidthLimitExceeded",
  "EC2ThrottledException",
  "LimitExceededException",
  "PriorRequestNotComplete",
  "ProvisionedThroughputExceededException",
  "RequestLimitExceeded",
  "RequestThrottled",
  "RequestThrottledException",
  "SlowDown",
  "ThrottledException",
  "Throttling",
  "ThrottlingException",
  "TooManyRequestsException",
  "TransactionInProgressException",
];
const TIMEOUTS = ["TimeoutError", "RequestTimeout", "RequestTimeoutException"];
const CONNECTIONS = [
  ...["ECONNRESET", "ECONNREFUSED", "EPIPE", "ETIMEDOUT"],
  ...["EHOSTUNREACH", "ENETUNREACH", "ENOTFOUND", "EAI_AGAIN"],
];
/** What the services say of one key or item in the answer to a whole batch, and S3 of two writers. */
const OF_SERVICE = ["InternalError", "ServiceUnavailable", "ConditionalRequestConflict"];
/** Of our own: what is listed again may well be whole. */
const OF_OBJECTS = ["ChangedObject"];

const PASSING: ReadonlySet<string> = new Set([
  ...[...THROTTLING, ...TIMEOUTS],
  ...[...CONNECTIONS, ...OF_SERVICE, ...OF_OBJECTS],
]);

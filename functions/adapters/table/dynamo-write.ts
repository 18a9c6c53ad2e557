import { setTimeout as wait } from "node:timers/promises";
import {
  BatchWriteItemCommand,
  type DynamoDBClient,
  type WriteRequest,
} from "@aws-sdk/client-dynamodb";
import type { ItemKey } from "../../pipeline/ports.ts";

/** What the service takes in one call. */
const BATCH = 25;
const IN_FLIGHT = 8;
/** Waits of 0.05, 0.1, 0.2 … 5 seconds: about half a minute without any progress, then we give up. */
const FIRST_WAIT_MS = 50;
const LONGEST_WAIT_MS = 5_000;
const TRIES_WITHOUT_PROGRESS = 12;

/**
 * Writes or deletes in batches, several at once, and resolves to the number of entries handed in.
 * Entries are pulled as they are needed, so a table of any length may pass through. A key that
 * comes again is written again, after its earlier batch has ended: the later entry wins.
 */
export async function writeBatches<Entry extends ItemKey>(
  client: DynamoDBClient,
  name: string,
  entries: Iterable<Entry> | AsyncIterable<Entry>,
  requestFor: (entry: Entry) => WriteRequest,
): Promise<number> {
  const inFlight = new Map<Promise<void>, ReadonlySet<string>>();
  let failure: { readonly error: unknown } | null = null;
  let count = 0;
  let batch = new Map<string, WriteRequest>();

  const send = async (): Promise<void> => {
    const requests = batch;
    batch = new Map();
    while (inFlight.size >= IN_FLIGHT) await Promise.race(inFlight.keys());
    const sharing = [...inFlight].filter(([, keys]) => overlap(requests, keys));
    await Promise.all(sharing.map(([earlier]) => earlier));
    const writing: Promise<void> = writeBatch(client, name, [...requests.values()])
      .catch((error: unknown) => {
        failure ??= { error };
      })
      .finally(() => inFlight.delete(writing));
    inFlight.set(writing, new Set(requests.keys()));
  };

  try {
    for await (const entry of entries) {
      if (failure !== null) break;
      count += 1;
      batch.set(JSON.stringify([entry.partition, entry.sort]), requestFor(entry));
      if (batch.size === BATCH) await send();
    }
    if (batch.size > 0 && failure === null) await send();
  } finally {
    // Also when the entries throw: nothing of ours is still writing once the caller hears of it.
    await Promise.all(inFlight.keys());
  }
  if (failure !== null) throw (failure as { readonly error: unknown }).error;
  return count;
}

function overlap(requests: ReadonlyMap<string, unknown>, keys: ReadonlySet<string>): boolean {
  for (const key of requests.keys()) if (keys.has(key)) return true;
  return false;
}

/** One batch, until the service has taken all of it. */
async function writeBatch(
  client: DynamoDBClient,
  name: string,
  requests: readonly WriteRequest[],
): Promise<void> {
  let rest = requests;
  let fruitless = 0;
  for (;;) {
    const handedBack = await tryBatch(client, name, rest);
    if (handedBack.length === 0) return;
    fruitless = handedBack.length < rest.length ? 0 : fruitless + 1;
    if (fruitless === TRIES_WITHOUT_PROGRESS) {
      throw Object.assign(
        new Error(
          `table ${name} took none of ${handedBack.length} entries in ${fruitless} tries: expected it to take some`,
        ),
        // So that whoever asks whether it may pass can tell.
        { code: "ThrottlingException" },
      );
    }
    rest = handedBack;
    // Half of the wait is left to chance, so that batches refused together do not return together.
    const longest = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** fruitless);
    await wait(longest * (0.5 + Math.random() / 2));
  }
}

async function tryBatch(
  client: DynamoDBClient,
  name: string,
  requests: readonly WriteRequest[],
): Promise<readonly WriteRequest[]> {
  try {
    const answer = await client.send(
      new BatchWriteItemCommand({ RequestItems: { [name]: [...requests] } }),
    );
    return answer.UnprocessedItems?.[name] ?? [];
  } catch (error) {
    // The service refuses a whole batch this way when every entry of it was throttled. A client that
    // has tried it several times is not made to do so as often again.
    if (isThrottled(error) && (error.$metadata?.attempts ?? 1) === 1) return requests;
    throw error;
  }
}

const isThrottled = (
  error: unknown,
): error is Error & { readonly $metadata?: { readonly attempts?: number } } =>
  error instanceof Error && THROTTLED.has(error.name);

const THROTTLED: ReadonlySet<string> = new Set([
  "ProvisionedThroughputExceededException",
  "RequestLimitExceeded",
  "ThrottlingException",
]);

import { setTimeout as wait } from "node:timers/promises";
import { DeleteObjectsCommand, type _Error as RefusedKey, type S3Client } from "@aws-sdk/client-s3";

/** How many keys S3 deletes in one call. */
const DELETED_AT_ONCE = 1_000;

/** Waits of up to 0.1, 0.2, 0.4 … 5 seconds between them. */
const TRIES = 12;
const FIRST_WAIT_MS = 100;
const LONGEST_WAIT_MS = 5_000;

/** @throws Error that names a key which S3 did not delete, and why */
export async function deleteKeys(
  client: S3Client,
  bucket: string,
  keys: readonly string[],
): Promise<void> {
  for (let from = 0; from < keys.length; from += DELETED_AT_ONCE) {
    await deleteBatch(client, bucket, keys.slice(from, from + DELETED_AT_ONCE));
  }
}

async function deleteBatch(
  client: S3Client,
  bucket: string,
  keys: readonly string[],
): Promise<void> {
  let left = keys;
  for (let attempt = 1; ; attempt += 1) {
    const Objects = left.map((Key) => ({ Key }));
    const { Errors = [] } = await client.send(
      new DeleteObjectsCommand({ Bucket: bucket, Delete: { Objects, Quiet: true } }),
    );
    // The call succeeds as a whole also when S3 refuses some of its keys.
    const [first] = Errors;
    if (first === undefined) return;
    const refused = Errors.find(({ Code = "" }) => !FOR_NOW.has(Code));
    if (refused !== undefined || attempt === TRIES) throw notDeleted(refused ?? first);
    left = Errors.flatMap(({ Key }) => (Key === undefined ? [] : [Key]));
    await wait(Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (attempt - 1)) * Math.random());
  }
}

/** What S3 says of a key that it may delete a moment later. */
const FOR_NOW: ReadonlySet<string> = new Set(["SlowDown", "InternalError", "ServiceUnavailable"]);

const notDeleted = ({ Key, Code }: RefusedKey): Error =>
  Object.assign(
    new Error(`key ${JSON.stringify(Key)} was not deleted: S3 answered ${Code}`),
    // Named, so that whoever asks whether it may pass can tell.
    { code: Code },
  );

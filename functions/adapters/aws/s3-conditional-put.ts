import { setTimeout as wait } from "node:timers/promises";
import {
  GetObjectCommand,
  PutObjectCommand,
  type PutObjectCommandInput,
  type S3Client,
  S3ServiceException,
} from "@aws-sdk/client-s3";
import { isListed, isMissing, isRefused, type ObjectAddress } from "./s3-read.ts";

/** How often we ask again when S3 says that another write to the key is under way. */
const TRIES = 8;

/** How long a writer by tag that was too late is held at most. */
const LONGEST_PAUSE_MS = 200;

interface Put extends Pick<PutObjectCommandInput, "ContentType"> {
  readonly Body: Uint8Array;
}
type Condition = { readonly IfNoneMatch: "*" } | { readonly IfMatch: string };

/** Puts the object while the one there still has the tag, or while there is none where that is null. */
export async function putIfTag(
  client: S3Client,
  address: ObjectAddress,
  put: Put,
  tag: string | null,
): Promise<boolean> {
  const condition: Condition = tag === null ? { IfNoneMatch: "*" } : { IfMatch: `"${tag}"` };
  if (await conditionalPut(client, address, { ...put, ...condition })) return true;
  // Those who met another writer read again, and do not come back together.
  await wait(LONGEST_PAUSE_MS * Math.random());
  return false;
}

/** Puts the object where its condition holds: false, and nothing written, where it does not. */
export async function conditionalPut(
  client: S3Client,
  address: ObjectAddress,
  put: Put & Condition,
): Promise<boolean> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await client.send(new PutObjectCommand({ ...address, ...put }));
      return true;
    } catch (error) {
      if (!(error instanceof S3ServiceException)) throw error;
      if (error.name === "PreconditionFailed") {
        return (
          (error.$metadata.attempts ?? 1) > 1 && (await isSameObject(client, address, put.Body))
        );
      }
      if ("IfMatch" in put && (await isGone(client, address, error))) return false;
      // Two writers at the same moment: S3 decides for neither and leaves it to be tried again.
      if (error.name !== "ConditionalRequestConflict" || attempt === TRIES) throw error;
      await wait(50 * 2 ** attempt * Math.random());
    }
  }
}

/** A call that was sent again may have met its own object: the answer to the first was lost. */
async function isSameObject(
  client: S3Client,
  address: ObjectAddress,
  body: Uint8Array,
): Promise<boolean> {
  const { Body } = await client.send(new GetObjectCommand(address));
  return Body !== undefined && Buffer.compare(await Body.transformToByteArray(), body) === 0;
}

const isGone = async (client: S3Client, address: ObjectAddress, error: unknown): Promise<boolean> =>
  isMissing(error) || (isRefused(error) && (await isListed(client, address)) === false);

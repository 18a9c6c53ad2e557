import { Readable } from "node:stream";
import {
  GetObjectCommand,
  type GetObjectCommandOutput,
  ListObjectsV2Command,
  NoSuchKey,
  NotFound,
  type S3Client,
  S3ServiceException,
} from "@aws-sdk/client-s3";
import { ChangedObject, type TaggedObject } from "../../pipeline/ports.ts";
import { unquoted } from "./s3-list.ts";
import { isTransient } from "./transient-error.ts";

/** An object as S3 is asked for it. */
export interface ObjectAddress {
  readonly Bucket: string;
  readonly Key: string;
  /** Which of its bytes, where not all are. */
  readonly Range?: string;
}

/** An object whole, with its tag; null when its key holds none. */
export async function readTagged(
  client: S3Client,
  address: ObjectAddress,
): Promise<TaggedObject | null> {
  const read = async (): Promise<TaggedObject> => {
    const { Body, ETag = "" } = await client.send(new GetObjectCommand(address));
    const body = Body === undefined ? new Uint8Array() : await Body.transformToByteArray();
    return { body, tag: unquoted(ETag) };
  };
  return readOrNull(client, address, () => readWhole(read));
}

/**
 * An object in chunks.
 * @throws ChangedObject where a tag is given and the object has another, and Error where the key holds none
 */
export async function* streamObject(
  client: S3Client,
  address: ObjectAddress,
  tag: string | undefined,
): AsyncGenerator<Uint8Array> {
  const tagged = { ...address, ...(tag !== undefined && { IfMatch: `"${tag}"` }) };
  const answer = await readOrNull(client, address, () =>
    client.send(new GetObjectCommand(tagged)),
  ).catch((error: unknown) => {
    throw isOther(error) ? new ChangedObject() : error;
  });
  if (answer === null) throw new Error(`key ${JSON.stringify(address.Key)} holds no object`);
  yield* readInChunks(client, address, answer);
}

/**
 * What a read of an object gives; null when its key holds none. A reader that may list only some
 * prefixes of a bucket gets "access denied" for a missing object, so a refusal is looked into, and
 * never taken for absence: where no list says that there is no such key, it is thrown on.
 */
export async function readOrNull<T>(
  client: S3Client,
  address: ObjectAddress,
  read: () => Promise<T>,
): Promise<T | null> {
  try {
    return await read();
  } catch (error) {
    if (isMissing(error)) return null;
    if (!isRefused(error)) throw error;
    const isThere = await isListed(client, address);
    if (isThere === null) throw error;
    if (!isThere) return null;
  }
  // It is there: put since we asked, or it may be listed and not read.
  return read();
}

/** How often an object is asked for whose body breaks off. */
const BODY_TRIES = 4;

/**
 * Reads a whole body, again from the start where its connection breaks: the SDK tries again only what
 * comes before the body.
 */
async function readWhole<T>(read: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await read();
    } catch (error) {
      // The errors of a call have it, and the SDK has tried that call as often as it may be.
      const isOfCall = error instanceof Error && "$metadata" in error;
      if (isOfCall || !isTransient(error) || attempt === BODY_TRIES) throw error;
    }
  }
}

/**
 * Reads a body in chunks. Where its connection breaks the object is asked for again, and what was given
 * already is read past: so the sum of the whole body is checked, which a range has not.
 * @param first what S3 answered
 */
async function* readInChunks(
  client: S3Client,
  address: ObjectAddress,
  first: GetObjectCommandOutput,
): AsyncGenerator<Uint8Array> {
  let given = 0;
  let answer = first;
  for (let attempt = 1; ; attempt += 1) {
    try {
      let read = 0;
      for await (const chunk of bodyOf(answer)) {
        read += chunk.length;
        if (read <= given) continue;
        const rest = chunk.subarray(chunk.length - (read - given));
        given = read;
        yield rest;
      }
      return;
    } catch (error) {
      if (!isTransient(error) || attempt === BODY_TRIES) throw error;
      const same = new GetObjectCommand({ ...address, IfMatch: first.ETag });
      answer = await client.send(same).catch((again: unknown) => {
        throw isOther(again) ? error : again;
      });
    }
  }
}

/** Whether somebody has written over an object that was asked for by its tag. */
const isOther = (error: unknown): boolean =>
  error instanceof S3ServiceException && error.$metadata.httpStatusCode === 412;

const bodyOf = ({ Body }: GetObjectCommandOutput): AsyncIterable<Uint8Array> =>
  Body instanceof Readable ? Body : Readable.from([]);

/** Whether S3 refused a call; a HEAD has no body that would name the refusal. */
export const isRefused = (error: unknown): boolean =>
  error instanceof S3ServiceException && error.$metadata.httpStatusCode === 403;

export const isMissing = (error: unknown): boolean =>
  error instanceof NoSuchKey ||
  error instanceof NotFound ||
  (error instanceof S3ServiceException && error.name === "NoSuchKey");

/** Whether the key is in the list of its bucket; null where that list is refused. */
export async function isListed(
  client: S3Client,
  { Bucket, Key }: ObjectAddress,
): Promise<boolean | null> {
  try {
    // The key itself comes before every longer one that begins with it.
    const { Contents = [] } = await client.send(
      new ListObjectsV2Command({ Bucket, Prefix: Key, MaxKeys: 1 }),
    );
    return Contents[0]?.Key === Key;
  } catch (error) {
    if (isRefused(error)) return null;
    throw error;
  }
}

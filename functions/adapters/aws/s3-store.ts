import "./sdk-notice.ts";
import { Readable } from "node:stream";
import { setTimeout as wait } from "node:timers/promises";
import {
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
  type S3Client,
} from "@aws-sdk/client-s3";
import { Upload } from "@aws-sdk/lib-storage";
import { ChangedObject, type ObjectStore, type TaggedObject } from "../../pipeline/ports.ts";
import { checkKey, checkPrefix } from "../folder/object-key.ts";
import { conditionalPut } from "./s3-conditional-put.ts";
import { deleteKeys } from "./s3-delete.ts";
import { listBucket, unquoted } from "./s3-list.ts";
import { isOther, type Place, readInChunks, readOrNull, readWhole } from "./s3-read.ts";

/** How long a writer by tag that was too late is held at most. */
const LONGEST_PAUSE_MS = 200;

/** A bucket in S3. What may be a key, and the order of a list, are those of the folder store. */
export function s3Store(client: S3Client, bucket: string): ObjectStore {
  const at = (key: string): Place => {
    checkKey(key);
    return { Bucket: bucket, Key: key };
  };

  const getTagged: ObjectStore["getTagged"] = async (key) => {
    const place = at(key);
    const read = async (): Promise<TaggedObject> => {
      const { Body, ETag = "" } = await client.send(new GetObjectCommand(place));
      const body = Body === undefined ? new Uint8Array() : await Body.transformToByteArray();
      return { body, tag: unquoted(ETag) };
    };
    return readOrNull(client, place, () => readWhole(read));
  };

  const list = (prefix: string): ReturnType<ObjectStore["entries"]> => {
    checkPrefix(prefix);
    return listBucket(client, bucket, prefix);
  };

  return {
    getTagged,

    get: async (key) => (await getTagged(key))?.body ?? null,

    async *stream(key, tag) {
      const place = at(key);
      const asked = { ...place, ...(tag !== undefined && { IfMatch: `"${tag}"` }) };
      const answer = await readOrNull(client, place, () =>
        client.send(new GetObjectCommand(asked)),
      ).catch((error: unknown) => {
        throw isOther(error) ? new ChangedObject() : error;
      });
      if (answer === null) throw new Error(`key ${JSON.stringify(key)} holds no object`);
      yield* readInChunks(client, place, answer);
    },

    async size(key) {
      const place = at(key);
      const head = await readOrNull(client, place, () => client.send(new HeadObjectCommand(place)));
      return head === null ? null : (head.ContentLength ?? 0);
    },

    async put(key, body, contentType) {
      await client.send(new PutObjectCommand({ ...at(key), Body: body, ContentType: contentType }));
    },

    async putIfAbsent(key, body, contentType) {
      const put = { Body: body, ContentType: contentType, IfNoneMatch: "*" } as const;
      return conditionalPut(client, at(key), put);
    },

    async putIfTag(key, body, tag, contentType) {
      const condition = tag === null ? { IfNoneMatch: "*" as const } : { IfMatch: `"${tag}"` };
      const put = { Body: body, ContentType: contentType, ...condition };
      if (await conditionalPut(client, at(key), put)) return true;
      // Those who met another writer read again, and do not come back together.
      await wait(LONGEST_PAUSE_MS * Math.random());
      return false;
    },

    async putStream(key, chunks, contentType) {
      // Sent in parts of 5 MiB; S3 shows the object once all are there, and the parts of a stream
      // that threw are given up.
      const params = { ...at(key), Body: Readable.from(chunks), ContentType: contentType };
      await new Upload({ client, params }).done();
    },

    list: async (prefix) => (await list(prefix)).map(({ key }) => key),

    entries: async (prefix) => list(prefix),

    async delete(keys) {
      await deleteKeys(
        client,
        bucket,
        [...keys].map((key) => at(key).Key),
      );
    },
  };
}

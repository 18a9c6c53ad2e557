import "./sdk-notice.ts";
import { Readable } from "node:stream";
import { setTimeout as wait } from "node:timers/promises";
import {
  DeleteObjectsCommand,
  GetObjectCommand,
  HeadObjectCommand,
  NoSuchKey,
  NotFound,
  paginateListObjectsV2,
  PutObjectCommand,
  type S3Client,
  S3ServiceException,
} from "@aws-sdk/client-s3";
import { Upload } from "@aws-sdk/lib-storage";
import type { ObjectStore } from "../pipeline/ports.ts";
import { checkKey, checkPrefix } from "./object-key.ts";

/** How often we ask again when S3 says that another write to the key is under way. */
const TRIES = 8;

/** How many keys S3 deletes in one call. */
const DELETED_AT_ONCE = 1_000;

/** A bucket in S3. What may be a key, and the order of a list, are those of the folder store. */
export function s3Store(client: S3Client, bucket: string): ObjectStore {
  const at = (key: string): { Bucket: string; Key: string } => {
    checkKey(key);
    return { Bucket: bucket, Key: key };
  };

  return {
    async get(key) {
      try {
        const { Body } = await client.send(new GetObjectCommand(at(key)));
        return Body === undefined ? new Uint8Array() : await Body.transformToByteArray();
      } catch (error) {
        if (error instanceof NoSuchKey) return null;
        throw error;
      }
    },

    async *stream(key) {
      try {
        const { Body } = await client.send(new GetObjectCommand(at(key)));
        if (Body instanceof Readable) yield* Body;
      } catch (error) {
        if (error instanceof NoSuchKey) {
          throw new Error(`key ${JSON.stringify(key)} holds no object`, { cause: error });
        }
        throw error;
      }
    },

    async size(key) {
      try {
        const { ContentLength } = await client.send(new HeadObjectCommand(at(key)));
        return ContentLength ?? 0;
      } catch (error) {
        if (error instanceof NotFound) return null;
        throw error;
      }
    },

    async put(key, body, contentType) {
      await client.send(new PutObjectCommand({ ...at(key), Body: body, ContentType: contentType }));
    },

    async putIfAbsent(key, body, contentType) {
      const put = { ...at(key), Body: body, ContentType: contentType, IfNoneMatch: "*" };
      for (let attempt = 1; ; attempt += 1) {
        try {
          await client.send(new PutObjectCommand(put));
          return true;
        } catch (error) {
          if (!(error instanceof S3ServiceException)) throw error;
          if (error.name === "PreconditionFailed") return false;
          // Two writers at the same moment: S3 decides for neither and leaves it to be tried again.
          if (error.name !== "ConditionalRequestConflict" || attempt === TRIES) throw error;
          await wait(50 * 2 ** attempt * Math.random());
        }
      }
    },

    async putStream(key, chunks, contentType) {
      // Sent in parts of 5 MiB; S3 shows the object once all are there, and the parts of a stream
      // that threw are given up.
      const params = { ...at(key), Body: Readable.from(chunks), ContentType: contentType };
      await new Upload({ client, params }).done();
    },

    async list(prefix) {
      checkPrefix(prefix);
      const keys: string[] = [];
      for await (const page of paginateListObjectsV2(
        { client },
        { Bucket: bucket, Prefix: prefix },
      )) {
        for (const { Key } of page.Contents ?? []) if (Key !== undefined) keys.push(Key);
      }
      // S3 sorts by UTF-8 bytes, which differs from code units beyond the basic plane.
      return keys.sort();
    },

    async delete(keys) {
      const objects = [...keys].map((key) => ({ Key: at(key).Key }));
      for (let from = 0; from < objects.length; from += DELETED_AT_ONCE) {
        const Objects = objects.slice(from, from + DELETED_AT_ONCE);
        const { Errors = [] } = await client.send(
          new DeleteObjectsCommand({ Bucket: bucket, Delete: { Objects, Quiet: true } }),
        );
        // The call succeeds as a whole also when S3 refuses some of its keys.
        const [refused] = Errors;
        if (refused !== undefined) {
          throw new Error(
            `key ${JSON.stringify(refused.Key)} was not deleted: S3 answered ${refused.Code}`,
          );
        }
      }
    },
  };
}

import { createHash } from "node:crypto";
import { S3Refusal } from "./s3-refusal.ts";

export interface StoredObject {
  readonly body: Buffer;
  readonly contentType: string;
  readonly etag: string;
  readonly modifiedAt: Date;
}

/** What a put may ask of the object that is there; false where it asks nothing. */
export type PutCondition = { readonly ifMatch: string } | "absent" | false;

interface Upload {
  readonly key: string;
  readonly contentType: string;
  readonly parts: Map<number, StoredObject>;
}

const SMALLEST_PART = 5 * 2 ** 20;

/** One bucket in memory, with the uploads that are under way in it. */
export class S3Bucket {
  readonly #objects = new Map<string, StoredObject>();
  readonly #uploads = new Map<string, Upload>();
  #named = 0;
  /** The time that new objects have. */
  now = (): Date => new Date();

  /** How many uploads in parts were begun and neither completed nor given up. */
  get openUploads(): number {
    return this.#uploads.size;
  }

  get(key: string): StoredObject {
    const object = this.#objects.get(key);
    if (object === undefined) throw new S3Refusal(404, "NoSuchKey");
    return object;
  }

  put(key: string, body: Buffer, contentType: string, condition: PutCondition): StoredObject {
    const isThere = this.#objects.has(key);
    const isMet =
      condition === false ||
      (condition === "absent" ? !isThere : this.get(key).etag === condition.ifMatch);
    if (!isMet) throw new S3Refusal(412, "PreconditionFailed");
    const object = { body, contentType, etag: `"${md5(body)}"`, modifiedAt: this.now() };
    this.#objects.set(key, object);
    return object;
  }

  delete(key: string): void {
    this.#objects.delete(key);
  }

  /** Keys with the prefix that come after another, in the order of S3: by UTF-8 bytes. */
  keys(prefix: string, after: string): string[] {
    const bytes = (key: string): Buffer => Buffer.from(key);
    return [...this.#objects.keys()]
      .filter((key) => key.startsWith(prefix) && bytes(key).compare(bytes(after)) > 0)
      .sort((a, b) => bytes(a).compare(bytes(b)));
  }

  begin(key: string, contentType: string): string {
    const id = `upload-${(this.#named += 1)}`;
    this.#uploads.set(id, { key, contentType, parts: new Map() });
    return id;
  }

  putPart(key: string, id: string, number: number, body: Buffer): StoredObject {
    const part = { body, contentType: "", etag: `"${md5(body)}"`, modifiedAt: this.now() };
    this.#upload(key, id).parts.set(number, part);
    return part;
  }

  complete(key: string, id: string, listed: readonly { number: number; etag: string }[]): string {
    const upload = this.#upload(key, id);
    const bodies = listed.map(({ number, etag }, index) => {
      const part = upload.parts.get(number);
      if (part === undefined || part.etag !== etag) throw new S3Refusal(400, "InvalidPart");
      if (number <= (listed[index - 1]?.number ?? 0)) throw new S3Refusal(400, "InvalidPartOrder");
      if (index < listed.length - 1 && part.body.length < SMALLEST_PART) {
        throw new S3Refusal(400, "EntityTooSmall");
      }
      return part.body;
    });
    if (bodies.length === 0) throw new S3Refusal(400, "MalformedXML");
    this.#uploads.delete(id);
    return this.put(key, Buffer.concat(bodies), upload.contentType, false).etag;
  }

  abort(key: string, id: string): void {
    this.#upload(key, id);
    this.#uploads.delete(id);
  }

  #upload(key: string, id: string): Upload {
    const upload = this.#uploads.get(id);
    if (upload === undefined || upload.key !== key) throw new S3Refusal(404, "NoSuchUpload");
    return upload;
  }
}

function md5(body: Buffer): string {
  return createHash("md5").update(body).digest("hex");
}

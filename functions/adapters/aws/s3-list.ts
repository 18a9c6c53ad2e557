import { byText } from "../../domain/text/compare-text.ts";
import { paginateListObjectsV2, type S3Client } from "@aws-sdk/client-s3";
import type { StoredEntry } from "../../pipeline/ports.ts";

/** All objects of a bucket whose keys begin with the prefix, in code-unit order. */
export async function listBucket(
  client: S3Client,
  bucket: string,
  prefix: string,
): Promise<readonly StoredEntry[]> {
  const entries: StoredEntry[] = [];
  for await (const page of paginateListObjectsV2({ client }, { Bucket: bucket, Prefix: prefix })) {
    for (const { Key, Size = 0, ETag = "", LastModified } of page.Contents ?? []) {
      if (Key === undefined) continue;
      const modifiedAt = LastModified ?? new Date(0);
      entries.push({ key: Key, size: Size, tag: unquoted(ETag), modifiedAt });
    }
  }
  // S3 sorts by UTF-8 bytes, which differs from code units beyond the basic plane.
  return entries.sort(byText(({ key }) => key));
}

/** S3 writes its tags between quotation marks. */
export const unquoted = (tag: string): string => tag.replaceAll('"', "");

import type { DistrictId } from "../../domain/ids.ts";
import { recordsKeys } from "../../layout.ts";
import { headText } from "../../sources/read/file-head.ts";
import { HEAD_BYTES } from "../../sources/read/recognize.ts";
import type { FileVersion } from "../../sources/feeds/feed.ts";
import type { ObjectStore } from "../ports.ts";

/** The first of a stored file's text. */
export const headOf = async (
  records: ObjectStore,
  district: DistrictId,
  { sha256, encoding }: FileVersion,
): Promise<string> => headText(await headBytes(records, district, sha256), encoding);

/** The first of its bytes, as many as tell what it is. */
export async function headBytes(
  records: ObjectStore,
  district: DistrictId,
  sha256: string,
): Promise<readonly Uint8Array[]> {
  const head: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of records.stream(recordsKeys.raw(district, sha256))) {
    head.push(chunk.slice(0, HEAD_BYTES - bytes));
    bytes += chunk.length;
    if (bytes >= HEAD_BYTES) break;
  }
  return head;
}

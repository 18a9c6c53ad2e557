import type { DistrictId } from "../../domain/ids.ts";
import { districtKinds } from "../intake/district-kinds.ts";
import { feeds } from "../intake/ledger.ts";
import type { Feed, FileVersion } from "../../sources/feeds/feed.ts";
import type { Places } from "../ports.ts";
import { isRead } from "./read-part.ts";

/** One file to be read, by the SHA-256 of its bytes. */
export interface UnreadFile {
  readonly sha256: string;
}

/** The files in use, and those that they replace, that were not read with the current profiles. */
export async function unreadFiles(
  places: Pick<Places, "records" | "table">,
  district: DistrictId,
): Promise<readonly UnreadFile[]> {
  const kinds = await districtKinds(places, district);
  const unread = new Set<string>();
  for (const file of inForce(await feeds(places.table, district))) {
    if (!(await isRead(places.records, district, file, kinds))) unread.add(file.sha256);
  }
  return [...unread].map((sha256) => ({ sha256 }));
}

/** The newest version of each feed, and its last good version where that is another. */
export const inForce = (knownFeeds: readonly Feed[]): readonly FileVersion[] =>
  knownFeeds.flatMap(({ newest, good }) =>
    good === null || good.sha256 === newest.sha256 ? [newest] : [newest, good],
  );

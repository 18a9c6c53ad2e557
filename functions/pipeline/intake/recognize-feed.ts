import type { DistrictId } from "../../domain/ids.ts";
import {
  modeOf,
  packageModes,
  statedModeOf,
  type PackageModes,
} from "../../sources/read/package-modes.ts";
import { recognize } from "../../sources/read/recognize.ts";
import type { ObjectStore } from "../ports.ts";
import type { DistrictKinds } from "../../sources/profiles/district-kinds.ts";
import { feedNameOf } from "../../sources/feeds/feed-name.ts";
import { feedKey, type Feed, type FileVersion } from "../../sources/feeds/feed.ts";
import { headOf } from "./stored-head.ts";
import {
  type RecognizedFile,
  sameName,
  UNKNOWN_KIND,
  MANIFEST_NAME,
} from "../../sources/feeds/recognized-file.ts";

/** What the files of an ingest are recognized by. */
export interface Recognizing {
  readonly records: ObjectStore;
  readonly district: DistrictId;
  readonly kinds: DistrictKinds;
  /** The feeds so far: a file that adds up goes on with the feed that its package began. */
  readonly before: ReadonlyMap<string, Feed>;
}

/**
 * The files of an ingest, each with the feed that it is a version of.
 * @param others all of them but profiles
 */
export async function recognizedFiles(
  recognizing: Recognizing,
  received: readonly FileVersion[],
  others: readonly FileVersion[],
): Promise<readonly RecognizedFile[]> {
  const { records, district } = recognizing;
  const modes = await modesByPackage(records, district, received);
  const files: RecognizedFile[] = [];
  for (const sent of others) {
    const file = { ...sent, statedMode: statedModeOf(sent.name, modes.get(sent.package)) };
    const isShared = others.some((other) => sameName(other, sent) && other.sha256 !== sent.sha256);
    const feed = await recognizeFeed(recognizing, file, isShared);
    files.push({ sent, file, feed, key: feedKey(feed) });
  }
  return files;
}

/**
 * The feed that a file would begin.
 * @param isShared whether another file of its ingest has its name: where such files add up, each
 *   is told apart by the package it came in, and stays so
 */
export async function recognizeFeed(
  { records, district, kinds, before }: Recognizing,
  file: FileVersion,
  isShared: boolean,
): Promise<Feed> {
  const start = recognize(file.name, await headOf(records, district, file), kinds.kinds);
  const mode = modeOf(start, file.statedMode);
  const kind = start.kind?.kind ?? UNKNOWN_KIND;
  const [alone, apart] = [feedNameOf(mode, file, false), feedNameOf(mode, file, true)];
  const knownAlone = before.get(feedKey({ kind, series: alone }));
  const isApart =
    before.has(feedKey({ kind, series: apart })) ||
    (isShared && knownAlone?.newest.package !== file.package);
  return { kind, series: isApart ? apart : alone, mode, newest: file, good: null, older: [] };
}

async function modesByPackage(
  records: ObjectStore,
  district: DistrictId,
  files: readonly FileVersion[],
): Promise<ReadonlyMap<string, PackageModes>> {
  const manifests = files.filter(({ name }) => MANIFEST_NAME.test(name));
  const modes = new Map<string, PackageModes>();
  for (const manifest of manifests) {
    modes.set(manifest.package, packageModes(await headOf(records, district, manifest)));
  }
  return modes;
}

import type { RuleIds } from "../mandates/rules/rule-ids.ts";
import { contentHash } from "../hashing/content-hash.ts";
import type { DistrictKinds } from "../sources/profiles/district-kinds.ts";
import { type Feed, type FileVersion, olderGood } from "../sources/feeds/feed.ts";
import { CONFORM_VERSION } from "./conform-version.ts";

/**
 * A hash of everything that a conformed version depends on: if it changes, the version is made
 * again.
 */
export function madeFrom(
  feeds: readonly Feed[],
  { version }: DistrictKinds,
  { districtOwn }: RuleIds,
  givenName: string | null,
): string {
  const files = feeds.map((feed) => {
    const { kind, series, mode, newest, older } = feed;
    // An older good version matters only if the newest is not good.
    const versions = [newest, olderGood(feed), ...older];
    return [kind, series, mode, ...versions.flatMap(textsOf)].join(" ");
  });
  return contentHash(
    String(CONFORM_VERSION),
    givenName ?? "",
    version,
    districtOwn.join(" "),
    ...files,
  );
}

const textsOf = (file: FileVersion | null): readonly string[] =>
  file === null
    ? []
    : [file.name, file.sha256, file.encoding, file.on, file.receivedOn ?? "", String(file.batch)];

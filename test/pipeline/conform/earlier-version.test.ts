import { expect, it } from "vitest";
import { recordsKeys } from "../../../functions/layout.ts";
import { earlierVersion } from "../../../functions/pipeline/conform/earlier-version.ts";
import { districtKinds } from "../../../functions/pipeline/intake/district-kinds.ts";
import { feeds } from "../../../functions/pipeline/intake/ledger.ts";
import { ruleIdsOf } from "../../../functions/pipeline/settings/mandate-setting.ts";
import { FERNHILL, ingestFiles, oneTo, roster } from "../../support/ingest-files.ts";
import { freshPlaces } from "../../support/local-district.ts";

it("stores all damaged partitions again with the first that is read, and counts each once", async () => {
  const places = await freshPlaces();
  const { records, table } = places;
  const { manifest } = await ingestFiles(places, roster(oneTo(8)));
  const partitions = manifest.schools.flatMap((school) => school.partitions);
  const keyOf = ({ name, hash }: (typeof partitions)[number]): string =>
    recordsKeys.conformed(FERNHILL, name, hash);
  const [first, second, ...others] = partitions;
  const whole = await records.get(keyOf(second!));
  await records.delete([keyOf(first!), keyOf(second!)]);
  const joining = {
    ...{ records, district: FERNHILL, kinds: await districtKinds(places, FERNHILL) },
    ...{ rules: await ruleIdsOf(records, FERNHILL), rulingOn: () => null },
    hashedNow: new Set<string>(),
  };
  const knownFeeds = await feeds(table, FERNHILL);
  const earlier = earlierVersion(joining, manifest, new Set(partitions.map(keyOf)), knownFeeds);
  expect(earlier.madeAgain(manifest)).toBe(0);
  for (const other of others) expect(await earlier.bytesOf(other)).not.toBeNull();
  expect(await records.get(keyOf(second!))).toBeNull();
  expect(await earlier.bytesOf(first!)).not.toBeNull();
  expect(await records.get(keyOf(second!))).toEqual(whole);
  expect(await earlier.bytesOf({ ...first!, hash: "0".repeat(32) })).toBeNull();
  expect(earlier.madeAgain(manifest)).toBe(2);
  // One that was lost already when the new version was stored was made again with that.
  const lost = new Set(others.map(keyOf));
  expect(earlierVersion(joining, manifest, lost, knownFeeds).madeAgain(manifest)).toBe(2);
});

import { describe, expect, it } from "vitest";
import { districtId } from "../../../functions/domain/ids.ts";
import { publicKeys } from "../../../functions/layout.ts";
import { releaseBeside } from "../../../functions/pipeline/release/release-beside.ts";
import { jsonBytes } from "../../../functions/pipeline/stored-json.ts";
import type { ReleaseManifest } from "../../../functions/releases/manifest/manifest.ts";
import { memoryStore } from "../../support/stores/memory-store.ts";

const ELM = districtId("elm");
const manifest = (asOf: string, more: Partial<ReleaseManifest> = {}): ReleaseManifest =>
  ({ asOf, definitionVersion: "d1", format: 3, ...more }) as unknown as ReleaseManifest;

async function published(...releases: readonly ReleaseManifest[]) {
  const store = memoryStore();
  const listed = releases.map(({ asOf }) => ({ release: `r-${asOf}`, asOf }));
  const latest = { calendar: "monthly", nextDueOn: "2022-04-01", releases: listed };
  await store.put(publicKeys.latest(ELM), jsonBytes(latest));
  for (const release of releases) {
    const key = `${publicKeys.release(ELM, `r-${release.asOf}`)}manifest.json`;
    await store.put(key, jsonBytes(release));
  }
  return store;
}
const beside = async (store: Awaited<ReturnType<typeof published>>, asOf: string) =>
  releaseBeside(store, ELM, manifest(asOf));

describe("the public release beside a staff edition", () => {
  it("is none before the first", async () => {
    expect(await beside(memoryStore(), "2022-03-15")).toEqual({ state: "none" });
  });

  it.each([
    ["2022-02-28", { state: "none" }],
    ["2022-03-01", { state: "comparable", manifest: manifest("2022-03-01") }],
    ["2022-03-02", { state: "comparable", manifest: manifest("2022-03-01") }],
    ["2022-03-15", { state: "comparable", manifest: manifest("2022-03-15") }],
  ])("as of %s is that of the latest day until then", async (asOf, expected) => {
    const store = await published(manifest("2022-03-15"), manifest("2022-03-01"));
    expect(await beside(store, asOf)).toEqual(expected);
  });

  it.each([
    ["other definitions", { definitionVersion: "d0" }],
    ["another format", { format: 2 }],
  ])("of %s cannot be compared, and says when the next is due", async (_what, more) => {
    const store = await published(manifest("2022-03-01", more as Partial<ReleaseManifest>));
    expect(await beside(store, "2022-03-15")).toEqual({
      ...{ state: "made-otherwise", asOf: "2022-03-01", nextDueOn: "2022-04-01" },
    });
  });

  it("that has lost its manifest cannot be compared", async () => {
    const store = await published(manifest("2022-03-01"));
    await store.delete([`${publicKeys.release(ELM, "r-2022-03-01")}manifest.json`]);
    expect(await beside(store, "2022-03-15")).toMatchObject({ state: "made-otherwise" });
  });
});

import { beforeEach, describe, expect, it } from "vitest";
import { publicKeys, recordsKeys } from "../../../functions/layout.ts";
import type { ObjectStore, Places } from "../../../functions/pipeline/ports.ts";
import type { StaffLatest } from "../../../functions/editions/staff-latest.ts";
import { jsonBytes, readJson } from "../../../functions/pipeline/stored-json.ts";
import { fromArrow } from "../../../functions/releases/files/arrow-rows.ts";
import type { Latest, ReleaseManifest } from "../../../functions/releases/manifest/manifest.ts";
import { STAFF_TABLES, TABLES } from "../../../functions/releases/tables/tables.ts";
import { conformedCast } from "../../support/conformed-districts.ts";
import { CAST, publishDay } from "../../support/local-district.ts";

const MARCH = "2022-03-15";
const staffFolder = (edition: string) => recordsKeys.staffEdition(CAST, edition);
const publicFolder = (release: string) => publicKeys.release(CAST, release);

/** The days of the school year before with editions: two of them in one month, and one by other definitions. */
const BEFORE = [
  ["2020-06-30-old", "2020-06-30", "same"],
  ["2021-02-01-one", "2021-02-01", "same"],
  ["2021-02-26-two", "2021-02-26", "same"],
  ["2021-05-28-three", "2021-05-28", "same"],
  ["2021-05-31-other", "2021-05-31", "other"],
] as const;

describe("the rates of the school year before", () => {
  let places: Places;
  /** What both editions showed in January, which stands for what editions of the year before showed. */
  let january: { readonly edition: string; readonly release: string | null };

  beforeEach(async () => {
    places = await conformedCast();
    january = await publishDay(places, "2022-01-10");
    const copies = [
      [places.records, staffFolder, january.edition],
      [places.public, publicFolder, january.release ?? ""],
    ] as const;
    for (const [store, folderOf, from] of copies) {
      for (const [name, asOf, definitions] of BEFORE) {
        await copyAs(store, folderOf(from), folderOf(name), asOf, definitions === "same");
      }
    }
    await listInStaff();
    await listInPublic();
  });

  async function copyAs(
    store: ObjectStore,
    from: string,
    to: string,
    asOf: string,
    isAlike: boolean,
  ) {
    const manifest = (await readJson<ReleaseManifest>(store, `${from}manifest.json`))!;
    const definitionVersion = isAlike ? manifest.definitionVersion : "other";
    await store.put(`${to}manifest.json`, jsonBytes({ ...manifest, asOf, definitionVersion }));
    await store.put(`${to}rates.arrow`, (await store.get(`${from}rates.arrow`))!);
  }

  async function listInStaff() {
    const key = recordsKeys.staffLatest(CAST);
    const latest = (await readJson<StaffLatest>(places.records, key))!;
    const old = BEFORE.map(([edition, asOf]) => ({ edition, asOf, conformed: "gone" })).reverse();
    const editions = [...latest.editions, ...old];
    await places.records.put(key, jsonBytes({ ...latest, editions }));
  }

  async function listInPublic() {
    const key = publicKeys.latest(CAST);
    const latest = (await readJson<Latest>(places.public, key))!;
    const old = BEFORE.map(([release, asOf]) => ({ release, asOf, path: `releases/${release}/` }));
    const releases = [...latest.releases, ...old.reverse()];
    await places.public.put(key, jsonBytes({ ...latest, releases }));
  }

  const rowsOf = async (store: ObjectStore, folder: string, table: string, isStaff: boolean) => {
    const tables = isStaff ? STAFF_TABLES : TABLES;
    const bytes = (await store.get(`${folder}${table}.arrow`))!;
    return fromArrow(
      tables.find(({ name }) => name === table)!,
      bytes,
    );
  };

  it("are in both editions as each published them, of each month the last by today's definitions", async () => {
    const { edition, release } = await publishDay(places, MARCH);
    const read = [
      [places.records, staffFolder, january.edition, edition, true],
      [places.public, publicFolder, january.release ?? "", release ?? "", false],
    ] as const;
    for (const [store, folderOf, before, now, isStaff] of read) {
      const rows = await rowsOf(store, folderOf(now), "last-year", isStaff);
      expect([...new Set(rows.map(({ asOf }) => asOf))]).toEqual(["2021-02-26", "2021-05-28"]);
      const published = await rowsOf(store, folderOf(before), "rates", isStaff);
      const followed = published.filter(({ breakdown }) =>
        ["all", "transition", "requirement"].includes(String(breakdown)),
      );
      expect(followed.length).toBeGreaterThan(50);
      const ofMay = rows.filter(({ asOf }) => asOf === "2021-05-28");
      expect(ofMay).toEqual(followed.map((row) => ({ ...row, asOf: "2021-05-28" })));
      expect(ofMay[0] !== undefined && "count" in ofMay[0]).toBe(isStaff);
    }
  });

  it("are in no trend and no change of this year, and make no edition of it one by other definitions", async () => {
    const { edition, release } = await publishDay(places, MARCH);
    const manifests = [
      await readJson<ReleaseManifest>(places.records, `${staffFolder(edition)}manifest.json`),
      await readJson<ReleaseManifest>(places.public, `${publicFolder(release ?? "")}manifest.json`),
    ];
    for (const manifest of manifests) {
      expect(manifest?.trend).toEqual({ startsOn: "2022-01-10", otherDefinitionsOn: null });
    }
    const trend = await rowsOf(places.records, staffFolder(edition), "trend", true);
    expect([...new Set(trend.map(({ asOf }) => asOf))]).toEqual(["2022-01-10", MARCH]);
  });

  it("are none where no edition of that year was published", async () => {
    const rows = await rowsOf(places.records, staffFolder(january.edition), "last-year", true);
    expect(rows).toEqual([]);
  });

  it("make another edition of the same day and records once they are other ones", async () => {
    const fresh = await conformedCast();
    await publishDay(fresh, "2022-01-10");
    const without = await publishDay(fresh, MARCH);
    const { edition, release } = await publishDay(places, MARCH);
    expect(edition).not.toBe(without.edition);
    expect(release).not.toBe(without.release);
  });
});

import { beforeEach, describe, expect, it } from "vitest";
import { publicKeys, recordsKeys } from "../../../functions/layout.ts";
import { jsonBytes, readJson } from "../../../functions/pipeline/stored-json.ts";
import type { ObjectStore, Places } from "../../../functions/pipeline/ports.ts";
import type { ProtectedRelease } from "../../../functions/pipeline/release/public-edition.ts";
import { publish } from "../../../functions/pipeline/release/publish.ts";
import type { Districts, Latest } from "../../../functions/releases/manifest/manifest.ts";
import { districtId } from "../../../functions/domain/ids.ts";
import { Killed } from "../../support/killed-run.ts";
import { CAST, freshPlaces } from "../../support/local-district.ts";
import { meetingPuts } from "../../support/stores/meeting-puts.ts";

const AT = "2022-06-01T06:00:00.000Z";
const LATER = "2022-06-01T06:00:01.000Z";

describe("publish", () => {
  let places: Places;
  beforeEach(async () => {
    places = await freshPlaces();
  });

  /** A release that is drawn and not public yet, of one file. */
  async function drawn(asOf: string, district = CAST): Promise<string> {
    const release = `${asOf}-ab12`;
    const key = `protected/${district}/files/${asOf}`;
    const ready: ProtectedRelease = {
      ...{ release, asOf, districtName: `District ${district}`, calendar: "monthly" },
      files: [{ path: "manifest.json", contentType: "application/json", key }],
    };
    await places.records.put(key, jsonBytes({ asOf }));
    const folder = recordsKeys.protectedRelease(district, release);
    await places.records.put(`${folder}index.json`, jsonBytes(ready));
    return release;
  }
  const latest = async (district = CAST) =>
    (await readJson<Latest>(places.public, publicKeys.latest(district)))!;
  const withPublic = (store: ObjectStore): Places => ({ ...places, public: store });

  it("lists both of two days that are published at once, and shows the later", async () => {
    const [march, april] = [await drawn("2022-03-01"), await drawn("2022-04-01")];
    const meeting = withPublic(meetingPuts(places.public, publicKeys.latest(CAST), 2));
    const [first, second] = await Promise.all([
      publish(meeting, CAST, april, AT),
      publish(meeting, CAST, march, LATER),
    ]);
    const { release, publishedAt, releases } = await latest();
    expect(releases.map((release) => release.release)).toEqual([april, march]);
    expect({ release, publishedAt }).toEqual({ release: april, publishedAt: AT });
    expect([first, second]).toMatchObject([
      { isNew: true, isCurrent: true },
      { isNew: true, isCurrent: false },
    ]);
  });

  it("lists one release that is published twice at once, once", async () => {
    const march = await drawn("2022-03-01");
    const meeting = withPublic(meetingPuts(places.public, publicKeys.latest(CAST), 2));
    const both = await Promise.all(
      [AT, LATER].map((instant) => publish(meeting, CAST, march, instant)),
    );
    expect(both.map(({ isNew }) => isNew).sort()).toEqual([false, true]);
    expect((await latest()).releases).toHaveLength(1);
  });

  it("lists two districts that come out at once, by their names", async () => {
    const other = districtId("grand-bend");
    const [ours, theirs] = [await drawn("2022-03-01"), await drawn("2022-03-01", other)];
    const meeting = withPublic(meetingPuts(places.public, publicKeys.districts, 2));
    await Promise.all([publish(meeting, other, theirs, AT), publish(meeting, CAST, ours, AT)]);
    expect(await readJson<Districts>(places.public, publicKeys.districts)).toEqual({
      districts: [
        { id: "cast", name: "District cast" },
        { id: "grand-bend", name: "District grand-bend" },
      ],
    });
  });

  it("lists the district when it runs again after it was killed between the two lists", async () => {
    const march = await drawn("2022-03-01");
    const dying: ObjectStore = {
      ...places.public,
      putIfTag: async (...args) => {
        if (args[0] === publicKeys.districts) throw new Killed("killed");
        return places.public.putIfTag(...args);
      },
    };
    await expect(publish(withPublic(dying), CAST, march, AT)).rejects.toThrow(Killed);
    expect(await places.public.size(publicKeys.districts)).toBeNull();
    expect(await publish(places, CAST, march, LATER)).toMatchObject({ isNew: false });
    expect((await latest()).publishedAt).toBe(AT);
    expect((await readJson<Districts>(places.public, publicKeys.districts))!.districts).toEqual([
      { id: "cast", name: "District cast" },
    ]);
  });
});

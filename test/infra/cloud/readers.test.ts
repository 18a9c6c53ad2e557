import { expect, it } from "vitest";
import { publicKeys, recordsKeys } from "../../../functions/layout.ts";
import { freshPlaces } from "../../support/local-district.ts";
import type { Cloud } from "./cloud.ts";
import { faultsFor } from "./endpoints/faults.ts";
import { readersOf } from "./readers.ts";

const RELEASE = publicKeys.release("birch", "2022-03-15-a");
const text = (value: unknown) => Buffer.from(JSON.stringify(value));

async function published() {
  const cloud = { ...(await freshPlaces()), faults: faultsFor(1) } as unknown as Cloud;
  for (const file of ["a", "b", "c", "d", "e"]) {
    await cloud.public.put(`${RELEASE}${file}.csv`, Buffer.from(file), "text/csv");
  }
  await cloud.public.put(publicKeys.latest("birch"), text({ release: "2022-03-15-a" }));
  await cloud.public.put(publicKeys.districts, text({ districts: [{ id: "birch" }] }));
  return { cloud, readers: readersOf(cloud, "birch") };
}

it("finds a whole edition of the district whole, at each look", async () => {
  const { readers } = await published();
  await readers.look();
  await readers.look();
  expect(readers.faults).toEqual([]);
  expect([readers.looks, readers.editions]).toEqual([2, [RELEASE]]);
});

it("sees a file that changes or comes late", async () => {
  const { cloud, readers } = await published();
  await readers.look();
  await cloud.public.put(`${RELEASE}a.csv`, Buffer.from("other"), "text/csv");
  await readers.look();
  expect(readers.faults).toEqual([`${RELEASE} has changed`]);
});

it("sees an edition without its files", async () => {
  const { cloud, readers } = await published();
  const latest = recordsKeys.staffLatest("birch");
  await cloud.records.put(latest, text({ edition: "2022-03-15-b" }));
  await readers.look();
  const folder = recordsKeys.staffEdition("birch", "2022-03-15-b");
  expect(readers.faults).toEqual([`${folder} has 0 files`]);
});

it("sees a district that is listed without a release, or is listed no more", async () => {
  const { cloud, readers } = await published();
  await readers.look();
  await cloud.public.put(publicKeys.districts, text({ districts: [{ id: "cast" }] }));
  await readers.look();
  const ofCast = readersOf(cloud, "cast");
  await ofCast.look();
  expect(readers.faults).toEqual(["birch is listed no more"]);
  expect(ofCast.faults).toEqual(["cast is listed without a release"]);
});

import { expect, it } from "vitest";
import { incomingFiles } from "../../functions/adapters/incoming/incoming-files.ts";
import { addDays, day } from "../../functions/domain/calendar/day.ts";
import { districtId } from "../../functions/domain/ids.ts";
import { publicKeys, recordsKeys } from "../../functions/layout.ts";
import { conform } from "../../functions/pipeline/conform/conform.ts";
import type { Places } from "../../functions/pipeline/ports.ts";
import { receive } from "../../functions/pipeline/intake/receive.ts";
import type { Districts } from "../../functions/releases/manifest/manifest.ts";
import type { Cloud } from "../infra/cloud/cloud.ts";
import { foldersOf } from "../infra/cloud/compared-nights.ts";
import { drop } from "../infra/cloud/drop.ts";
import type { Execution } from "../infra/cloud/machines/execution.ts";
import { clouds } from "../infra/cloud/night.ts";
import { goalsMet } from "../infra/cloud/one-machine.ts";
import { type Readers, readersOf } from "../infra/cloud/readers.ts";
import { faultTable, looksOf } from "../support/fault-table.ts";
import { scratchFolderOfAll } from "../support/scratch-folder.ts";
import {
  CAST_DAY,
  CAST_EXPORTS,
  everything,
  freshPlaces,
  publishDay,
  quiet,
} from "../support/local-district.ts";

const DISTRICTS = [districtId("cast"), districtId("birch")];
const { empty } = clouds();
const scratch = scratchFolderOfAll();
/** After so many days there is another public release. */
const DAYS_BETWEEN = 35;
/** In seconds. */
const DAY = 86_400;

const knowSecrets = async ({ records }: Pick<Places, "records">): Promise<void> => {
  for (const district of DISTRICTS) {
    await records.putIfAbsent(recordsKeys.secret(district, "2021-22"), new Uint8Array(32));
  }
};

/**
 * What everybody and what staff of both districts may see, without the instants of publication, and
 * which districts are listed: of one name they stand in the order in which they came.
 */
async function seen({ records, public: open }: Pick<Places, "records" | "public">) {
  const all = { ...(await everything(records, "editions/staff/")), ...(await everything(open)) };
  const { [publicKeys.districts]: list = "{}", ...rest } = all;
  const { districts = [] } = JSON.parse(list) as Partial<Districts>;
  const files: Readonly<Record<string, string>> = Object.fromEntries(
    Object.entries(rest).map(([key, text]) => [
      key,
      text.replace(/"publishedAt":\s*"[^"]*"/, '"publishedAt":""'),
    ]),
  );
  return { files, districts: districts.toSorted((a, b) => (a.id < b.id ? -1 : 1)) };
}

/** Night after night of both districts on one machine, and what is seen after each. */
async function oneMachine() {
  const places = await freshPlaces();
  await knowSecrets(places);
  return async (asOf: string, folder: string) => {
    for (const district of DISTRICTS) {
      await receive(district, incomingFiles(folder), places, day(asOf), quiet);
      await conform(district, { name: null, acceptRemovals: false }, places, quiet);
      await publishDay(places, asOf, district);
    }
    return seen(places);
  };
}

/** Has both districts upload a folder at the same moment, and gives the two runs that follow from it. */
async function uploaded(cloud: Cloud, folder: string): Promise<readonly Execution[]> {
  await Promise.all(DISTRICTS.map((district) => drop(cloud, folder, district)));
  for (const district of DISTRICTS) await cloud.inbox.put(`${district}/_complete`, Buffer.from(""));
  await cloud.quiet();
  return DISTRICTS.flatMap((district) =>
    cloud.machines.executions(cloud.machineOf("Run", district).arn).slice(-1),
  );
}

function expectTogether([first, other]: readonly Execution[]): void {
  expect([first?.status, other?.status]).toEqual(["SUCCEEDED", "SUCCEEDED"]);
  expect(first!.startDate.getTime()).toBeLessThan(other!.stopDate!.getTime());
  expect(other!.startDate.getTime()).toBeLessThan(first!.stopDate!.getTime());
}

/** What readers of a district saw since so many editions is one of these two, and whole. */
function expectWhole(readers: Readers, since: number, folders: readonly string[]): void {
  expect(readers.faults).toEqual([]);
  expect(folders).toEqual(expect.arrayContaining(readers.editions.slice(since)));
  expect(readers.editions.length).toBe(since + folders.length);
}

it("nights of two districts at the same moment, four calls in ten throttled", async () => {
  const cloud = await empty({ startAt: new Date(`${CAST_DAY}T10:00:00Z`) });
  await knowSecrets(cloud);
  const machine = await oneMachine();
  const readers = DISTRICTS.map((district) => readersOf(cloud, district));
  const nights = [CAST_DAY, addDays(day(CAST_DAY), DAYS_BETWEEN)];
  const folders = [CAST_EXPORTS, goalsMet(1, scratch)];
  for (const [night, asOf] of nights.entries()) {
    const folder = folders[night]!;
    const before = readers.map(({ editions }) => editions.length);
    const throttled = cloud.faults.injected.throttle;
    cloud.faults.add({ kind: "throttle", when: { share: 0.4 } });
    readers[0]!.lookAtWrites(...readers.slice(1));
    expectTogether(await uploaded(cloud, folder));
    cloud.faults.clear();
    expect(cloud.faults.injected.throttle - throttled).toBeGreaterThan(300);
    for (const reader of readers) await reader.look();

    const open = await seen(cloud);
    expect(open.districts.map(({ id }) => id)).toEqual(["birch", "cast"]);
    expect(open).toEqual(await machine(asOf, folder));
    for (const [index, district] of DISTRICTS.entries()) {
      expectWhole(readers[index]!, before[index]!, foldersOf(open.files, district));
    }
    cloud.clock.skip(DAYS_BETWEEN * DAY);
  }
  const injected = cloud.faults.injected.throttle;
  const row = {
    fault: "first nights of two districts at the same moment, 40 % of the calls throttled",
    ...{ injected, readers: looksOf(...readers) },
    run: "both went through; both districts listed, both editions same bytes",
    next: "a night of both with a change, as much throttled: went through, same bytes",
  };
  console.log(`\n${faultTable([row])}\n`);
});

import { expect, it } from "vitest";
import { incomingFiles } from "../../functions/adapters/incoming/incoming-files.ts";
import { day } from "../../functions/domain/calendar/day.ts";
import { districtId } from "../../functions/domain/ids.ts";
import { recordsKeys } from "../../functions/layout.ts";
import { conform } from "../../functions/pipeline/conform/conform.ts";
import type { Places } from "../../functions/pipeline/ports.ts";
import { receive } from "../../functions/pipeline/intake/receive.ts";
import { drop } from "../infra/cloud/drop.ts";
import { clouds } from "../infra/cloud/night.ts";
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

const knowSecrets = async ({ records }: Pick<Places, "records">): Promise<void> => {
  for (const district of DISTRICTS) {
    await records.putIfAbsent(recordsKeys.secret(district, "2021-22"), new Uint8Array(32));
  }
};

/** What everybody and what staff of both districts may see, without the instants of publication. */
async function seen({ records, public: open }: Pick<Places, "records" | "public">) {
  const all = { ...(await everything(records, "editions/staff/")), ...(await everything(open)) };
  return Object.fromEntries(
    Object.entries(all).map(([key, text]) => [
      key,
      text.replace(/"publishedAt":\s*"[^"]*"/, '"publishedAt":""'),
    ]),
  );
}

async function onOneMachine() {
  const places = await freshPlaces();
  await knowSecrets(places);
  for (const district of DISTRICTS) {
    await receive(district, incomingFiles(CAST_EXPORTS), places, day(CAST_DAY), quiet);
    await conform(district, { name: null, acceptRemovals: false }, places, quiet);
    await publishDay(places, CAST_DAY, district);
  }
  return seen(places);
}

it("first nights of two districts at the same moment, four calls in ten throttled", async () => {
  const cloud = await empty({ startAt: new Date(`${CAST_DAY}T10:00:00Z`) });
  await knowSecrets(cloud);
  cloud.faults.add({ kind: "throttle", when: { share: 0.4 } });
  await Promise.all(DISTRICTS.map((district) => drop(cloud, CAST_EXPORTS, district)));
  for (const district of DISTRICTS) await cloud.inbox.put(`${district}/_complete`, Buffer.from(""));
  await cloud.quiet();
  expect(cloud.faults.injected.throttle).toBeGreaterThan(300);
  cloud.faults.clear();
  const [cast, birch] = DISTRICTS.map((district) =>
    cloud.machines.executions(cloud.machineOf("Run", district).arn),
  );
  expect([cast, birch].map((runs) => runs?.map(({ status }) => status))).toEqual([
    ["SUCCEEDED"],
    ["SUCCEEDED"],
  ]);
  // They were under way together.
  expect(cast![0]!.startDate.getTime()).toBeLessThan(birch![0]!.stopDate!.getTime());
  expect(birch![0]!.startDate.getTime()).toBeLessThan(cast![0]!.stopDate!.getTime());
  const open = await seen(cloud);
  const listed = JSON.parse(open["districts.json"] ?? "{}") as { districts: { id: string }[] };
  expect(listed.districts.map(({ id }) => id).sort()).toEqual(["birch", "cast"]);
  expect(open).toEqual(await onOneMachine());
  console.log(`two districts at once: ${cloud.faults.injected.throttle} calls throttled`);
});

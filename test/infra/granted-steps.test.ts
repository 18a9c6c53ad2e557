import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { inboxFiles } from "../../functions/adapters/inbox-files.ts";
import { day } from "../../functions/domain/day.ts";
import { districtId } from "../../functions/domain/ids.ts";
import { mandateById } from "../../functions/mandates/mandates.ts";
import { recordsKeys } from "../../functions/layout.ts";
import { conform } from "../../functions/pipeline/conform.ts";
import {
  keepOldSettings,
  oldReleaseDays,
  removeOldRecords,
} from "../../functions/pipeline/from-old-releases.ts";
import { makeEditions } from "../../functions/pipeline/make-editions.ts";
import { measure } from "../../functions/pipeline/measure.ts";
import { publish } from "../../functions/pipeline/publish.ts";
import type { Progress } from "../../functions/pipeline/ports.ts";
import { receive } from "../../functions/pipeline/receive.ts";
import { memoryStore } from "../support/memory-store.ts";
import { memoryTable } from "../support/memory-table.ts";
import { grantedStore, INBOX, RECORDS, RELEASES } from "./grants.ts";

const EXPORTS = "fixtures/cast/exports";
const DISTRICT = districtId("grand-bend");
const MEASURING = { mandate: mandateById("effective-practice") };
const ASKED = { isAsked: true, isNewSecret: false };
const quiet: Progress = { step: () => undefined, advance: () => undefined, done: () => undefined };

describe("the steps under the grants of their functions", () => {
  it("make both editions two nights, the second with a changed file, the first after an upgrade", async () => {
    const table = memoryTable();
    const inbox = memoryStore();
    const records = memoryStore();
    for (const file of readdirSync(EXPORTS)) {
      await inbox.put(`${DISTRICT}/${file}`, readFileSync(join(EXPORTS, file)));
    }
    const open = memoryStore();
    // What the version before had left.
    const former = Buffer.from("[]");
    await open.put(`${DISTRICT}/latest.json`, Buffer.from('{ "releases": [] }'));
    await open.put(`${DISTRICT}/releases/old/schools.csv`, former);
    await records.put(`partials/${DISTRICT}/ab12-worklist.json`, former);
    await records.put(`patterns/${DISTRICT}/seed-2021-22`, Buffer.alloc(32, 1));
    const setting = Buffer.from('{ "minimumGroup": 25 }');
    await records.put(recordsKeys.formerSmallestGroup(DISTRICT), setting);

    const night = async (on: string) => {
      const files = inboxFiles(grantedStore(inbox, "receive", INBOX), `${DISTRICT}/`);
      const receiving = { records: grantedStore(records, "receive", RECORDS), table };
      await receive(DISTRICT, files, receiving, day(on), quiet);
      const conforming = { records: grantedStore(records, "conform", RECORDS), table };
      const options = { name: null, acceptRemovals: false };
      const conformed = await conform(DISTRICT, options, conforming, quiet);
      if (conformed.kind !== "conformed") throw new Error("expected a conformed district");
      const counting = grantedStore(records, "measure", RECORDS);
      for (const school of conformed.manifest.schools) {
        await measure(counting, conformed.manifest, school, { ...MEASURING, asOf: day(on) });
      }
      const releasing = {
        records: grantedStore(records, "release", RECORDS),
        public: grantedStore(open, "release", RELEASES),
        table,
      };
      await keepOldSettings(releasing, DISTRICT);
      const old = await oldReleaseDays(releasing.public, DISTRICT);
      if (old === null) await removeOldRecords(releasing, DISTRICT);
      const measuring = { ...MEASURING, asOf: day(on) };
      const { release } = await makeEditions(releasing, conformed.manifest, measuring, ASKED);
      const publishing = {
        records: grantedStore(records, "publish", RECORDS),
        public: grantedStore(open, "publish", RELEASES),
        table,
      };
      if (release === null) throw new Error("expected a public release");
      await publish(publishing, DISTRICT, release, `${on}T12:00:00.000Z`);
      return conformed;
    };
    const first = await night("2022-03-15");
    const plans = readFileSync(join(EXPORTS, "plans.csv"), "utf8").trimEnd();
    await inbox.put(
      `${DISTRICT}/plans.csv`,
      Buffer.from(plans.slice(0, plans.lastIndexOf("\n") + 1)),
    );
    const second = await night("2022-03-16");
    expect(second.isNew).toBe(true);
    expect(second.manifest.version).not.toBe(first.manifest.version);
    expect(await records.list(`counts/${DISTRICT}/`)).not.toEqual([]);
    const releases = (await open.list(`${DISTRICT}/releases/`)).map((key) => key.split("/")[2]);
    expect(new Set(releases).size).toBe(2);
    expect(releases).not.toContain("old");
    for (const prefix of ["partials/", "patterns/"]) {
      expect(await records.list(prefix)).toEqual([]);
    }
    expect(await records.size(recordsKeys.extractSecret(DISTRICT, "2021-22"))).toBe(32);
    expect(await records.size(recordsKeys.formerSmallestGroup(DISTRICT))).toBeNull();
    const kept = await records.get(recordsKeys.protectionSetting(DISTRICT));
    expect(JSON.parse(Buffer.from(kept!).toString())).toEqual({ smallestGroup: 30 });
  });
});

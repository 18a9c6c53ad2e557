import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { embeddedDynamo } from "../../functions/adapters/embedded-dynamo.ts";
import { folderStore } from "../../functions/adapters/folder-store.ts";
import { inboxFiles } from "../../functions/adapters/inbox-files.ts";
import { day } from "../../functions/domain/day.ts";
import { districtId } from "../../functions/domain/ids.ts";
import { mandateById } from "../../functions/mandates/mandates.ts";
import { conform } from "../../functions/pipeline/conform.ts";
import { measure } from "../../functions/pipeline/measure.ts";
import type { Progress } from "../../functions/pipeline/ports.ts";
import { receive } from "../../functions/pipeline/receive.ts";
import { scratchFolder } from "../support/scratch-folder.ts";
import { grantedStore, INBOX, RECORDS } from "./grants.ts";

const EXPORTS = "fixtures/cast/exports";
const CAST = districtId("cast");
const MEASURING = { asOf: day("2022-03-15"), mandate: mandateById("effective-practice") };
const quiet: Progress = { step: () => undefined, advance: () => undefined, done: () => undefined };

describe("the steps under the grants of their functions", () => {
  it("receive, conform and measure two nights, the second with a changed file", async () => {
    const dynamo = await embeddedDynamo(null);
    onTestFinished(() => dynamo.close());
    const { table } = dynamo;
    const inbox = folderStore(scratchFolder());
    const records = folderStore(scratchFolder());
    for (const file of readdirSync(EXPORTS)) {
      await inbox.put(`cast/${file}`, readFileSync(join(EXPORTS, file)));
    }
    const night = async (on: string) => {
      const files = inboxFiles(grantedStore(inbox, "receive", INBOX), "cast/");
      const receiving = { records: grantedStore(records, "receive", RECORDS), table };
      await receive(CAST, files, receiving, day(on), quiet);
      const conforming = { records: grantedStore(records, "conform", RECORDS), table };
      const options = { name: null, acceptRemovals: false };
      const conformed = await conform(CAST, options, conforming, quiet);
      if (conformed.kind !== "conformed") throw new Error("expected a conformed district");
      const counting = grantedStore(records, "measure", RECORDS);
      for (const school of conformed.manifest.schools) {
        await measure(counting, conformed.manifest, school, MEASURING);
      }
      return conformed;
    };
    const first = await night("2022-03-15");
    const plans = readFileSync(join(EXPORTS, "plans.csv"), "utf8").trimEnd();
    await inbox.put("cast/plans.csv", Buffer.from(plans.slice(0, plans.lastIndexOf("\n") + 1)));
    const second = await night("2022-03-16");
    expect(second.isNew).toBe(true);
    expect(second.manifest.version).not.toBe(first.manifest.version);
    expect(await records.list("counts/cast/")).not.toEqual([]);
  });
});

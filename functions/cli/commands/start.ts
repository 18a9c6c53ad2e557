import { spawn } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { day } from "../../domain/calendar/day.ts";
import { districtId } from "../../domain/ids.ts";
import { districtMandate } from "../../pipeline/measure/district-mandate.ts";
import type { Progress } from "../../pipeline/ports.ts";
import { ingest } from "../steps/ingest.ts";
import { withLocalPlaces } from "../arguments/local-places.ts";
import { publishRelease } from "../steps/publish-release.ts";
import type { Identity } from "../server/opening-tokens.ts";

export const DEMO_DISTRICT = districtId("grand-bend");
/**
 * A day near the end of the school year, and earlier ones of three months, so that there is a past
 * to compare with.
 */
export const DEMO_DAYS = ["2021-11-19", "2022-01-28", "2022-03-31", "2022-05-20"].map(day);

/** The demo's exports are made here, so whatever they lack is missing on purpose. */
const AS_GENERATED = { name: null, acceptRemovals: true };

/**
 * Makes the demo district, publishes it, and builds the dashboard, each only if something changed.
 * Reports each step to `say`.
 */
export async function prepareDemo(
  data: string,
  progress: Progress,
  say: (line: string) => void,
): Promise<void> {
  // The pages do not depend on the figures, so both are made at once.
  const dashboard = runScript("dashboard/build.ts", []);
  const exports = join(data, "demo-exports");
  await runScript("fixtures/grand-bend/generate.ts", [exports]);
  await withLocalPlaces(data, async (places) => {
    const report = await ingest(places, DEMO_DISTRICT, AS_GENERATED, [exports], progress);
    const records = report.files.reduce((sum, file) => sum + file.records, 0);
    const rejected = report.files.reduce((sum, file) => sum + file.rejected, 0);
    say(
      `ingested ${report.files.length} files, ${records.toLocaleString("en-US")} records, ${rejected} rejected${report.isNew ? "" : " (nothing new)"}`,
    );
    // If another mandate was set for the demo, it is kept.
    const mandate = await districtMandate(places.records, DEMO_DISTRICT);
    for (const asOf of DEMO_DAYS) {
      const published = await publishRelease({
        places,
        data,
        district: DEMO_DISTRICT,
        asOf,
        mandate,
        progress,
      });
      say(
        `staff edition ${published.edition}${published.isNew ? "" : " (there already)"}${published.publicRelease === null ? "" : `, public release ${published.publicRelease}`}`,
      );
    }
  });
  progress.step("build the dashboard", null);
  await dashboard;
  progress.done();
  say("the dashboard is built");
}

/**
 * The identity with which the demo's console opens: the first district leader of its staff list.
 */
export async function demoIdentity(data: string): Promise<Identity> {
  const { membersOf } = await import("../server/serve-sites.ts");
  const members = await membersOf(data, DEMO_DISTRICT);
  const leader = members.find(({ roles }) => roles.some(({ role }) => role === "district-leader"));
  return leader?.staff ?? null;
}

/** This file runs from `dist/cli/<version>/`. */
const ROOT = fileURLToPath(new URL("../../..", import.meta.url));

/**
 * Runs one of the project's scripts in a process of its own; it receives nothing but its arguments.
 */
function runScript(script: string, args: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ["--import", "tsx", join(ROOT, script), ...args], {
      cwd: ROOT,
      stdio: ["ignore", "ignore", "pipe"],
    });
    let errors = "";
    child.stderr.on("data", (chunk: Buffer) => (errors += chunk.toString()));
    child.once("error", reject);
    child.once("exit", (code) => {
      if (code === 0) resolve();
      else reject(new Error(`${script} ended with code ${code}: ${errors.trim().slice(-2_000)}`));
    });
  });
}

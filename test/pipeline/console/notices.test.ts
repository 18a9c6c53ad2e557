import { describe, expect, it } from "vitest";
import { addDays } from "../../../functions/domain/calendar/day.ts";
import { conformedInForce } from "../../../functions/pipeline/conform/conformed-in-force.ts";
import { jsonBytes, readJson } from "../../../functions/pipeline/stored-json.ts";
import { setConsole } from "../../../functions/pipeline/settings/console-setting.ts";
import type { AboutReader } from "../../../functions/console/answers.ts";
import { consoleAnswer } from "../../../functions/pipeline/console/routes/console-answer.ts";
import { clearFailure, noteFailure } from "../../../functions/pipeline/run/run-failure.ts";
import type { Places } from "../../../functions/pipeline/ports.ts";
import { publicKeys, recordsKeys } from "../../../functions/layout.ts";
import type { ReleaseManifest } from "../../../functions/releases/manifest/manifest.ts";
import { say } from "../../../functions/releases/words/message.ts";
import { conformedCast } from "../../support/conformed-districts.ts";
import {
  CAST,
  CAST_DAY,
  CAST_EXPORTS,
  freshPlaces,
  ingestPath,
  publishDay,
} from "../../support/local-district.ts";
import { setStaff, staffRow } from "../../support/staff-of.ts";
import { requestOf, valueOf } from "../../support/asked-console.ts";

const about = async (
  places: Places,
  staff: string | null,
  on: string = CAST_DAY,
  isDemo = false,
): Promise<AboutReader> => {
  const answer = await consoleAnswer(
    places,
    { district: CAST, staff, isDemo, through: "console" },
    requestOf("/console/me", `${on}T08:00:00.000Z`),
  );
  return valueOf<AboutReader>(answer);
};
const ids = async (...asked: Parameters<typeof about>): Promise<readonly string[]> =>
  (await about(...asked)).notices.map(({ id }) => id);

describe("what the console says first", { timeout: 60_000 }, () => {
  it("is what is not there yet, one step after the other, each with what to do", async () => {
    const places = await freshPlaces();
    expect(await ids(places, null)).toEqual(["no-staff-list", "nothing-ingested"]);
    expect(await ids(places, "P-MS")).toEqual(["no-staff-list"]);
    await ingestPath(places, CAST_EXPORTS);
    expect(await ids(places, null)).toEqual(["no-edition"]);
    await publishDay(places, CAST_DAY, CAST, "staff-only");
    expect(await ids(places, null)).toEqual([]);
    // The district and other schools come from a public release, and none is out.
    expect(await ids(places, "P-MS")).toEqual(["no-public-release"]);
    expect(await ids(places, "D-1")).toEqual([]);
    await publishDay(places, CAST_DAY);
    expect(await ids(places, "P-MS")).toEqual([]);
    const { notices } = await about(places, "N-1");
    expect(notices.map(({ id }) => id)).toEqual(["no-role"]);
    expect(notices[0]?.remedy).toMatch(/staff list/);
    expect(await ids(places, "Z-9")).toEqual(["unknown-staff"]);
    await setStaff(places, [staffRow("P-0", "principal", [])]);
    expect(await ids(places, "P-0")).toContain("no-school");
    await setStaff(places, []);
    expect(await ids(places, null)).toEqual(["no-staff-list"]);
  });

  it("is that the last public release was made by another version, for whom it leaves without figures", async () => {
    const places = await conformedCast();
    const { edition, release } = await publishDay(places, CAST_DAY);
    const key = `${publicKeys.release(CAST, release ?? "")}manifest.json`;
    const manifest = await readJson<ReleaseManifest>(places.public, key);
    if (manifest === null) throw new Error("no public release");
    const seen = async (staff: string): Promise<ReleaseManifest> =>
      valueOf<ReleaseManifest>(
        await consoleAnswer(
          places,
          { district: CAST, staff, isDemo: false, through: "console" },
          requestOf(`/data/cast/editions/${edition}/manifest.json`, "2022-03-16T08:00:00.000Z"),
        ),
      );
    expect((await seen("P-MS")).scope?.publicAsOf).toBe(CAST_DAY);
    for (const other of [
      { ...manifest, format: (manifest.format ?? 0) - 1 },
      { ...manifest, definitionVersion: "other" },
    ]) {
      await places.public.put(key, jsonBytes(other));
      expect((await about(places, "P-MS")).notices).toEqual([
        {
          id: "older-public-release",
          text: "The public release of March 15, 2022 was made by earlier rules or an earlier version of this program, so the district and other schools have no figures here.",
          remedy: "They come back with the next public release, due on April 1, 2022.",
        },
      ]);
      const shown = await seen("P-MS");
      expect(shown.scope?.publicAsOf).toBeNull();
      expect(shown.messages.kept).toEqual([
        say("district-not-public", {
          exactPlaces: shown.scope?.exactNames ?? [],
          releasedOtherwiseOn: CAST_DAY,
        }),
      ]);
      expect(await ids(places, "D-1")).toEqual([]);
      expect(await ids(places, "X-1")).toEqual([]);
    }
    await places.public.put(key, jsonBytes(manifest));
    expect(await ids(places, "P-MS")).toEqual([]);
  });

  it("is that the data are old, from the day after those that the district allows, and never in the demo", async () => {
    const places = await conformedCast();
    await publishDay(places, CAST_DAY);
    const after = (days: number) => addDays(CAST_DAY, days);
    expect(await ids(places, "D-1", after(3))).toEqual([]);
    expect(await ids(places, "D-1", after(4))).toEqual([]);
    expect(await ids(places, "D-1", after(5))).toEqual(["old-edition"]);
    expect(await ids(places, "D-1", after(5), true)).toEqual([]);
    await setConsole(places.records, CAST, { oldAfterDays: 10 });
    expect(await ids(places, "D-1", after(10))).toEqual([]);
    expect(await ids(places, "D-1", after(11))).toEqual(["old-edition"]);
  });

  it("names each file that could not be used, and what to do", async () => {
    const places = await conformedCast();
    await publishDay(places, CAST_DAY);
    const manifest = await conformedInForce(places.records, CAST);
    if (manifest === null) throw new Error("nothing is conformed");
    const files = manifest.files.map((file) =>
      file.name === "plans.csv" ? { ...file, outcome: "waiting" as const } : file,
    );
    await places.records.put(
      recordsKeys.conformedManifest(CAST, manifest.version),
      jsonBytes({ ...manifest, files }),
    );
    const { notices } = await about(places, "P-MS");
    expect(notices).toEqual([
      {
        id: "failed-files",
        text: "The file plans.csv would remove many records and waits to be accepted: the version before it is still used.",
        remedy: "Tell whoever runs the nightly update: the console shows them what to do.",
      },
    ]);
    expect((await about(places, null)).notices[0]?.remedy).toContain("--accept-removals");
    expect((await about(places, "D-1")).notices[0]?.remedy).toBe(
      "Accept or refuse it under Decisions.",
    );
    expect((await about(places, "N-1")).notices.map(({ id }) => id)).toEqual(["no-role"]);
  });

  it("is where the last run on AWS stopped, until one has gone through", async () => {
    const places = await conformedCast();
    await publishDay(places, CAST_DAY);
    const failure = { run: "run-1", step: "Measure schools", at: "2022-03-16T10:02:00Z" };
    await noteFailure(places.table, CAST, failure);
    const [notice] = (await about(places, "D-1")).notices;
    expect(notice).toEqual({
      id: "stopped-run",
      text: "The update of March 16, 2022 stopped in the step “Measure schools”. The figures are still those of March 15, 2022.",
      remedy: "Tell whoever runs the nightly update: the console shows them what to do.",
    });
    expect((await about(places, null)).notices[0]?.remedy).toContain("redrive");
    await noteFailure(places.table, CAST, { ...failure, step: null });
    expect((await about(places, "D-1")).notices[0]?.text).toMatch(
      /^The update of [A-Z][a-z]+ \d+, \d{4} stopped\. /,
    );
    await clearFailure(places.table, CAST, "2022-03-16T11:00:00.000Z");
    expect(await ids(places, "D-1")).toEqual([]);
  });
});

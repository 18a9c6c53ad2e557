import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { AboutReader } from "../../../functions/console/answers.ts";
import { publicKeys, recordsKeys } from "../../../functions/layout.ts";
import { consoleAnswer } from "../../../functions/pipeline/console/routes/console-answer.ts";
import type { Places } from "../../../functions/pipeline/ports.ts";
import { readJson } from "../../../functions/pipeline/stored-json.ts";
import type { ReleaseManifest } from "../../../functions/releases/manifest/manifest.ts";
import { say } from "../../../functions/releases/words/message.ts";
import { requestOf, valueOf } from "../../support/asked-console.ts";
import {
  CAST,
  CAST_DAY,
  CAST_EXPORTS,
  freshPlaces,
  ingestPath,
  publishDay,
} from "../../support/local-district.ts";
import { scratchFolder } from "../../support/scratch-folder.ts";

/** The exports of the cast with the calendar of some schools up to a day. */
function exportsUntil(last: string, schools: readonly string[]): string {
  const folder = join(scratchFolder(), "exports");
  cpSync(CAST_EXPORTS, folder, { recursive: true });
  const path = join(folder, "calendarDates.csv");
  const kept = readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => {
      const [school = "", on = ""] = line.split(",");
      return !schools.includes(school) || on <= last;
    });
  writeFileSync(path, kept.join("\n"));
  return folder;
}

/** The staff edition and the public release of a district whose exports are in a folder. */
async function published(folder: string) {
  const places = await freshPlaces();
  await ingestPath(places, folder);
  const { edition, release } = await publishDay(places, CAST_DAY);
  const staff = await readJson<ReleaseManifest>(
    places.records,
    `${recordsKeys.staffEdition(CAST, edition)}manifest.json`,
  );
  const everybody = await readJson<ReleaseManifest>(
    places.public,
    `${publicKeys.release(CAST, release ?? "")}manifest.json`,
  );
  if (staff === null || everybody === null) throw new Error("nothing is published");
  return { places, staff, everybody };
}

async function toldOfCalendars(places: Places, staff: string): Promise<readonly string[]> {
  const { notices } = await valueOf<AboutReader>(
    await consoleAnswer(
      places,
      { district: CAST, staff, isDemo: false, through: "console" },
      requestOf("/console/me", `${CAST_DAY}T08:00:00.000Z`),
    ),
  );
  return notices.filter(({ id }) => id === "calendars-in-part").map(({ text }) => text);
}

describe("a district that sent its calendar up to December", { timeout: 60_000 }, () => {
  const FALL = "2021-12-17";

  it("tells staff once for which schools, each of those who see them, and the public nothing", async () => {
    const { places, staff, everybody } = await published(
      exportsUntil(FALL, ["CAST-HS", "CAST-MS"]),
    );
    const notice = (schools: string) =>
      `Only a part of the school calendar was sent for ${schools}. Due days that depend on the length of the school year cannot be determined there.`;
    const [high, middle] = ["Cast High School", "Cast Middle School"];
    expect(staff.messages.records).toContainEqual(
      say("calendars-in-part", { schools: [high, middle] }),
    );
    expect(await toldOfCalendars(places, "D-1")).toEqual([notice(`${high}, ${middle}`)]);
    expect(await toldOfCalendars(places, "P-MS")).toEqual([notice(middle)]);
    expect(JSON.stringify(everybody)).not.toMatch(/calendars-?in-?part/i);
  });

  it("is told nothing where the calendar reaches May", async () => {
    const { places, staff } = await published(exportsUntil("2022-05-02", ["CAST-HS", "CAST-MS"]));
    expect(JSON.stringify(staff)).not.toMatch(/calendars-?in-?part/i);
    expect(await toldOfCalendars(places, "D-1")).toEqual([]);
  });
});

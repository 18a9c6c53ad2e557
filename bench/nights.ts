import { setTimeout as wait } from "node:timers/promises";
import type { Day } from "../functions/domain/calendar/day.ts";
import { ingest, publish, type BenchFolders } from "./commands.ts";
import type { BenchDistrict } from "./district.ts";
import type { MeasuredRun } from "./run-process.ts";
import { count, say } from "./words.ts";
import { writeAttendance } from "./write-district.ts";
import { lookAtData, writtenSince, type Written } from "./written.ts";

/** The nights after the first, in their order. */
export const NIGHTS = ["unchanged", "appended", "corrected"] as const;
export type NightName = (typeof NIGHTS)[number];

/** One night after the first: ingest and publish of what has changed since. */
export interface Night {
  readonly name: NightName;
  readonly ingest: MeasuredRun;
  readonly publish: MeasuredRun;
  readonly written: Written;
}

/** The share of attendance rows that a night of corrections changes. */
const CORRECTED = 0.01;

/** A file that was written so short a time ago is read again, since its next change could look the same. */
const SETTLED_MS = 3_500;

/** Waits until the files that were just written are old enough, as those of a district are at night. */
export const settle = (): Promise<void> => wait(SETTLED_MS);

/**
 * The nights after a full run: nothing new; one more day of attendance, published as of that day; and
 * that file with one row in a hundred corrected.
 */
export async function measureNights(
  folders: BenchFolders,
  district: BenchDistrict,
  asOf: Day,
): Promise<readonly Night[]> {
  const { exports } = folders;
  const nights: Night[] = [await measureNight(folders, "unchanged", asOf)];
  writeAttendance(exports, district, { isNextDay: true });
  await settle();
  nights.push(await measureNight(folders, "appended", district.nextSchoolDay));
  writeAttendance(exports, district, { isNextDay: true, corrected: CORRECTED });
  await settle();
  nights.push(await measureNight(folders, "corrected", district.nextSchoolDay));
  return nights;
}

async function measureNight(folders: BenchFolders, name: NightName, asOf: Day): Promise<Night> {
  const before = await lookAtData(folders.data);
  const ofIngest = await ingest(folders);
  const ofPublish = await publish(folders, asOf);
  const written = writtenSince(before, await lookAtData(folders.data));
  say(
    `  night ${name}: ${(ofIngest.cpuSeconds + ofPublish.cpuSeconds).toFixed(2)} processor seconds, ${count(written.objects)} objects and ${count(written.items)} items written`,
  );
  return { name, ingest: ofIngest, publish: ofPublish, written };
}

/** Processor seconds of a night as a share of those of the full run. */
export const shareOf = (
  night: Pick<Night, "ingest" | "publish">,
  full: { readonly ingest: MeasuredRun; readonly publish: MeasuredRun },
): number =>
  (night.ingest.cpuSeconds + night.publish.cpuSeconds) /
  (full.ingest.cpuSeconds + full.publish.cpuSeconds);

import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { incomingFiles } from "../../../functions/adapters/incoming/incoming-files.ts";
import { day } from "../../../functions/domain/calendar/day.ts";
import { conform } from "../../../functions/pipeline/conform/conform.ts";
import type { Places } from "../../../functions/pipeline/ports.ts";
import { receive } from "../../../functions/pipeline/intake/receive.ts";
import {
  CAST,
  CAST_EXPORTS,
  everything,
  freshPlaces,
  publishDay,
  quiet,
} from "../../support/local-district.ts";

/** The files of editions and of what points to them, by key, as text. */
export type Editions = Readonly<Record<string, string>>;

/** All that readers may see of the cast: both editions, without the instant of publication. */
export async function editionsOf(places: Pick<Places, "records" | "public">): Promise<Editions> {
  const open = await everything(places.public);
  const latest = open["cast/latest.json"];
  return {
    ...(await everything(places.records, "editions/staff/cast/")),
    ...open,
    ...(latest !== undefined && {
      "cast/latest.json": latest.replace(/"publishedAt":\s*"[^"]*"/, '"publishedAt":""'),
    }),
  };
}

/** The nights of the cast on one machine, with which those of the stacks are compared. */
export interface OneMachine {
  /**
   * Takes the files of a folder in, and makes the editions of a day as they are once the run is over.
   * @param asked a public release is made whatever the calendar says
   */
  night(asOf: string, folder: string | null, asked?: boolean): Promise<Editions>;
}

export async function oneMachine(): Promise<OneMachine> {
  const places = await freshPlaces();
  return {
    async night(asOf, folder, isAsked = false) {
      if (folder !== null) {
        await receive(CAST, incomingFiles(folder), places, day(asOf), quiet);
        await conform(CAST, { name: null, acceptRemovals: false }, places, quiet);
      }
      await publishDay(places, asOf, CAST, { isAsked, isNewSecret: false });
      return editionsOf(places);
    },
  };
}

/**
 * The cast's goals, the first ones that are not started met instead, in a folder of their own.
 * @param within an empty folder for it
 */
export function goalsMet(count: number, within: string): string {
  const folder = mkdtempSync(join(within, "goals-"));
  let left = count;
  const text = readFileSync(join(CAST_EXPORTS, "goals.csv"), "utf8");
  const changed = text.replace(/,not-started,/g, (match) =>
    (left -= 1) >= 0 ? ",met,2022-03-01" : match,
  );
  if (left > 0) throw new Error(`fewer than ${count} goals are not started`);
  writeFileSync(join(folder, "goals.csv"), changed);
  return folder;
}

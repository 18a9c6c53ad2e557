import { day } from "../../domain/calendar/day.ts";
import type { DistrictId } from "../../domain/ids.ts";
import { conform } from "../conform/conform.ts";
import type { IncomingFile, Places, Progress } from "../ports.ts";
import { receive } from "../intake/receive.ts";
import { NotPossible } from "../not-possible.ts";

/**
 * Receives the one file that a command has made and conforms the district, as an ingest does.
 * @param instant the instant, as ISO text
 * @throws NotPossible when nothing is ingested or the file cannot be used
 */
export async function recordFile(
  places: Places,
  district: DistrictId,
  file: IncomingFile,
  progress: Progress,
  instant: string,
): Promise<{ readonly district: DistrictId; readonly file: string; readonly version: string }> {
  const today = day(instant.slice(0, 10));
  await receive(district, only(file), places, today, progress);
  const options = { name: null, acceptRemovals: false };
  const conformed = await conform(district, options, places, progress);
  const files = conformed.kind === "conformed" ? conformed.manifest.files : [];
  const read = files.find(({ name }) => name === file.name);
  if (conformed.kind !== "conformed" || read === undefined || read.accepted === 0) {
    throw new NotPossible(
      `${file.name} is kept as sent and could not be used: ilp quarantine list says why`,
    );
  }
  return { district, file: file.name, version: conformed.manifest.version };
}

async function* only(file: IncomingFile): AsyncGenerator<IncomingFile> {
  yield await Promise.resolve(file);
}

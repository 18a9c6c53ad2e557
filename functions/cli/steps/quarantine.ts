import { incomingFiles } from "../../adapters/incoming/incoming-files.ts";
import { day } from "../../domain/calendar/day.ts";
import type { DistrictId } from "../../domain/ids.ts";
import { conform } from "../../pipeline/conform/conform.ts";
import { conformedInForce } from "../../pipeline/conform/conformed-in-force.ts";
import type { ConformedFile } from "../../conformed/conformed-manifest.ts";
import { PROFILE_NAME } from "../../pipeline/intake/register-files.ts";
import type { Places, Progress } from "../../pipeline/ports.ts";
import { receive } from "../../pipeline/intake/receive.ts";
import { CommandError, holdsNothing } from "../arguments/command-error.ts";
import { printable } from "../arguments/printable.ts";

/** What replaying changed: each file whose outcome or number of rejects is different now. */
export interface Replayed {
  readonly version: string | null;
  readonly files: readonly {
    readonly file: string;
    readonly kind: string;
    readonly outcome: ConformedFile["outcome"];
    readonly rejectedBefore: number | null;
    readonly rejected: number;
  }[];
}

/**
 * Reads the files as sent again, by the current profiles and those passed in: after a fix in a
 * profile or code map, nothing needs to be sent again.
 */
export async function quarantineReplay(
  places: Places,
  district: DistrictId,
  profile: string | null,
  progress: Progress,
): Promise<Replayed> {
  const before = await conformedInForce(places.records, district);
  if (profile !== null) {
    await checkProfilesAlone(profile);
    const today = day(new Date().toISOString().slice(0, 10));
    const received = await receive(district, incomingFiles(profile), places, today, progress);
    for (const file of received) {
      if (file.outcome === "unreadable")
        throw new CommandError(printable(`${file.file}: ${file.message}`));
    }
  }
  const options = { name: null, acceptRemovals: false };
  const conformed = await conform(district, options, places, progress);
  const files = conformed.kind === "conformed" ? conformed.manifest.files : conformed.files;
  return {
    version: conformed.kind === "conformed" ? conformed.manifest.version : null,
    files: files.flatMap(({ name, kind, sha256, outcome, rejected }) => {
      const was = before?.files.find((file) => file.sha256 === sha256);
      if (was?.rejected === rejected && was.outcome === outcome && was.kind === kind) return [];
      return [{ file: name, kind, outcome, rejectedBefore: was?.rejected ?? null, rejected }];
    }),
  };
}

/** @throws CommandError if a path has anything but profiles; nothing of it is kept then */
async function checkProfilesAlone(path: string): Promise<void> {
  let isEmpty = true;
  for await (const { name } of incomingFiles(path)) {
    isEmpty = false;
    if (PROFILE_NAME.test(name)) continue;
    throw new CommandError(
      `${printable(name)} is not a profile: its name must end in ilp.profile.json`,
    );
  }
  if (isEmpty) throw holdsNothing([path]);
}

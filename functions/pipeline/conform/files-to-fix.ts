import { studentsTouched } from "../../conformed/students-touched.ts";
import type { ConformedManifest } from "../../conformed/conformed-manifest.ts";
import { recordsOfTally, type FileRejects } from "../../join/rows/file-rejects.ts";
import type { CanonicalTable } from "../../sources/profiles/profile.ts";
import type { FileVersion } from "../../sources/feeds/feed.ts";
import { districtKinds } from "../intake/district-kinds.ts";
import { feeds } from "../intake/ledger.ts";
import type { Places } from "../ports.ts";
import { quarantineList, type QuarantinedFile } from "./quarantine-list.ts";
import { quarantineOf } from "./quarantine.ts";
import { readStored } from "./read-part.ts";

/** A file that is not used whole, with what its format reads and how many students each of its reasons touches. */
export interface FileWithReasons {
  readonly file: QuarantinedFile;
  /** What its format reads; empty where nobody knows the format. */
  readonly tables: readonly CanonicalTable[];
  /** In the order of the file's reasons; null where the file does not say it. */
  readonly students: readonly (number | null)[];
  /** In the order of the file's reasons, the numbers of their records, as far as they are kept. */
  readonly recordNumbers: readonly (readonly number[])[];
}

/** Larger files are not read again for a page. */
const MOST_RECORDS = 200_000;

/** Every file that is not used whole. @throws NotPossible before anything was ingested */
export async function filesToFix(
  places: Places,
  { district }: Pick<ConformedManifest, "district">,
): Promise<readonly FileWithReasons[]> {
  const kinds = await districtKinds(places, district);
  const versions = (await feeds(places.table, district)).flatMap(({ newest, good, older }) => [
    newest,
    ...older,
    ...(good === null ? [] : [good]),
  ]);
  const listed = await quarantineList(places, district);
  const withReasons: FileWithReasons[] = [];
  for (const file of listed) {
    const profile = kinds.kinds.find(({ kind }) => kind === file.kind)?.profile;
    const version = versions.find(({ sha256 }) => sha256 === file.sha256);
    const rejects = await quarantineOf(places.records, district, file.sha256);
    const students =
      version === undefined || file.records > MOST_RECORDS
        ? file.reasons.map(() => null)
        : await touched(file, version, rejects);
    withReasons.push({
      ...{ file, students },
      tables: (profile?.reads ?? []).map(({ table }) => table),
      recordNumbers: file.reasons.map((reason) => recordsOfTally(rejects, reason)),
    });
  }
  return withReasons;

  async function touched(file: QuarantinedFile, version: FileVersion, rejects: FileRejects) {
    const read = await readStored(places.records, district, version, kinds);
    return file.reasons.map((reason) => studentsTouched(read, rejects, reason));
  }
}

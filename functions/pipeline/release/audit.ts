import { auditReleases, type YearAudit } from "../../audit/audit-releases.ts";
import type { Finding } from "../../audit/reading/finding.ts";
import type { LinearSolver } from "../../audit/linear-solver.ts";
import { strictPointer } from "../../audit/strict-manifest.ts";
import { day } from "../../domain/calendar/day.ts";
import { REMEDIES } from "../../domain/records/reject.ts";
import type { DistrictId } from "../../domain/ids.ts";
import { namesToTry } from "../../domain/text/nearest-name.ts";
import { schoolYearOf } from "../../domain/calendar/school-year.ts";
import { publicKeys } from "../../layout.ts";
import { FILE_KINDS } from "../../sources/profiles/profiles.ts";
import { OUTCOME_REMEDIES } from "../../editions/data-quality-tables.ts";
import type { ObjectStore } from "../ports.ts";
import { latestPublic } from "./public-releases.ts";

/** Texts of files and rejects that are the same for every district. */
const TEXTS: readonly string[] = [
  ...FILE_KINDS.flatMap(({ kind, profile }) => [kind, profile.file, profile.name]),
  ...Object.values(REMEDIES),
  ...Object.values(OUTCOME_REMEDIES),
];

/**
 * Attacks what a district has published, from the public bucket alone: a release with those of its
 * school year before it, and whatever else lies beside them.
 * @param release the last one to look at, or null for the current one
 * @throws when the district has no such release
 */
export async function auditPublished(
  open: ObjectStore,
  district: DistrictId,
  release: string | null,
  solve: LinearSolver,
): Promise<YearAudit> {
  const latest = await latestPublic(open, district);
  const asked = latest?.releases.find((listed) => listed.release === (release ?? latest.release));
  if (latest === null || asked === undefined) {
    const names = (latest?.releases ?? []).map((listed) => listed.release);
    const named = release === null ? "" : ` ${release}; ${namesToTry(release, names)}`;
    throw new Error(`district ${district} has no public release${named}`);
  }
  // Listed newest first.
  const listed = latest.releases.slice(latest.releases.indexOf(asked)).reverse();
  const year = schoolYearOf(day(asked.asOf));
  const filesOf = (wanted: number) =>
    Promise.all(
      listed
        .filter(({ asOf }) => schoolYearOf(day(asOf)) === wanted)
        .map((listed) => filesUnder(open, publicKeys.release(district, listed.release))),
    );
  const audit = auditReleases(await filesOf(year), await filesOf(year - 1), TEXTS, solve);
  const folders = latest.releases.map((listed) => publicKeys.release(district, listed.release));
  const findings: Finding[] = [];
  for (const key of await open.list(`${district}/`)) {
    const isKnown =
      key === publicKeys.latest(district) || folders.some((folder) => key.startsWith(folder));
    if (!isKnown) findings.push({ kind: "unknown-file", where: key });
  }
  for (const key of [publicKeys.latest(district), publicKeys.districts]) {
    const bytes = await open.get(key);
    if (bytes !== null) findings.push(...strictPointer(key, JSON.parse(textOf(bytes))));
  }
  return { ...audit, findings: [...findings, ...audit.findings] };
}

async function filesUnder(
  open: ObjectStore,
  folder: string,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  for (const key of await open.list(folder)) {
    files.set(key.slice(folder.length), (await open.get(key)) ?? new Uint8Array());
  }
  return files;
}

const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

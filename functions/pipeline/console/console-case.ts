import type { KnownSchool } from "../../access/permit.ts";
import { readerOf, SYSTEM } from "../../access/reader.ts";
import { exactPlaces } from "../../access/seen-schools.ts";
import type { ConsoleReader } from "../../console/console-reader.ts";
import type { DistrictId } from "../../domain/ids.ts";
import { compareText } from "../../domain/text/compare-text.ts";
import { counselorNames, staffMembers } from "../../domain/people/staff-member.ts";
import { studentKeys, type StudentKeys } from "../../hashing/student-keys.ts";
import { accessSecret } from "./access-log.ts";
import { conformedInForce } from "../conform/conformed-in-force.ts";
import type { ConformedManifest } from "../../conformed/conformed-manifest.ts";
import type { Places } from "../ports.ts";
import { staffLatest } from "../release/staff-editions.ts";
import type { StaffLatest } from "../../editions/staff-latest.ts";

/** Who is signed in. Whoever makes this value has checked it. */
export interface SignedIn {
  readonly district: DistrictId;
  /** The staff id; null for the system account of the machine that keeps the records. */
  readonly staff: string | null;
  /** Whether anybody may take this role: in the demo alone. */
  readonly isDemo: boolean;
  readonly through: "console" | "command";
}

/**
 * What each answer starts from: who asks, which data there is, and what the reader sees exactly. It
 * is read again for each request.
 */
export interface ConsoleCase extends ConsoleReader {
  readonly places: Places;
  readonly who: SignedIn;
  /** Null before anything was ingested. */
  readonly manifest: ConformedManifest | null;
  /** Null before the first edition. */
  readonly latest: StaffLatest | null;
  /** How addresses name students. */
  readonly keys: StudentKeys;
  /** The instant of the request, as ISO text. */
  readonly at: string;
}

/** Reads who asks and what is in use. */
export async function consoleCase(
  places: Places,
  who: SignedIn,
  instant: string,
): Promise<ConsoleCase> {
  const manifest = await conformedInForce(places.records, who.district);
  const staff = staffMembers(manifest?.staff ?? []);
  const reader = who.staff === null ? SYSTEM : readerOf(who.staff, staff);
  const schools = schoolsByName(manifest?.schools ?? []);
  return {
    ...{ places, who, reader, manifest, schools, at: instant },
    counselorName: counselorNames(staff),
    latest: await staffLatest(places.records, who.district),
    keys: studentKeys(await accessSecret(places.records, who.district)),
    exact: exactPlaces(reader, schools),
  };
}

/** The schools in the order in which a page offers them. */
export const schoolsByName = (schools: readonly KnownSchool[]): readonly KnownSchool[] =>
  schools
    .map(({ id, name }) => ({ id, name }))
    .sort((a, b) => compareText(a.name, b.name) || compareText(a.id, b.id));

import type { KnownSchool } from "../../access/permit.ts";
import { readerOf, SYSTEM, type Reader } from "../../access/reader.ts";
import { exactPlaces, type ExactPlaces } from "../../access/seen-schools.ts";
import type { DistrictId } from "../../domain/ids.ts";
import { staffMembers } from "../../domain/people/staff-member.ts";
import { conformedInForce, type ConformedManifest } from "../conform/conformed-manifest.ts";
import type { Places } from "../ports.ts";
import { staffLatest, type StaffLatest } from "../release/staff-editions.ts";

/** Who is signed in, once that is checked: whoever makes one answers for it. */
export interface SignedIn {
  readonly district: DistrictId;
  /** The staff id; null for the system account of the machine that keeps the records. */
  readonly staff: string | null;
  /** Whether anybody may take this role: in the demo alone. */
  readonly isDemo: boolean;
  readonly through: "console" | "command";
}

/** What each answer starts from: who asks, what is there, and what of it the reader sees exactly. Read anew for each request. */
export interface ConsoleCase {
  readonly places: Places;
  readonly who: SignedIn;
  readonly reader: Reader;
  /** Null before anything was ingested. */
  readonly manifest: ConformedManifest | null;
  readonly schools: readonly KnownSchool[];
  /** Null before the first edition. */
  readonly latest: StaffLatest | null;
  readonly exact: ExactPlaces;
  /** The instant of the request, as ISO text. */
  readonly at: string;
}

/** Reads who asks and what is in use. */
export async function consoleCase(places: Places, who: SignedIn, at: string): Promise<ConsoleCase> {
  const manifest = await conformedInForce(places.records, who.district);
  const reader =
    who.staff === null ? SYSTEM : readerOf(who.staff, staffMembers(manifest?.staff ?? []));
  const schools = (manifest?.schools ?? []).map(({ id, name }) => ({ id, name }));
  return {
    ...{ places, who, reader, manifest, schools, at },
    latest: await staffLatest(places.records, who.district),
    exact: exactPlaces(reader, schools),
  };
}

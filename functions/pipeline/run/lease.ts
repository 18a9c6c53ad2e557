/**
 * The lease of a district: while a run holds it, no other run of the district reads or writes. It
 * ends by itself, so a run that was killed delays the next one only by minutes.
 */
import type { DistrictId } from "../../domain/ids.ts";
import { tableKeys } from "../../layout.ts";
import type { Item, Table } from "../ports.ts";

/** Another run of the district holds the lease; to be tried again. */
export class LeaseHeld extends Error {
  constructor(run: string, until: string) {
    super(
      `run ${run} of this district is under way, at the latest until ${until}: wait for its end`,
    );
    this.name = "LeaseHeld";
  }
}

/** Another run has held the lease since: what this run made is no longer the newest. */
export class LeaseLost extends Error {
  constructor(run: string) {
    super(`run ${run} of this district came in between: start a new run in place of this one`);
    this.name = "LeaseLost";
  }
}

interface Lease {
  /** Who holds it or held it last. */
  readonly run: string;
  /** An ISO instant; past once it was given back. */
  readonly until: string;
}

/**
 * Takes the lease for a run that begins; a run that holds it takes it again.
 * @param until an ISO instant after which nothing of this step can still be at work
 * @throws LeaseHeld while another run holds it
 */
export const takeLease = async (
  table: Table,
  district: DistrictId,
  run: string,
  now: string,
  until: string,
): Promise<void> => {
  await change(table, district, (lease) => {
    refuseWhileHeld(lease, run, now);
    return { run, until: later(lease, run, until) };
  });
};

/**
 * Holds the lease for another step of a run that took it, also after it had ended by itself.
 * @throws LeaseHeld while another run holds it
 * @throws LeaseLost where another run has held it since
 */
export const keepLease = async (
  table: Table,
  district: DistrictId,
  run: string,
  now: string,
  until: string,
): Promise<void> => {
  await change(table, district, (lease) => {
    refuseWhileHeld(lease, run, now);
    if (lease?.run !== run) throw new LeaseLost(lease?.run ?? "of before");
    return { run, until: later(lease, run, until) };
  });
};

/** Gives the lease back at the end of a run: false, and nothing changed, where another run has it by now. */
export const giveBackLease = async (
  table: Table,
  district: DistrictId,
  run: string,
  now: string,
): Promise<boolean> =>
  (await change(table, district, (lease) => (lease?.run === run ? { run, until: now } : null))) !==
  null;

function refuseWhileHeld(lease: Lease | null, run: string, now: string): void {
  if (lease !== null && lease.run !== run && lease.until > now) {
    throw new LeaseHeld(lease.run, lease.until);
  }
}

/** Of batches that work at the same time, the one that may run longest decides. */
const later = (lease: Lease | null, run: string, until: string): string =>
  lease !== null && lease.run === run && lease.until > until ? lease.until : until;

const TRIES = 100;

async function change(
  table: Table,
  district: DistrictId,
  next: (lease: Lease | null) => Lease | null,
): Promise<Lease | null> {
  const key = tableKeys.run(district, "lease");
  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    const before = await table.get(key);
    const after = next(before === null ? null : leaseOf(before));
    if (after === null || (before !== null && isSame(leaseOf(before), after))) return after;
    if (await table.swap({ ...key, ...after }, before)) return after;
  }
  throw new Error(`the lease of ${district} was changed ${TRIES} times while it was read`);
}

const leaseOf = (item: Item): Lease => ({ run: String(item["run"]), until: String(item["until"]) });
const isSame = (a: Lease, b: Lease): boolean => a.run === b.run && a.until === b.until;

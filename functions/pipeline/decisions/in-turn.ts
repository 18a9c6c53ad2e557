import type { DistrictId } from "../../domain/ids.ts";

/** For each district, the last task that was started in this process. */
const last = new Map<DistrictId, Promise<unknown>>();

/**
 * Runs the tasks of a district one after the other, so that a form that is sent twice sees what its
 * first sending recorded. Across two machines, the later one fails because the version in use has
 * changed (see `conform`).
 */
export async function inTurn<T>(district: DistrictId, act: () => Promise<T>): Promise<T> {
  const before = last.get(district) ?? Promise.resolve();
  const own = before.then(act, act);
  const finished = own.catch(() => undefined);
  last.set(district, finished);
  try {
    return await own;
  } finally {
    if (last.get(district) === finished) last.delete(district);
  }
}

import type { DistrictId } from "../../domain/ids.ts";

/** By district the last of what is under way here. */
const last = new Map<DistrictId, Promise<unknown>>();

/**
 * Does one thing of a district after the other, so that a form that is sent twice finds what it has
 * recorded. Of two machines the later is refused by the version in use (see `conform`).
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

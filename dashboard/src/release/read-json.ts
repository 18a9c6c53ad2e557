/** Nobody is signed in, or the reader may not see it. */
const REFUSALS: readonly number[] = [401, 403];

/** What a reader may not see, in the words of whoever decides that. */
export class Refused extends Error {}

/** @throws Refused where the reader may not see it, Error where it cannot be read */
export async function readJson<T>(address: URL): Promise<T>;
export async function readJson<T>(address: URL, absence: "may be missing"): Promise<T | null>;
export async function readJson<T>(address: URL, absence?: "may be missing"): Promise<T | null> {
  const response = await fetch(address);
  if (absence && response.status === 404) return null;
  if (REFUSALS.includes(response.status)) throw new Refused(await response.text());
  if (!response.ok) throw new Error(`${address.pathname} answered ${response.status}`);
  return (await response.json()) as T;
}

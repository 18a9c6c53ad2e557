import type { ObjectStore } from "./ports.ts";

/** The JSON under a key; null where nothing is there. */
export async function readJson<T>(store: ObjectStore, key: string): Promise<T | null> {
  const bytes = await store.get(key);
  return bytes === null ? null : parsedJson<T>(bytes, key);
}

/**
 * The JSON that is stored under a key.
 * @throws Error that names the key where it is none; what a parser says would repeat what is stored
 */
export function parsedJson<T>(bytes: Uint8Array, key: string): T {
  try {
    return JSON.parse(new TextDecoder().decode(bytes)) as T;
  } catch {
    throw new Error(
      `${key} is damaged, since it is not the JSON that was written: put it back from a backup, then try again`,
    );
  }
}

/** A value as it is stored: JSON that a person can read, with a line end. */
export const jsonBytes = (value: unknown): Uint8Array =>
  new TextEncoder().encode(`${JSON.stringify(value, null, 2)}\n`);

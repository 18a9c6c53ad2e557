import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { errorCode } from "./error-code.ts";
import { DRAFTS } from "./folder-drafts.ts";

/** All keys of a bucket folder that begin with the prefix, in code-unit order; none where it does not exist. */
export async function listFolder(root: string, prefix: string): Promise<string[]> {
  const keys: string[] = [];
  const folder = prefix.slice(0, prefix.lastIndexOf("/") + 1);
  if (!folder.startsWith(`${DRAFTS}/`)) await collect(root, folder, prefix, keys);
  return keys.sort();
}

/** `folder` is empty or ends in a slash; its own part of the prefix is met already. */
async function collect(
  root: string,
  folder: string,
  prefix: string,
  keys: string[],
): Promise<void> {
  const entries = await readdir(join(root, folder), { withFileTypes: true }).catch(noneWhenAbsent);
  const folders: string[] = [];
  for (const entry of entries) {
    const key = folder + entry.name;
    if (entry.isDirectory()) {
      const inner = `${key}/`;
      if (inner.startsWith(prefix) && key !== DRAFTS) folders.push(inner);
    } else if (key.startsWith(prefix)) {
      keys.push(key);
    }
  }
  await Promise.all(folders.map((inner) => collect(root, inner, prefix, keys)));
}

function noneWhenAbsent(error: unknown): [] {
  if (["ENOENT", "ENOTDIR"].includes(errorCode(error))) return [];
  throw error;
}

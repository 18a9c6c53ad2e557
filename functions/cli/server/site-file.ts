import { readFile } from "node:fs/promises";
import { extname, join } from "node:path";
import { tableContentType } from "../../releases/files/content-type.ts";

/** What a built site and the published releases hold. */
const TYPES: { readonly [extension: string]: string } = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
};

export interface SiteFile {
  readonly bytes: Buffer;
  readonly type: string;
}

/**
 * The file of a folder that answers a path: `/` is `/index.html`, and `/compliance` is
 * `/compliance.html`. Null where there is none.
 * @param path as `plainPath` lets it pass
 */
export async function siteFile(folder: string, path: string): Promise<SiteFile | null> {
  const names = path.endsWith("/") ? [`${path}index.html`] : [path, `${path}.html`];
  for (const name of names) {
    const bytes = await readOrNull(join(folder, name));
    if (bytes !== null) {
      const type = tableContentType(name, bytes) ?? TYPES[extname(name)];
      return { bytes, type: type ?? "application/octet-stream" };
    }
  }
  return null;
}

async function readOrNull(path: string): Promise<Buffer | null> {
  try {
    return await readFile(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== undefined && ABSENT.has(code)) return null;
    throw error;
  }
}

/** No such file; a file where a folder should be; a folder; a name that no file can have. */
const ABSENT: ReadonlySet<string> = new Set(["ENOENT", "ENOTDIR", "EISDIR", "ENAMETOOLONG"]);

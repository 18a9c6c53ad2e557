import { open, readFile } from "node:fs/promises";
import { extname, join } from "node:path";
import { tableContentType } from "../../../releases/files/content-type.ts";
import type { Content } from "./sent-content.ts";

/** The types of the files of a built site and of published releases, other than tables. */
const TYPES: { readonly [extension: string]: string } = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
};

/** A file. If another one of the same name replaces it, the identity changes. */
export type SiteFile = Content & { readonly identity: string };

/**
 * The file of a folder that answers a path: `/` is `/index.html`, and `/requirements` is
 * `/requirements.html`. Null where there is none.
 * @param path as `plainPath` lets it pass
 */
export async function siteFile(folder: string, path: string): Promise<SiteFile | null> {
  const names = path.endsWith("/") ? [`${path}index.html`] : [path, `${path}.html`];
  for (const name of names) {
    const file = await fileOrNull(join(folder, name));
    if (file !== null) return file;
  }
  return null;
}

async function fileOrNull(path: string): Promise<SiteFile | null> {
  try {
    const handle = await open(path);
    try {
      const stat = await handle.stat({ bigint: true });
      if (!stat.isFile()) return null;
      const { dev, ino, mtimeNs, size } = stat;
      const { buffer: begin } = await handle.read(new Uint8Array(BEGIN), 0, BEGIN, 0);
      return {
        type: tableContentType(path, begin) ?? TYPES[extname(path)] ?? "application/octet-stream",
        size: Number(size),
        identity: [dev, ino, mtimeNs, size].join("-"),
        read: () => readFile(path),
      };
    } finally {
      await handle.close();
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== undefined && ABSENT.has(code)) return null;
    throw error;
  }
}

/** The first bytes of a file that show its format. */
const BEGIN = 8;

/**
 * Errors that say that there is no such file: none of the name, a file where a folder should be, a
 * folder, or a name that no file can have.
 */
const ABSENT: ReadonlySet<string> = new Set(["ENOENT", "ENOTDIR", "EISDIR", "ENAMETOOLONG"]);

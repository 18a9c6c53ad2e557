import type { DataPackage } from "./data-package.ts";
import type {
  Districts,
  Latest,
  ReleaseManifest,
} from "../../../functions/releases/manifest/manifest.ts";
import type { PageTable, RowsByTable } from "./rows-by-table.ts";

/** One release as a page reads it. */
export interface Release {
  readonly districts: Districts["districts"];
  readonly latest: Latest;
  readonly manifest: ReleaseManifest;
  /** The folder of the release: the address against which its files are found. */
  readonly folder: URL;
  readonly dictionary: DataPackage | null;
  /** The rows of a table that the page asked for. */
  rows<N extends PageTable>(name: N): readonly RowsByTable[N][];
}

/** What a page asks a release for, and no more. */
export interface Wanted {
  readonly tables: readonly PageTable[];
  /** Tables that it draws under some mandates alone. */
  readonly moreTables?: (manifest: ReleaseManifest) => readonly PageTable[];
  readonly isDictionaryWanted?: boolean;
}

export const tablesWanted = (
  { tables, moreTables }: Wanted,
  manifest: ReleaseManifest,
): readonly PageTable[] => [...tables, ...(moreTables?.(manifest) ?? [])];

/** What a page has to draw: a release, or the words for why there is none. */
export type Opened =
  | { readonly state: "ready"; readonly release: Release }
  | { readonly state: "no-district" }
  | {
      readonly state: "unknown-district";
      readonly district: string;
      readonly districts: Districts["districts"];
    }
  | { readonly state: "unknown-release"; readonly release: string; readonly latest: Latest }
  /** Published before a table that the page draws was there. */
  | {
      readonly state: "older-release";
      readonly latest: Latest;
      readonly manifest: ReleaseManifest;
    }
  /** Not shown to this reader, in the words of whoever decides that: in the console alone. */
  | { readonly state: "refused"; readonly words: string }
  | { readonly state: "failed"; readonly what: string };

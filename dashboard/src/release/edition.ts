import type {
  Districts,
  EditionShown,
  Latest,
  ReleaseManifest,
} from "../../../functions/releases/manifest/manifest.ts";
import type { SCREEN_FORM } from "../../../functions/releases/overview/overview.ts";
import type { PageTable, RowsByTable } from "./rows-by-table.ts";

/** What every first screen says of the edition that it is of. */
export interface AboutEdition {
  readonly screenForm: typeof SCREEN_FORM;
  readonly edition: "staff" | "public";
  readonly scope?: EditionShown;
  readonly release: string;
  readonly district: { readonly id: string; readonly name: string };
  readonly schoolYear: string;
  readonly asOf: string;
  readonly definitionVersion: string;
  readonly smallestGroup: number;
}

/** One edition as a page reads it: its first screen at once, the rest when it is asked for. */
export interface Edition<Screen extends AboutEdition = AboutEdition> {
  readonly districts: Districts["districts"];
  readonly latest: Latest;
  /** The address against which its files are found. */
  readonly folder: URL;
  readonly screen: Screen;
  readonly manifest: () => Promise<ReleaseManifest>;
  /** The rows of a table; none where the edition has no such table. */
  readonly rows: <N extends PageTable>(name: N) => Promise<readonly RowsByTable[N][]>;
}

/** What a page has to draw: an edition, or why there is none. */
export type Opened<Screen extends AboutEdition> =
  | { readonly state: "ready"; readonly edition: Edition<Screen> }
  | { readonly state: "no-district" }
  | {
      readonly state: "unknown-district";
      readonly district: string;
      readonly districts: Districts["districts"];
    }
  | { readonly state: "unknown-release"; readonly release: string; readonly latest: Latest }
  | { readonly state: "unknown-school"; readonly school: string; readonly latest: Latest }
  /** Published before pages had a first screen. */
  | { readonly state: "older-release"; readonly latest: Latest; readonly asOf: string }
  /** Not shown to this reader, in the words of whoever decides that: in the console alone. */
  | { readonly state: "refused"; readonly words: string }
  | { readonly state: "failed"; readonly what: string };

/** Whether every figure is exact: the staff edition, as whoever may see the whole district sees it. */
export const isWhollyExact = ({ edition, scope }: AboutEdition): boolean =>
  edition === "staff" && (scope === undefined || scope.exactSchools === null);

/** Whether a place has what the staff edition alone has; the others have what the public release has. */
export const isExactPlace = (
  { edition, scope }: AboutEdition,
  { level, school }: { readonly level: string; readonly school: string },
): boolean =>
  edition === "staff" &&
  (scope === undefined ||
    scope.exactSchools === null ||
    (level === "school" && scope.exactSchools.includes(school)));

import { rates } from "../releases/tables/rates.ts";
import type { Finding } from "./reading/finding.ts";
import type { ReadRelease, SeenRow } from "./reading/read-release.ts";

/** The rates that releases of the school year before showed, as text with the day of each. */
export type PublishedBefore = ReadonlySet<string>;

export const publishedBefore = (releases: readonly ReadRelease[]): PublishedBefore =>
  new Set(
    releases.flatMap(({ manifest, tables }) =>
      (tables["rates"] ?? []).map((row) => textOf(manifest.asOf, row)),
    ),
  );

/**
 * The rates of the year before are public already, so only a row that no release of that year
 * showed reveals something more.
 */
export const notAsPublished = (
  { tables }: ReadRelease,
  published: PublishedBefore,
): readonly Finding[] =>
  (tables["last-year"] ?? [])
    .filter((row) => !published.has(textOf(String(row["asOf"]), row)))
    .map((row) => ({
      kind: "exact-number",
      where: `last-year of ${String(row["measure"])} ${String(row["school"])} ${String(row["group"])} ${String(row["asOf"])}: not what was published then`,
    }));

const textOf = (asOf: string, row: SeenRow): string =>
  JSON.stringify([asOf, ...rates.columns.map(({ name }) => row[name] ?? null)]);

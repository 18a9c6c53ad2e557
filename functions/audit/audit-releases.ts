import { boundCounts } from "./bound-counts.ts";
import { drawingsOfYear } from "./drawings-of-year.ts";
import { knownNumbers } from "./explained-numbers.ts";
import type { Finding } from "./reading/finding.ts";
import { notAsPublished, publishedBefore } from "./last-year-as-published.ts";
import type { LinearSolver } from "./linear-solver.ts";
import { readRelease, type PublishedFiles } from "./reading/read-release.ts";
import { relationsOf } from "./relations.ts";
import { seenBars } from "./seen-bars.ts";
import { strictManifest } from "./strict-manifest.ts";
import { strictScreens } from "./screens/strict-screens.ts";
import { strictRows } from "./strict-rows.ts";

/** The result of the attack on one release. */
export interface ReleaseAudit {
  readonly release: string;
  readonly asOf: string;
  readonly bars: number;
  /** Counts that were bounded: parts of bars, and of groups that a subtraction isolates. */
  readonly counts: number;
  /** Empty where no number is out of place and no count was bounded more narrowly than policy. */
  readonly findings: readonly Finding[];
}

/** The result of the attack on the releases of one school year. */
export interface YearAudit {
  readonly releases: readonly ReleaseAudit[];
  /** Counts at each drawing of each bar, and for how many of them only one value is possible. */
  readonly drawn: number;
  readonly exact: number;
  /** What all drawings of the year together reveal. */
  readonly findings: readonly Finding[];
}

/**
 * Attacks the releases of a school year as somebody does who has every byte of them and knows how they
 * are protected, but neither the records nor the secret: values that should not be there, what the
 * drawings of each bar tell together, and what the bars of one release tell about each other.
 * @param releases the files of each, in the order of their days
 * @param yearBefore the files of the releases of the school year before, which anybody has too
 * @param texts fixed texts of the program with digits in them
 */
export function auditReleases(
  releases: readonly PublishedFiles[],
  yearBefore: readonly PublishedFiles[],
  texts: readonly string[],
  solve: LinearSolver,
): YearAudit {
  const read = releases.map((files) => {
    const { release, findings } = readRelease(files);
    return { release, findings, bars: seenBars(release) };
  });
  const before = publishedBefore(yearBefore.map((files) => readRelease(files).release));
  const days = new Set(read.map(({ release }) => release.manifest.asOf));
  const year = drawingsOfYear(
    read.map(({ release: { manifest }, bars }) => ({
      release: manifest.release,
      asOf: manifest.asOf,
      definitions: manifest.definitionVersion,
      bars,
    })),
  );
  return {
    releases: read.map(({ release, findings, bars }) => {
      const { manifest } = release;
      const numbers = knownNumbers(release, texts);
      const bounded = boundCounts(
        manifest.asOf,
        bars,
        relationsOf(release, bars),
        solve,
        year.possible,
      );
      return {
        release: manifest.release,
        asOf: manifest.asOf,
        bars: bars.length,
        counts: bounded.counts,
        findings: [
          ...findings,
          ...strictManifest(release, numbers),
          ...strictScreens(release),
          ...strictRows(release, numbers, days),
          ...notAsPublished(release, before),
          ...bounded.findings,
        ],
      };
    }),
    drawn: year.counts,
    exact: year.exact,
    findings: year.findings,
  };
}

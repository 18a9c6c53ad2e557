import { LANDMARK_DAY, MINIMUM_DAYS_AFTER } from "../metrics/cube/attendance-association.ts";
import { METRICS } from "../metrics/measures/metrics.ts";
import { protectionStatement } from "../protection/protection-policy.ts";
import { unexplained, type KnownNumbers } from "./explained-numbers.ts";
import type { Finding } from "./reading/finding.ts";
import { hasOnlyNumbersOf } from "./reading/numbers-of-definitions.ts";
import { leavesOf } from "./screens/leaves.ts";
import type { ReadRelease } from "./reading/read-release.ts";
import { ORDERS } from "./strict-rows.ts";

/** Numbers of a manifest that are not about students. */
const NUMBERS =
  /^(format|mandate\.(version|entrantGraceDays)|measures\.\d+\.version|protection\.smallestGroup|landmark\.(instructionalDay|minimumDaysAfter)|tables\.\d+\.rows)$/;
/** Texts that name something, are compared below, or are quoted from the law. */
const NAMES =
  /^(edition|release|district\.(id|name)|schoolYear|asOf|definitionVersion|previousRelease|trend\.(startsOn|otherDefinitionsOn)|schools\.\d+\.(id|name)|mandate\..*|measures\..*|protection\.statement|tables\.\d+\.(name|arrow|csv|parquet|sha256)|sources\.\d+\.kind)$/;
const RECORDS = /^(sources\.\d+\.records|reading\.absencesOutside)$/;

/**
 * Checks that every number and text of a manifest may be public. The law's own text is taken as it
 * is.
 */
export function strictManifest(
  release: ReadRelease,
  knownNumbers: KnownNumbers,
): readonly Finding[] {
  const { manifest, tables } = release;
  // Messages are checked together with the first screens, which repeat them.
  const { messages: _strictScreens, ...others } = manifest;
  const findings: Finding[] = leavesOf(others).flatMap(([path, value]): readonly Finding[] => {
    const isAllowed =
      typeof value === "number"
        ? NUMBERS.test(path)
        : typeof value !== "string" ||
          NAMES.test(path) ||
          (RECORDS.test(path) ? ORDERS.test(value) : unexplained(value, knownNumbers) === null);
    return isAllowed ? [] : [{ kind: "exact-number", where: `manifest.json: ${path}` }];
  });
  const { protection, landmark, measures } = manifest;
  const isConstant =
    hasOnlyNumbersOf(METRICS, measures) &&
    hasOnlyNumbersOf(
      protectionStatement({ ...protection, calendar: "monthly" }),
      protection.statement,
    ) &&
    landmark.instructionalDay === LANDMARK_DAY &&
    landmark.minimumDaysAfter === MINIMUM_DAYS_AFTER &&
    manifest.tables.every(({ name, rows }) => tables[name]?.length === rows);
  if (!isConstant) {
    findings.push({
      kind: "exact-number",
      where: "manifest.json: what is the same for every district",
    });
  }
  return findings;
}

/** Numbers of `latest.json` and of the list of districts. There are none: days are text. */
export function strictPointer(name: string, pointer: unknown): readonly Finding[] {
  return leavesOf(pointer).flatMap(([path, value]): readonly Finding[] => {
    const isAllowed =
      typeof value === "number"
        ? path === "staleAfterDays"
        : /^((releases\.\d+\.)?(release|asOf|path)|publishedAt|nextDueOn|calendar|(district|districts\.\d+)\.(id|name))$/.test(
            path,
          ) || value === null;
    return isAllowed ? [] : [{ kind: "exact-number", where: `${name}: ${path}` }];
  });
}

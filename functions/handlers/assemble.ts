import { METRICS, recordsKeys } from "../layout.ts";
import { conform } from "../pipeline/conform/conform.ts";
import { conformedInForce } from "../pipeline/conform/conformed-in-force.ts";
import type { ConformedFile } from "../conformed/conformed-manifest.ts";
import { jsonBytes } from "../pipeline/stored-json.ts";
import { cloudTable, recordsStore } from "./cloud-places.ts";
import { count, log, loggedProgress } from "./run-log.ts";
import { runStep } from "./run-step.ts";

interface AssembleEvent {
  readonly run: string;
  /** Also use the files that wait because they would remove many records. */
  readonly acceptRemovals: boolean;
}

/** Joins what was read into the district's conformed version, and lists its schools. */
export const handler = runStep(async ({ run, acceptRemovals }: AssembleEvent, district) => {
  const records = recordsStore();
  const before = await conformedInForce(records, district);
  const conformed = await conform(
    district,
    { name: null, acceptRemovals: acceptRemovals && "waiting" },
    { records, table: cloudTable() },
    loggedProgress,
  );
  const files = conformed.kind === "conformed" ? conformed.manifest.files : conformed.files;
  tellOfFiles(district, files, new Set(before?.files.map(({ sha256 }) => sha256)));
  if (conformed.kind !== "conformed") throw new NoSchool();
  const { version, schools } = conformed.manifest;
  const { madeAgain, notCompared } = conformed;
  if (madeAgain > 0 || notCompared.length > 0) {
    log.warn("stored records were damaged", { district, madeAgain, notCompared });
  }
  const list = schools.map(({ id }) => ({ school: id }));
  const schoolsKey = recordsKeys.run(district, run, "schools.json");
  await records.put(schoolsKey, jsonBytes(list), "application/json");
  log.info("conformed", { district, version, schools: list.length });
  return { version, schoolsKey };
});

/** No usable file was sent: the earlier edition remains the current one. */
class NoSchool extends Error {
  constructor() {
    super("the files in use have no school with an enrolled student");
    this.name = "NoSchool";
  }
}

/**
 * Counts the files that need a person's attention. A file that an earlier version stands in for is
 * counted every night. A file in an unknown format, which nothing depends on, is counted in the
 * night in which it arrived.
 */
function tellOfFiles(
  district: string,
  files: readonly ConformedFile[],
  storedKeys: ReadonlySet<string>,
): void {
  const of = (...outcomes: readonly ConformedFile["outcome"][]): readonly ConformedFile[] =>
    files.filter(({ outcome }) => outcomes.includes(outcome));
  const unknown = of("not-recognized").filter(({ sha256 }) => !storedKeys.has(sha256));
  count(district, METRICS.filesWaiting, of("waiting").length);
  count(
    district,
    METRICS.filesNotUsable,
    of("stopped", "refused", "unreadable").length + unknown.length,
  );
}

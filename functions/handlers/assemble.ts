import { METRICS, recordsKeys } from "../layout.ts";
import { conform } from "../pipeline/conform.ts";
import { jsonBytes, type ConformedFile } from "../pipeline/conformed-manifest.ts";
import { cloudTable, recordsStore } from "./cloud-places.ts";
import { count, log, loggedProgress } from "./run-log.ts";
import { runStep } from "./run-step.ts";

interface AssembleEvent {
  readonly run: string;
  /** Take also files that would remove many. */
  readonly acceptRemovals: boolean;
}

/** Joins what was read into the district's conformed version, and lists its schools. */
export const handler = runStep(async ({ run, acceptRemovals }: AssembleEvent, district) => {
  const records = recordsStore();
  const conformed = await conform(
    district,
    { name: null, acceptRemovals },
    { records, table: cloudTable() },
    loggedProgress,
  );
  const files = conformed.kind === "conformed" ? conformed.manifest.files : conformed.files;
  tellOfFiles(district, files);
  if (conformed.kind !== "conformed") throw new NoSchool();
  const { version, schools } = conformed.manifest;
  const list = schools.map(({ id }) => ({ school: id }));
  const schoolsKey = recordsKeys.run(district, run, "schools.json");
  await records.put(schoolsKey, jsonBytes(list), "application/json");
  log.info("conformed", { district, version, schools: list.length });
  return { version, schoolsKey };
});

/** Nothing usable was handed in: the edition of before stays. */
class NoSchool extends Error {
  constructor() {
    super("the files in force hold no school with an enrolled student");
    this.name = "NoSchool";
  }
}

function tellOfFiles(district: string, files: readonly ConformedFile[]): void {
  const of = (...outcomes: readonly ConformedFile["outcome"][]): number =>
    files.filter(({ outcome }) => outcomes.includes(outcome)).length;
  count(district, METRICS.filesWaiting, of("waiting"));
  count(district, METRICS.filesNotUsable, of("stopped", "unreadable", "not-recognised"));
}

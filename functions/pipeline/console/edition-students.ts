import type { Day } from "../../domain/calendar/day.ts";
import { grouped } from "../../domain/text/grouped.ts";
import { recordsKeys } from "../../layout.ts";
import type { RequirementSummary } from "../../releases/manifest/mandate-summary.ts";
import { readStudents } from "../../reports/students/read-students.ts";
import type { StudentRow } from "../../reports/students/students-table.ts";
import { staffManifest } from "../release/staff-editions.ts";
import type { ObjectStore } from "../ports.ts";
import type { ConsoleCase } from "./console-case.ts";

/** The students of the current staff edition. */
export interface EditionStudents {
  readonly edition: string;
  readonly asOf: Day;
  readonly requirements: readonly RequirementSummary[];
  readonly rows: readonly StudentRow[];
  readonly bySchool: ReadonlyMap<string, readonly StudentRow[]>;
}

/** For each district, the last edition that was read. An edition never changes under its name. */
const KEPT = new WeakMap<ObjectStore, Map<string, Promise<EditionStudents>>>();

/**
 * The students of the current staff edition; null before the first. The edition is read once and kept,
 * since each page, each filter and each further part of a list asks for it.
 */
export async function editionStudents({
  places: { records },
  who: { district },
  latest,
}: Pick<ConsoleCase, "places" | "who" | "latest">): Promise<EditionStudents | null> {
  if (latest === null) return null;
  const folder = recordsKeys.staffEdition(district, latest.edition);
  const ofStore = KEPT.get(records) ?? new Map<string, Promise<EditionStudents>>();
  KEPT.set(records, ofStore);
  const kept = ofStore.get(folder);
  if (kept !== undefined) return kept;
  const reading = readEdition(records, district, latest.edition, folder);
  for (const other of ofStore.keys()) {
    if (other.startsWith(recordsKeys.staffEditions(district))) ofStore.delete(other);
  }
  ofStore.set(folder, reading);
  // After an error, the next request tries again.
  reading.catch(() => ofStore.delete(folder));
  return reading;
}

async function readEdition(
  records: ObjectStore,
  district: ConsoleCase["who"]["district"],
  edition: string,
  folder: string,
): Promise<EditionStudents> {
  const { mandate, asOf } = await staffManifest(records, district, edition);
  const bytes = await records.get(`${folder}students.arrow`);
  if (bytes === null) throw new Error(`no students under ${folder}`);
  const rows = readStudents(bytes, mandate);
  return {
    ...{ edition, rows, asOf: asOf as Day, requirements: mandate.requirements },
    bySchool: grouped(rows, ({ school }) => school),
  };
}

import { createHash } from "node:crypto";
import { namesSeen } from "../../access/seen-schools.ts";
import type { TableDefinition } from "../../domain/records/table-definition.ts";
import { publicKeys, recordsKeys } from "../../layout.ts";
import { fromArrow } from "../../releases/files/arrow-rows.ts";
import { dataPackage, packageTitle, tablePaths } from "../../releases/files/data-package.ts";
import { tableBytes, type TableFormat } from "../../releases/files/render-release.ts";
import type { ReleaseManifest } from "../../releases/manifest/manifest.ts";
import { say } from "../../releases/words/message.ts";
import { firstScreens, type FirstScreen } from "../../releases/overview/first-screens.ts";
import { isBySchool, scopedRows } from "../../releases/figures/scoped-rows.ts";
import { STAFF_TABLES, TABLES } from "../../releases/tables/tables.ts";
import { releaseBeside, type ReleaseBeside } from "../release/release-beside.ts";
import { staffManifest } from "../release/staff-editions.ts";
import type { ConsoleCase } from "./console-case.ts";

/**
 * A staff edition as one reader sees it: some schools exactly, the district and all other schools as
 * the last public release up to the edition's day has them. Nothing of it is stored.
 */
export interface ScopedEdition {
  readonly manifest: () => Promise<ReleaseManifest>;
  /** The data dictionary of the tables as they are shown. */
  readonly dataPackage: () => Promise<unknown>;
  readonly table: (name: string) => Promise<ScopedTable | null>;
  /** The files that a page reads before any table. */
  readonly firstScreens: () => Promise<readonly FirstScreen[]>;
}

/** One table with the definition that its rows follow. */
export interface ScopedTable {
  readonly definition: TableDefinition;
  readonly rows: readonly object[];
}

interface Source {
  readonly manifest: ReleaseManifest;
  readonly read: (file: string) => Promise<Uint8Array | null>;
}

/** @throws when there is no such edition */
export async function scopedEdition(of: ConsoleCase, edition: string): Promise<ScopedEdition> {
  const { places, who, exact } = of;
  const staff: Source = {
    manifest: await staffManifest(places.records, who.district, edition),
    read: (file) => places.records.get(recordsKeys.staffEdition(who.district, edition) + file),
  };
  const beside = await releaseBeside(places.public, who.district, staff.manifest);
  const released = beside.state === "comparable" ? releasedSource(of, beside.manifest) : null;
  const exactSchools = new Set(exact.schools);
  const table = (name: string) => scopedTable(name, staff, released, exactSchools);
  const aboutShown = scopedManifest(staff.manifest, beside, of);
  return { manifest: manifestOf, dataPackage: dataPackageOf, table, firstScreens: screensOf };

  async function screensOf(): Promise<readonly FirstScreen[]> {
    const shown = await Promise.all(
      staff.manifest.tables.map(async ({ name }) => [name, (await table(name))?.rows] as const),
    );
    const rows = new Map<string, readonly object[] | undefined>(shown);
    return firstScreens(aboutShown, (name) => rows.get(name));
  }

  async function dataPackageOf(): Promise<unknown> {
    const shown = await Promise.all(staff.manifest.tables.map(({ name }) => table(name)));
    return dataPackage(
      edition,
      packageTitle(staff.manifest),
      shown.flatMap((scoped) => (scoped === null ? [] : [scoped.definition])),
    );
  }

  async function manifestOf(): Promise<ReleaseManifest> {
    const tables = await Promise.all(
      staff.manifest.tables.map(async (summary) => {
        const scoped = await table(summary.name);
        return scoped === null
          ? []
          : [
              {
                ...{ ...summary, ...tablePaths(summary.name) },
                ...{ rows: scoped.rows.length, sha256: sha256(bytesOf(scoped, "arrow")) },
              },
            ];
      }),
    );
    return {
      ...aboutShown,
      tables: tables.flat(),
    };
  }
}

const releasedSource = ({ places, who }: ConsoleCase, manifest: ReleaseManifest): Source => ({
  manifest,
  read: (file) => places.public.get(publicKeys.release(who.district, manifest.release) + file),
});

async function scopedTable(
  name: string,
  staff: Source,
  released: Source | null,
  exactSchools: ReadonlySet<string>,
): Promise<ScopedTable | null> {
  const exact = STAFF_TABLES.find((definition) => definition.name === name);
  if (exact === undefined) return null;
  const open: TableDefinition | undefined = TABLES.find((definition) => definition.name === name);
  const bytes = open === undefined ? null : ((await released?.read(`${name}.arrow`)) ?? null);
  const shown = bytes === null || open === undefined ? null : fromArrow(open, bytes);
  if (!isBySchool(exact)) {
    // It is about the district alone, and so everybody sees the same.
    return shown === null || open === undefined ? null : { definition: open, rows: shown };
  }
  const own = await staff.read(`${name}.arrow`);
  if (own === null) return null;
  const isCompared = open !== undefined && released !== null;
  const rows = scopedRows(
    exact,
    fromArrow(exact, own),
    isCompared ? (shown ?? []) : open === undefined ? [] : null,
    exactSchools,
  );
  return { definition: exact, rows };
}

/**
 * What the edition says of the district is what everybody reads; what it says of the reader's
 * schools is exact.
 */
function scopedManifest(
  staff: ReleaseManifest,
  beside: ReleaseBeside,
  { exact, schools, reader }: ConsoleCase,
): ReleaseManifest {
  const exactNames = exact.schools.map(
    (id) => schools.find((school) => school.id === id)?.name ?? id,
  );
  const released = beside.state === "comparable" ? beside.manifest : null;
  const releasedOtherwiseOn = beside.state === "made-otherwise" ? beside.asOf : null;
  const none = [say("district-not-public", { exactPlaces: exactNames, releasedOtherwiseOn })];
  const district = released?.messages ?? {
    ...{ kept: none, transitions: none, attendance: none, reviews: none, records: none },
    ...{ changes: [], schools: {} },
  };
  const own = Object.entries(staff.messages.schools).filter(([id]) => exact.schools.includes(id));
  const { notCollected: _exactCount, ...reading } = released?.reading ?? {
    absencesOutside: null,
    hasUndatedEnrollments: staff.reading.hasUndatedStays ?? staff.reading.hasUndatedEnrollments,
  };
  return {
    ...staff,
    previousRelease: released?.previousRelease ?? null,
    messages: { ...district, schools: { ...district.schools, ...Object.fromEntries(own) } },
    sources: released?.sources ?? [],
    reading,
    scope: {
      exactSchools: exact.schools,
      exactNames,
      because: exact.because,
      names: namesSeen(reader),
      publicRelease: released?.release ?? null,
      publicAsOf: released?.asOf ?? null,
    },
  };
}

const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

/** A table as a reader sees it, in one format. */
export const bytesOf = ({ definition, rows }: ScopedTable, format: TableFormat): Uint8Array =>
  tableBytes(definition, rows, format);

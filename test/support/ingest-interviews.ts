/** Run on its own in a copy of the project that has the type of record: prints what its records come to. */
import { readFileSync } from "node:fs";
import type { ConformedTable } from "../../functions/domain/record-types/conformed-tables.ts";
import { kindsRead } from "../../functions/editions/data-quality-tables.ts";
import { measuredRecordsChanged } from "../../functions/pipeline/release/records-changed-table.ts";
import { conformedRows } from "./conformed-rows.ts";
import { ingestFiles, oneTo, roster } from "./ingest-files.ts";
import { freshPlaces } from "./local-district.ts";

const [folder = "."] = process.argv.slice(2);
const textOf = (name: string): string => readFileSync(`${folder}/${name}`, "utf8");
const sent = ["ilp.profile.json", "interviews.csv"].map((name) => [name, textOf(name)] as const);

const places = await freshPlaces();
const before = await ingestFiles(places, roster(oneTo(3)));
const { manifest } = await ingestFiles(places, [...roster(oneTo(3)), ...sent]);
const own = ({ kind }: { readonly kind: string }): boolean => kind.startsWith("fernhill");
const changed = await measuredRecordsChanged(places.records, manifest, before.manifest.version);
console.log(
  JSON.stringify({
    rows: await conformedRows(places, manifest, "careerInterview" as ConformedTable),
    rejects: manifest.rejects
      .filter(own)
      .map(({ column, reason, disposition }) => [column, reason, disposition].join(" ").trim()),
    files: manifest.files.filter(own).map(({ records, accepted, contradicted }) => ({
      ...{ records, accepted, contradicted },
    })),
    names: kindsRead(manifest, "public").map(({ kindName }) => kindName),
    changed: changed.map(({ key, records }) => [key.tableName, key.changeName, records]),
  }),
);

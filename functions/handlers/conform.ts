import { districtId } from "../domain/ids.ts";
import { recordsKeys } from "../layout.ts";
import { conform } from "../pipeline/conform.ts";
import { jsonBytes } from "../pipeline/conformed-manifest.ts";
import { feeds } from "../pipeline/ledger.ts";
import { districtKinds } from "../pipeline/district-kinds.ts";
import { readStored } from "../pipeline/read-part.ts";
import { cloudTable, recordsStore } from "./cloud-places.ts";
import { log, loggedProgress } from "./run-log.ts";

interface ReadEvent {
  readonly BatchInput: { readonly phase: "read"; readonly district: string };
  readonly Items: readonly { readonly file: string; readonly sha256: string }[];
}
interface AssembleEvent {
  readonly phase: "assemble";
  readonly district: string;
  readonly run: string;
  readonly asOf: string;
  readonly mandate: string;
}

/** Reads a batch of files, or joins what was read into the district's conformed version. */
export async function handler(event: ReadEvent | AssembleEvent) {
  return "Items" in event ? read(event) : assemble(event);
}

async function read({ BatchInput, Items }: ReadEvent) {
  const district = districtId(BatchInput.district);
  const records = recordsStore();
  const table = cloudTable();
  const known = await feeds(table, district);
  const kinds = await districtKinds({ records, table }, district);
  const results = [];
  for (const { sha256 } of Items) {
    const feed = known.find(({ newest }) => newest.sha256 === sha256);
    if (feed === undefined) continue;
    const { reading } = await readStored(records, district, feed.newest, kinds);
    results.push({ sha256, outcome: reading.outcome, records: reading.records });
  }
  return { results };
}

async function assemble({ district: id, run, asOf, mandate }: AssembleEvent) {
  const district = districtId(id);
  const records = recordsStore();
  const conformed = await conform(
    district,
    { name: null, acceptRemovals: false },
    { records, table: cloudTable() },
    loggedProgress,
  );
  const schools =
    conformed.kind === "conformed"
      ? conformed.manifest.schools.map((one) => ({ school: one.id }))
      : [];
  const schoolsKey = recordsKeys.run(district, run, "schools.json");
  await records.put(schoolsKey, jsonBytes(schools), "application/json");
  const version = conformed.kind === "conformed" ? conformed.manifest.version : "";
  log.info("conformed", { district, version, schools: schools.length });
  return { district, asOf, mandate, version, schoolsKey, schools: schools.length };
}

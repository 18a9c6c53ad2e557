import { certifiedFile } from "../../functions/pipeline/state-reports/report-files.ts";
import type { CertifyAsked } from "../../functions/pipeline/state-reports/certify-report.ts";
import type { MadeReport } from "../../functions/pipeline/state-reports/make-report.ts";
import type { ObjectStore } from "../../functions/pipeline/ports.ts";
import type { Certificate } from "../../functions/reports/state/gate/certificate.ts";
import { FERNHILL } from "./ingest-files.ts";
import {
  COUNT_DAY,
  ingestPennsylvania,
  pennsylvania,
  publishCountDay,
} from "./pennsylvania-district.ts";
import { BENCHMARKS, CERTIFIED_AT, reportOf } from "./report-of.ts";

/** What a person asks who certifies Pennsylvania's benchmarks for the first time. */
export const ASKED: CertifyAsked = { by: "Avis Recht", at: CERTIFIED_AT, amends: null };
/** The name of their first certificate. */
export const V1 = "pa-career-standards-benchmark-2023-24-v1";
/** A month after they were certified. */
export const LATER = "2024-08-01T08:00:00.000Z";

export const benchmarks = (places: { readonly records: ObjectStore }): Promise<MadeReport> =>
  reportOf(places, FERNHILL, BENCHMARKS, COUNT_DAY);

/** The exports with one student's piece of evidence gone, and the day published again. */
export async function withFewerPieces(
  places: Awaited<ReturnType<typeof pennsylvania>>,
): Promise<void> {
  // Student 100 has eight pieces on eight days; three go, so that five are left.
  const three = /^100,portfolio,2023-1[01]-(?:02|16|30|13).*\n/gm;
  await ingestPennsylvania(places, "plan_components.csv", (text) => text.replace(three, ""));
  await publishCountDay(places);
}

export const bytesOf = async (records: ObjectStore, certificate: Certificate): Promise<string> =>
  Buffer.from((await certifiedFile(records, FERNHILL, certificate)).bytes).toString();

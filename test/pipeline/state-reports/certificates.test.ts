import { describe, expect, it } from "vitest";
import { recordsKeys } from "../../../functions/layout.ts";
import {
  allCertificates,
  certificatesOf,
} from "../../../functions/pipeline/state-reports/certificates.ts";
import { jsonBytes } from "../../../functions/pipeline/stored-json.ts";
import { FERNHILL } from "../../support/ingest-files.ts";
import { freshPlaces } from "../../support/local-district.ts";

describe("the certificates of a district", () => {
  it("are read the earliest first, of one report or of all", async () => {
    const { records } = await freshPlaces();
    for (const [report, certificate, certifiedAt] of [
      ["b", "b-v10", "2024-07-03T00:00:00.000Z"],
      ["b", "b-v9", "2024-07-02T00:00:00.000Z"],
      ["a", "a-v1", "2024-07-02T12:00:00.000Z"],
    ] as const) {
      const key = recordsKeys.certificate(FERNHILL, report, certificate);
      await records.put(key, jsonBytes({ report, certificate, certifiedAt }));
    }
    const names = (all: readonly { readonly certificate: string }[]) =>
      all.map(({ certificate }) => certificate);
    expect(names(await allCertificates(records, FERNHILL))).toEqual(["b-v9", "a-v1", "b-v10"]);
    expect(names(await certificatesOf(records, FERNHILL, "b"))).toEqual(["b-v9", "b-v10"]);
    expect(await certificatesOf(records, FERNHILL, "c")).toEqual([]);
  });
});

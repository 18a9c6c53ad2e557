import { expect, it } from "vitest";
import { certifiedReport } from "../../functions/console/certified-report.ts";
import type { Certificate } from "../../functions/reports/state/gate/certificate.ts";

const CERTIFICATE: Certificate = {
  ...{ certificate: "r-2021-22-v2", report: "r", title: "R", schoolYear: "2021-22", version: 2 },
  ...{ countDay: "2022-03-15", amends: "r-2021-22-v1", certifiedBy: "A. Person" },
  ...{ certifiedAt: "2022-03-16T08:00:00.000Z", expiresOn: "2024-03-15", checks: [] },
  madeFrom: { conformed: "c", mandate: "m", definitionVersion: "1", definition: "d" },
  profile: { records: 49, codes: {}, sums: {} },
  files: [{ name: "x.csv", sha256: "ab", bytes: 12 }],
  difference: { added: 1, removed: 0, changed: 2, byField: { answer: 2 } },
};

it("a certificate on a page has who, when, how many, the hash, and what an amendment changed", () => {
  expect(certifiedReport(CERTIFICATE)).toEqual({
    ...{ certificate: "r-2021-22-v2", report: "r", title: "R", schoolYear: "2021-22" },
    ...{ countDay: "2022-03-15", certifiedBy: "A. Person", expiresOn: "2024-03-15" },
    ...{ certifiedAt: "2022-03-16T08:00:00.000Z", records: 49 },
    amendment: "1 record added, 0 removed, 2 changed",
    files: [{ name: "x.csv", sha256: "ab" }],
  });
  expect(certifiedReport({ ...CERTIFICATE, difference: null }).amendment).toBe(null);
});

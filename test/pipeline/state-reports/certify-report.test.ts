import { describe, expect, it } from "vitest";
import { recordsKeys } from "../../../functions/layout.ts";
import { certifyReport } from "../../../functions/pipeline/state-reports/certify-report.ts";
import { allCertificates } from "../../../functions/pipeline/state-reports/certificates.ts";
import {
  certifiedFile,
  exportReport,
  removeExpired,
} from "../../../functions/pipeline/state-reports/report-files.ts";
import { sha256Of } from "../../../functions/hashing/sha256-of.ts";
import { day } from "../../../functions/domain/calendar/day.ts";
import {
  ASKED,
  benchmarks,
  bytesOf,
  LATER,
  V1,
  withFewerPieces,
} from "../../support/certified-benchmarks.ts";
import { FERNHILL } from "../../support/ingest-files.ts";
import { dyingAfter, Killed } from "../../support/killed-run.ts";
import { everything } from "../../support/local-district.ts";
import {
  COUNT_DAY,
  ingestPennsylvania,
  pennsylvania,
  publishCountDay,
} from "../../support/pennsylvania-district.ts";
import { BENCHMARKS, CERTIFIED_AT } from "../../support/report-of.ts";

describe("certifying a report", { timeout: 60_000 }, () => {
  it("keeps what it was made from, its checks, and the hash of each file", async () => {
    const { records } = await pennsylvania();
    const made = await benchmarks({ records });
    const certificate = await certifyReport(records, made, ASKED);
    expect(certificate).toMatchObject({
      certificate: V1,
      ...{ version: 1, amends: null, difference: null, schoolYear: "2023-24" },
      ...{ countDay: COUNT_DAY, certifiedBy: "Avis Recht", certifiedAt: CERTIFIED_AT },
      expiresOn: "2026-07-02",
      profile: { records: 27, codes: { INDICATOR: { Y: 18, N: 9 } } },
    });
    expect(certificate.files.map(({ name }) => name)).toEqual([
      "123456789_STUDENT_FACT_202407020930.csv",
      "records.json",
    ]);
    const { bytes } = await certifiedFile(records, FERNHILL, certificate);
    expect(sha256Of(bytes)).toBe(certificate.files[0]?.sha256);
    expect(JSON.stringify(certificate)).not.toMatch(/Alderfen|Birkenau|40000/);
  });

  it("again without a change is the certificate that is there, and the same bytes", async () => {
    const { records } = await pennsylvania();
    const first = await certifyReport(records, await benchmarks({ records }), ASKED);
    const before = await everything(records, "restricted/");
    const again = await certifyReport(records, await benchmarks({ records }), {
      ...{ by: "Somebody Else", at: LATER, amends: null },
    });
    expect(again).toEqual(first);
    expect(await everything(records, "restricted/")).toEqual(before);
  });

  it("is exported with the same bytes after the exports have changed", async () => {
    const places = await pennsylvania();
    const { records } = places;
    const certificate = await certifyReport(records, await benchmarks(places), ASKED);
    const sent = await bytesOf(records, certificate);
    await ingestPennsylvania(places, "students.text", (text) => text.replace("\t5\tS1", "\t\tS1"));
    const file = await exportReport(records, await benchmarks(places), LATER);
    expect(Buffer.from(file.bytes).toString()).toBe(sent);
    expect(file).toMatchObject({ name: certificate.files[0]?.name, certificate });
  });

  it("of a gate that is shut is refused with the checks that fail", async () => {
    const places = await pennsylvania();
    await ingestPennsylvania(places, "students.text", (text) => text.replace("\t5\tS1", "\t\tS1"));
    await publishCountDay(places);
    const made = await benchmarks(places);
    await expect(certifyReport(places.records, made, ASKED)).rejects.toThrow(
      "Every enrolled student has a grade level",
    );
    expect(await allCertificates(places.records, FERNHILL)).toEqual([]);
    expect(await places.records.list("restricted/fernhill/state-reports/")).toEqual([]);
  });

  it("does not hand out a certified file that was damaged, nor amend its records", async () => {
    const places = await pennsylvania();
    const { records } = places;
    const certificate = await certifyReport(records, await benchmarks(places), ASKED);
    const folder = recordsKeys.stateReport(FERNHILL, BENCHMARKS, V1);
    for (const key of await records.list(folder)) {
      if (key.endsWith("expires.json")) continue;
      const bytes = (await records.get(key))!.slice();
      bytes[9]! ^= 1;
      await records.put(key, bytes);
    }
    await expect(certifiedFile(records, FERNHILL, certificate)).rejects.toThrow(
      "is not the one that was certified: restore it from a backup",
    );
    await withFewerPieces(places);
    await expect(
      certifyReport(records, await benchmarks(places), { by: "B", at: LATER, amends: V1 }),
    ).rejects.toThrow("records.json of");
  });

  it.each([
    ["2026-07-01", true],
    ["2026-07-02", false],
    ["2026-07-03", false],
  ])("keeps its files on %s: %s, and its certificate for good", async (today, isKept) => {
    const places = await pennsylvania();
    const { records } = places;
    const certificate = await certifyReport(records, await benchmarks(places), ASKED);
    const removed = await removeExpired(records, FERNHILL, day(today));
    expect(removed).toBe(isKept ? 0 : 2);
    expect(await allCertificates(records, FERNHILL)).toEqual([certificate]);
    if (isKept) return;
    const { sha256 = "" } = certificate.files[0] ?? {};
    await expect(certifiedFile(records, FERNHILL, certificate)).rejects.toThrow(sha256);
    expect(await records.list("restricted/fernhill/state-reports/")).toEqual([]);
    await withFewerPieces(places);
    await expect(
      certifyReport(records, await benchmarks(places), { by: "B", at: LATER, amends: V1 }),
    ).rejects.toThrow("have expired, so nothing can amend it");
  });

  it("by two people at one moment gives one certificate of the same records", async () => {
    const { records } = await pennsylvania();
    const made = await benchmarks({ records });
    const [first, second] = await Promise.all([
      certifyReport(records, made, { ...ASKED, by: "A" }),
      certifyReport(records, made, { ...ASKED, by: "B" }),
    ]);
    expect(second).toEqual(first);
    expect(await allCertificates(records, FERNHILL)).toEqual([first]);
    await certifiedFile(records, FERNHILL, first);
  });

  it("by two people at one moment with other records leaves the files of the first as they were", async () => {
    const places = await pennsylvania();
    const { records } = places;
    const made = await benchmarks(places);
    await withFewerPieces(places);
    const other = await benchmarks(places);
    const both = await Promise.allSettled([
      certifyReport(records, made, { ...ASKED, by: "A" }),
      certifyReport(records, other, { ...ASKED, by: "B" }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(
      String(both.flatMap((end) => (end.status === "rejected" ? [end.reason] : []))),
    ).toContain("certified by somebody else at this moment");
    const [certificate] = await allCertificates(records, FERNHILL);
    await certifiedFile(records, FERNHILL, certificate!);
  });

  it("is no certificate where it was killed before its last write, and whole in the next run", async () => {
    const whole = await pennsylvania();
    const expected = await certifyReport(whole.records, await benchmarks(whole), ASKED);
    let killed = 0;
    for (let writes = 0; ; writes++) {
      const places = await pennsylvania();
      const made = await benchmarks(places);
      try {
        await certifyReport(dyingAfter(places, writes).records, made, ASKED);
        break;
      } catch (error) {
        if (!(error instanceof Killed)) throw error;
        killed++;
      }
      expect(await allCertificates(places.records, FERNHILL)).toEqual([]);
      expect(await certifyReport(places.records, made, ASKED)).toEqual(expected);
      expect(await everything(places.records, "restricted/")).toEqual(
        await everything(whole.records, "restricted/"),
      );
    }
    expect(killed).toBe(4);
  });
});

import { describe, expect, it } from "vitest";
import { recordsKeys } from "../../../functions/layout.ts";
import {
  certifyReport,
  isCertifiedAsItIs,
  type CertifyAsked,
} from "../../../functions/pipeline/state-reports/certify-report.ts";
import { sayOfReport } from "../../../functions/pipeline/state-reports/report-statements.ts";
import { allCertificates } from "../../../functions/pipeline/state-reports/certificates.ts";
import {
  certifiedFile,
  exportReport,
  removeExpired,
} from "../../../functions/pipeline/state-reports/report-files.ts";
import type { ReportDefinition } from "../../../functions/reports/state/definitions/report-definition.ts";
import { sha256Of } from "../../../functions/hashing/sha256-of.ts";
import type { MadeReport } from "../../../functions/pipeline/state-reports/make-report.ts";
import type { ObjectStore } from "../../../functions/pipeline/ports.ts";
import { day } from "../../../functions/domain/calendar/day.ts";
import type { Certificate } from "../../../functions/reports/state/gate/certificate.ts";
import { FERNHILL } from "../../support/ingest-files.ts";
import { dyingAfter, Killed } from "../../support/killed-run.ts";
import { everything } from "../../support/local-district.ts";
import {
  COUNT_DAY,
  ingestPennsylvania,
  pennsylvania,
  publishCountDay,
} from "../../support/pennsylvania-district.ts";
import { BENCHMARKS, CERTIFIED_AT, failing, reportOf } from "../../support/report-of.ts";

const ASKED: CertifyAsked = { by: "Avis Recht", at: CERTIFIED_AT, amends: null };
const V1 = "pa-career-standards-benchmark-2023-24-v1";
const LATER = "2024-08-01T08:00:00.000Z";

const benchmarks = (places: { readonly records: ObjectStore }): Promise<MadeReport> =>
  reportOf(places, FERNHILL, BENCHMARKS, COUNT_DAY);

/** The exports with one student's piece of evidence gone, and the day published again. */
async function withFewerPieces(places: Awaited<ReturnType<typeof pennsylvania>>): Promise<void> {
  // Student 100 has eight pieces on eight days; three go, so that five are left.
  const three = /^100,portfolio,2023-1[01]-(?:02|16|30|13).*\n/gm;
  await ingestPennsylvania(places, "plan_components.csv", (text) => text.replace(three, ""));
  await publishCountDay(places);
}

type Layout = NonNullable<ReportDefinition["layout"]>;

/** The report as another layout would have it written. */
const withLayout = (made: MadeReport, layout: Partial<Layout>): MadeReport => {
  const { context } = made.inHand;
  const definition = {
    ...context.definition,
    layout: { ...context.definition.layout!, ...layout } as Layout,
  };
  return { ...made, inHand: { ...made.inHand, context: { ...context, definition } } };
};

const bytesOf = async (records: ObjectStore, certificate: Certificate): Promise<string> =>
  Buffer.from((await certifiedFile(records, FERNHILL, certificate)).bytes).toString();

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

  it("is refused for another count of a certified year, until the certificate is named that it amends", async () => {
    const places = await pennsylvania();
    const { records } = places;
    const first = await certifyReport(records, await benchmarks(places), ASKED);
    const sent = await bytesOf(records, first);
    await withFewerPieces(places);
    const now = await benchmarks(places);
    await expect(certifyReport(records, now, { ...ASKED, at: LATER })).rejects.toThrow(
      `amend it with --amends ${V1}`,
    );
    await expect(
      certifyReport(records, now, { ...ASKED, amends: "plan-status-2023-24-v1" }),
    ).rejects.toThrow(`amend it with --amends ${V1}`);
    const second = await certifyReport(records, now, { by: "B", at: LATER, amends: V1 });
    expect(second).toMatchObject({
      ...{ version: 2, amends: V1 },
      difference: { added: 0, removed: 0, changed: 1, byField: { INDICATOR: 1 } },
    });
    const folder = recordsKeys.stateReport(FERNHILL, BENCHMARKS, second.certificate);
    const difference = Object.entries(await everything(records, folder)).find(([key]) =>
      key.endsWith("/difference.csv"),
    );
    expect(difference?.[1]).toBe(
      "school,student,change,field,before,after\r\nS1,100,changed,INDICATOR,Y,N\r\n".replaceAll(
        "\r\n",
        difference?.[1].includes("\r\n") === true ? "\r\n" : "\n",
      ),
    );
    expect(await bytesOf(records, first)).toBe(sent);
    expect(await bytesOf(records, second)).not.toBe(sent);
    await expect(certifyReport(records, now, { by: "B", at: LATER, amends: V1 })).resolves.toEqual(
      second,
    );
  });

  it.each<[string, Partial<Layout>]>([
    ["file name", { fileName: "{stamp}.csv" }],
    ["header", { header: "names" }],
    ["encoding", { encoding: "utf-8-with-mark" }],
    ["delimiter", { delimiter: "|" }],
  ])("may amend a wrong %s, where no record differs", async (_what, wrong) => {
    const { records } = await pennsylvania();
    const made = await benchmarks({ records });
    const first = await certifyReport(records, withLayout(made, wrong), ASKED);
    expect(isCertifiedAsItIs(first, made)).toBe(false);
    const later = { ...ASKED, at: LATER };
    await expect(certifyReport(records, made, later)).rejects.toThrow(
      `and its records or its file differ now: amend it with --amends ${V1}`,
    );
    const second = await certifyReport(records, made, { ...later, amends: V1 });
    expect(second).toMatchObject({
      ...{ version: 2, amends: V1 },
      difference: { added: 0, removed: 0, changed: 0, byField: {}, isOfFileAlone: true },
    });
    expect(isCertifiedAsItIs(second, made)).toBe(true);
    await expect(
      certifyReport(records, made, { ...ASKED, at: "2024-09-01T08:00:00.000Z", amends: V1 }),
    ).resolves.toEqual(second);
  });

  it("is no amendment where nothing differs", async () => {
    const { records } = await pennsylvania();
    const made = await benchmarks({ records });
    await certifyReport(records, made, ASKED);
    await expect(certifyReport(records, made, { ...ASKED, amends: V1 })).rejects.toThrow(
      `nothing differs from ${V1}, so there is nothing to amend`,
    );
    expect(await allCertificates(records, FERNHILL)).toHaveLength(1);
  });

  it("as an amendment that differs far is refused until somebody has said why", async () => {
    const places = await pennsylvania();
    const { records } = places;
    await certifyReport(records, await benchmarks(places), ASKED);
    // Every piece of the first eight students is gone: fewer than 6 of 27 may differ.
    await ingestPennsylvania(places, "plan_components.csv", (text) =>
      text
        .split("\n")
        .filter((line) => !/^10[0-7],/.test(line))
        .join("\n"),
    );
    await publishCountDay(places);
    const now = await benchmarks(places);
    expect(failing(now)).toEqual(["amendment"]);
    const amends = { by: "B", at: LATER, amends: V1 };
    await expect(certifyReport(records, now, amends)).rejects.toThrow(
      `More than 20 percent differ from ${V1}`,
    );
    const { unexplained = [] } = now.gate.checks.find(({ id }) => id === "amendment") ?? {};
    await sayOfReport(records, FERNHILL, BENCHMARKS, {
      swings: unexplained.map((subject) => ({
        ...{ subject, because: "sent late", by: "B", at: LATER, schoolYear: "2023-24" },
      })),
    });
    const second = await certifyReport(records, await benchmarks(places), amends);
    expect(second).toMatchObject({ version: 2, amends: V1 });
  });

  it("names a certificate to amend only where there is one", async () => {
    const { records } = await pennsylvania();
    const made = await benchmarks({ records });
    await expect(certifyReport(records, made, { ...ASKED, amends: V1 })).rejects.toThrow(
      `no certificate of 2023-24 is called ${V1}`,
    );
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

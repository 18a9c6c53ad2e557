import { describe, expect, it } from "vitest";
import { recordsKeys } from "../../../functions/layout.ts";
import {
  certifyReport,
  isCertifiedAsItIs,
} from "../../../functions/pipeline/state-reports/certify-report.ts";
import { sayOfReport } from "../../../functions/pipeline/state-reports/report-statements.ts";
import { allCertificates } from "../../../functions/pipeline/state-reports/certificates.ts";
import type { ReportDefinition } from "../../../functions/reports/state/definitions/report-definition.ts";
import type { MadeReport } from "../../../functions/pipeline/state-reports/make-report.ts";
import {
  ASKED,
  benchmarks,
  bytesOf,
  LATER,
  V1,
  withFewerPieces,
} from "../../support/certified-benchmarks.ts";
import { FERNHILL } from "../../support/ingest-files.ts";
import { everything } from "../../support/local-district.ts";
import {
  CAME_ON,
  ingestPennsylvania,
  pennsylvania,
  publishCountDay,
} from "../../support/pennsylvania-district.ts";
import { BENCHMARKS, failing } from "../../support/report-of.ts";

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

describe("amending a certified report", { timeout: 60_000 }, () => {
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
    const withoutEight = (text: string): string =>
      text
        .split("\n")
        .filter((line) => !/^10[0-7],/.test(line))
        .join("\n");
    await ingestPennsylvania(places, "plan_components.csv", withoutEight, CAME_ON, true);
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
});

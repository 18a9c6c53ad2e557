import { createHash } from "node:crypto";
import { contentHash } from "../../hashing/content-hash.ts";
import { NotPossible } from "../not-possible.ts";
import type { ReportContext } from "../../reports/state/rows/report-row.ts";
import { reportYear } from "../../reports/state/report-records.ts";
import { isDistrictCode } from "../../reports/state/report-settings.ts";
import { reportBytes } from "../../reports/state/write/report-bytes.ts";
import type { MadeReport } from "./make-report.ts";

export interface NamedBytes {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * The file of a report that passed its gate.
 * @param at the instant, as ISO text: some states want it in the name
 * @throws NotPossible when the gate is shut: no option opens it
 */
export function passedFile({ inHand, gate }: MadeReport, at: string): NamedBytes {
  const { definition, asOf } = inHand.context;
  if (gate.passed === null || definition.layout === null) {
    const failing = gate.checks.filter(({ outcome }) => outcome === "failed");
    throw new NotPossible(
      `${definition.title} cannot be written: ${failing.map(({ name, because }) => `${name}: ${because}`).join(" ")} ilp report fix ${definition.id} lists what to fix`,
    );
  }
  const name = fileName(definition.layout.fileName, inHand.context, at);
  const id = contentHash(definition.id, asOf, at).slice(0, 32);
  const schoolYears = `${inHand.context.year - 1}-${inHand.context.year}`;
  const { bytes } = reportBytes(definition, inHand.fields, gate.passed, { name, id, schoolYears });
  return { name, bytes };
}

/** @throws when the template names something that is not known */
function fileName(template: string, context: ReportContext, at: string): string {
  const parts: { readonly [part: string]: string } = {
    stamp: at.replace(/\D/g, "").slice(0, 12),
    countDay: context.asOf,
    schoolYear: reportYear(context),
    version: at.replace(/\D/g, "").slice(5, 12),
  };
  return template.replace(/\{([^}]+)\}/g, (_whole, part: string) => {
    const code = part.replace("district.", "");
    const value =
      parts[part] ?? (isDistrictCode(code) ? context.settings.district[code] : undefined);
    if (value === undefined)
      throw new NotPossible(`the district has not set ${code}, which the file's name holds`);
    return value;
  });
}

/** The SHA-256 of bytes, in lower-case hex. */
export const sha256Of = (bytes: Uint8Array): string =>
  createHash("sha256").update(bytes).digest("hex");

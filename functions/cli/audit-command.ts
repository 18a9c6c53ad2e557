import type { Command } from "commander";
import { auditPublished, type ReleaseAudit } from "../pipeline/audit.ts";
import { CommandError } from "./command-error.ts";
import { ofDistrict, print, type OfDistrict } from "./command-parts.ts";
import { withLocalPlaces } from "./local-places.ts";
import { printable } from "./printable.ts";
import { solver } from "./publish-release.ts";

/** `ilp audit`: tries to find students in what is published, without the proof that protected it. */
export function addAuditCommand(program: Command): void {
  ofDistrict(program, "audit", "Try to work out what the releases of a school year hide.")
    .argument("[release]", "the last release to look at; by default the current one")
    .action(async (release: string | undefined, options: OfDistrict) => {
      const audits = await withLocalPlaces(options.data, async (places) =>
        auditPublished(places, options.district, release ?? null, await solver()),
      );
      print(options, audits, auditText);
      const found = audits.filter(({ findings }) => findings.length > 0);
      if (found.length > 0) {
        throw new CommandError(
          `${found.length} of ${audits.length} releases give something away: withdraw them`,
        );
      }
    });
}

const auditText = (audits: readonly ReleaseAudit[]): string =>
  audits
    .map(({ release, figures, sensitiveCells, findings }) => {
      const head = `${release}: ${figures} figures shown, ${sensitiveCells} counts to protect, ${findings.length === 0 ? "none can be worked out" : `${findings.length} findings`}`;
      const lines = findings.map(({ kind, cell }) => `  ${kind}: ${printable(cell)}`);
      return `${[head, ...lines].join("\n")}\n`;
    })
    .join("");

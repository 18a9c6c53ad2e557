import { counted } from "../../domain/text/counted.ts";
import type { Command } from "commander";
import { loadSolver } from "../../adapters/load-solver.ts";
import type { YearAudit } from "../../audit/audit-releases.ts";
import type { Finding } from "../../audit/reading/finding.ts";
import { highsSolver } from "../../audit/highs-solver.ts";
import { auditPublished } from "../../pipeline/release/audit.ts";
import { CommandError } from "../arguments/command-error.ts";
import { ofDistrict, print, type OfDistrict } from "../arguments/command-parts.ts";
import { withLocalPlaces } from "../arguments/local-places.ts";
import { printable } from "../arguments/printable.ts";

/** `ilp audit`: attacks the public releases of a school year, from the public bucket alone. */
export function addAuditCommand(program: Command): void {
  ofDistrict(
    program,
    "audit",
    "Check the privacy of a school year's public releases: try to work out exact numbers of students from them.",
  )
    .argument("[release]", "the last release to check; by default, the current one")
    .action(async (release: string | undefined, options: OfDistrict) => {
      const highs = await loadSolver();
      if (highs === null) {
        throw new CommandError(
          "the audit bounds counts with a solver that is not installed: npm install --no-save highs",
        );
      }
      const audit = await withLocalPlaces(options.data, (places) =>
        auditPublished(places.public, options.district, release ?? null, highsSolver(highs)),
      );
      print(options, audit, auditText);
      const findings = findingsOf(audit).length;
      if (findings > 0) {
        throw new CommandError(
          `${counted(findings, "finding")}: take down the public releases until each finding is explained`,
        );
      }
    });
}

const findingsOf = ({ releases, findings }: YearAudit): readonly Finding[] => [
  ...releases.flatMap((release) => release.findings),
  ...findings,
];

/** Says what was tried, and never that nothing can be learned. */
export function auditText(audit: YearAudit): string {
  const lines = audit.releases.flatMap(({ release, bars, counts, findings }) => [
    `${release}: ${bars} bars read, ${counts} counts bounded, ${numberOf(findings)}`,
    ...findings.map(inALine),
  ]);
  const year = [
    `All releases together: ${audit.drawn} counts over all drawings, ${audit.exact} with one possible value, ${numberOf(audit.findings)}`,
    ...audit.findings.map(inALine),
  ];
  const end =
    findingsOf(audit).length > 0
      ? []
      : [
          "No number is where it should not be, and no count can be narrowed down further than the policy allows. This is the result of one attack, not a guarantee.",
        ];
  return `${[...lines, ...year, ...end].join("\n")}\n`;
}

const numberOf = (findings: readonly Finding[]): string =>
  findings.length === 0
    ? "no finding"
    : `${findings.length} ${findings.length === 1 ? "finding" : "findings"}`;

const inALine = ({ kind, where }: Finding): string => `  ${kind}: ${printable(where)}`;

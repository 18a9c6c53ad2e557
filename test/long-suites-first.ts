import { relative } from "node:path";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/**
 * The suites that take longest, longest first, in seconds on two cores. By itself vitest starts the
 * largest file first where it has not run them before: some of these are small, and one that starts last
 * is waited for alone.
 */
export const LONG_SUITES: readonly string[] = [
  "test/infra/night.test.ts", // 114
  "test/dashboard/pages.test.ts", // 88
  "test/dashboard/states.test.ts", // 62
  "test/privacy/attacker.test.ts", // 61
  "test/dashboard/console/bar.test.ts", // 54
  "test/audit/planted-leaks.test.ts", // 53
  "test/dashboard/readers.test.ts", // 51
  "test/dashboard/exact-edition.test.ts", // 47
  "test/dashboard/console/state-reports.test.ts", // 31
  "test/pipeline/state-reports/planted-defects.test.ts", // 31
  "test/independent/independent-count.test.ts", // 30
  "test/cli/steps/profile-new.test.ts", // 30
  "test/dashboard/content-security-policy.test.ts", // 27
  "test/dashboard/charts/charts-in-browser.test.ts", // 27
  "test/cli/commands/start.test.ts", // 26
  "test/adapters/aws/aws-clients.test.ts", // 26
  "test/cli/commands/report/report-board-command.test.ts", // 24
  "test/dashboard/tables/tables-in-browser.test.ts", // 24
  "test/cli/server/serve-command.test.ts", // 24
  "test/infra/forbidden-calls.test.ts", // 23
  "test/pipeline/conform/plan-documents.test.ts", // 23
  "test/independent/other-mandates/other-mandates.test.ts", // 22
  "test/adapters/aws/s3-store.test.ts", // 20
];

/** Starts the long suites first and the others as vitest orders them. */
export class LongSuitesFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const placeOf = ({ moduleId }: TestSpecification): number => {
      const place = LONG_SUITES.indexOf(relative(this.ctx.config.root, moduleId));
      return place === -1 ? LONG_SUITES.length : place;
    };
    const inOrder = await super.sort(files);
    return inOrder.sort((a, b) => placeOf(a) - placeOf(b));
  }
}

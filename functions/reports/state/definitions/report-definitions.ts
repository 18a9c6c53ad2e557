import planStatus from "./plan-status.json" with { type: "json" };
import pennsylvania from "./pa-career-standards-benchmark.json" with { type: "json" };
import chronicAbsence from "./edfacts-fs195.json" with { type: "json" };
import educationPlans from "./ed-fi-education-plans.json" with { type: "json" };
import indiana from "./in-diploma-reconciliation.json" with { type: "json" };
import texas from "./tx-endorsement-reconciliation.json" with { type: "json" };
import arizona from "./az-ecap-seniors.json" with { type: "json" };
import delaware from "./de-advisement-plan.json" with { type: "json" };
import kentucky from "./ky-ilp-completion.json" with { type: "json" };
import northDakota from "./nd-compliance.json" with { type: "json" };
import rhodeIsland from "./ri-ilp-collection.json" with { type: "json" };
import type { ReportDefinition } from "./report-definition.ts";

/** Every report, in the order of display. A test holds each to `report.schema.json`. */
export const REPORT_DEFINITIONS = [
  planStatus,
  pennsylvania,
  chronicAbsence,
  educationPlans,
  indiana,
  texas,
  arizona,
  delaware,
  kentucky,
  northDakota,
  rhodeIsland,
] as unknown as readonly ReportDefinition[];

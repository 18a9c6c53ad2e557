import planStatus from "./plan-status.json" with { type: "json" };
import pennsylvania from "./pa-career-standards-benchmark.json" with { type: "json" };
import type { ReportDefinition } from "./report-definition.ts";

/** Every report, in the order of display. A test holds each to `report.schema.json`. */
export const REPORT_DEFINITIONS = [
  planStatus,
  pennsylvania,
] as unknown as readonly ReportDefinition[];

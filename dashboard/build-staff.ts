import { cpSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { FOR_BROWSERS } from "./for-browsers.ts";

/**
 * Builds the page of the signed-in side into `dashboard/staff/dist`: beside the public site and never
 * in it, so that nobody uploads it with the site.
 */
export async function buildStaff(dashboard: string): Promise<void> {
  const staff = join(dashboard, "staff");
  const dist = join(staff, "dist");
  mkdirSync(dist, { recursive: true });
  await build({
    entryPoints: [join(staff, "caseload.ts"), join(staff, "caseload.css")],
    outdir: dist,
    ...FOR_BROWSERS,
    logLevel: "warning",
  });
  cpSync(join(staff, "index.html"), join(dist, "index.html"));
}

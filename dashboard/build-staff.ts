import { cpSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";

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
    bundle: true,
    format: "esm",
    platform: "browser",
    mainFields: ["module", "main"],
    target: "es2022",
    minify: true,
    legalComments: "none",
    logLevel: "warning",
  });
  cpSync(join(staff, "index.html"), join(dist, "index.html"));
}

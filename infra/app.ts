import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { App } from "aws-cdk-lib";
import { BUNDLES } from "./bundle.ts";
import { observatory } from "./observatory.ts";

/** The file with the Content-Security-Policy that the build of the pages writes. */
const POLICY = fileURLToPath(
  new URL("../dashboard/dist/.content-security-policy", import.meta.url),
);

for (const [what, path] of [
  ["bundles", BUNDLES],
  ["built pages", POLICY],
] as const) {
  if (!existsSync(path)) {
    throw new Error(`no ${what} in ${path}: expected those that "npm run synth" makes first`);
  }
}
const app = new App();
observatory(app, { bundles: BUNDLES, contentSecurityPolicy: readFileSync(POLICY, "utf8") });
app.synth();

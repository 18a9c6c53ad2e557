import { existsSync } from "node:fs";
import { App } from "aws-cdk-lib";
import { BUNDLES } from "./bundle.ts";
import { observatory } from "./observatory.ts";

if (!existsSync(BUNDLES)) {
  throw new Error(`no bundles in ${BUNDLES}: expected those that "npm run synth" makes first`);
}
const app = new App();
observatory(app, BUNDLES);
app.synth();

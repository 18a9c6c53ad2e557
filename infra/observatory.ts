import { type App, Tags, Validations } from "aws-cdk-lib";
import { AwsSolutionsChecks } from "cdk-nag";
import { readConfiguration } from "./configuration.ts";
import { PipelineStack } from "./pipeline/pipeline-stack.ts";
import { SiteStack } from "./site/site-stack.ts";
import { StorageStack } from "./storage/storage-stack.ts";

/** What is built before the stacks are made. */
export interface Built {
  /** The folder of the handlers' bundles. */
  readonly bundles: string;
  /** Under which the built pages work. */
  readonly contentSecurityPolicy: string;
}

/** Puts the three stacks into an app whose context is that of cdk.json. */
export function observatory(app: App, { bundles, contentSecurityPolicy }: Built) {
  const { region, districts, domain } = readConfiguration(app.node);
  const storage = new StorageStack(app, "IlpStorage", {
    env: { region },
    description: "ILP Observatory: what outlives a deployment",
  });
  const pipeline = new PipelineStack(app, "IlpPipeline", {
    env: { region },
    description: "ILP Observatory: from the inbox to a release",
    storage,
    districts,
    bundles,
  });
  const site = new SiteStack(app, "IlpSite", {
    env: { region },
    description: "ILP Observatory: what everyone may see",
    storage,
    domain,
    contentSecurityPolicy,
  });
  Tags.of(app).add("project", "ilp-observatory");
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  return { storage, pipeline, site };
}

import { type App, Tags, Validations } from "aws-cdk-lib";
import { AwsSolutionsChecks } from "cdk-nag";
import { readConfiguration } from "./settings/configuration.ts";
import { OperationsStack } from "./operations/operations-stack.ts";
import { PipelineStack } from "./pipeline/pipeline-stack.ts";
import { SiteStack } from "./site/site-stack.ts";
import { StorageStack } from "./storage/storage-stack.ts";

/** What is built before the stacks are made. */
export interface Built {
  /** The folder of the handlers' bundles. */
  readonly bundles: string;
  /** The Content-Security-Policy of the built pages. */
  readonly contentSecurityPolicy: string;
}

/**
 * Puts the stacks into an app whose context is that of cdk.json: three that all districts share,
 * and one per district.
 */
export function observatory(app: App, { bundles, contentSecurityPolicy }: Built) {
  const { region, districts, domain } = readConfiguration(app.node);
  const storage = new StorageStack(app, "IlpStorage", {
    env: { region },
    description: "ILP Observatory: what outlives a deployment",
    districts: districts.map(({ id }) => id),
  });
  const operations = new OperationsStack(app, "IlpOperations", {
    env: { region },
    description: "ILP Observatory: whom alarms tell, and the key to logs",
  });
  const pipelines = districts.map(
    (district) =>
      new PipelineStack(app, `IlpPipeline-${district.id}`, {
        env: { region },
        description: `ILP Observatory: from the inbox of ${district.name} to its editions`,
        ...{ district, storage, operations, bundles },
      }),
  );
  const site = new SiteStack(app, "IlpSite", {
    env: { region },
    description: "ILP Observatory: what everyone may see",
    storage,
    domain,
    contentSecurityPolicy,
  });
  Tags.of(app).add("project", "ilp-observatory");
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  return { storage, operations, pipelines, site };
}

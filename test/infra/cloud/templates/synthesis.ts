import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { App } from "aws-cdk-lib";
import { bundleHandlers } from "../../../../infra/bundle.ts";
import { observatory } from "../../../../infra/observatory.ts";
import { POLICY } from "../../synthesized.ts";
import type { DeployedResource } from "./deployed.ts";
import type { StackTemplate } from "./deploy.ts";

/** What `npm run synth` makes, from the bundles that are deployed. */
export interface Synthesis {
  /** By the name of the stack; a test that changes one works on a copy. */
  readonly templates: Readonly<Record<string, StackTemplate>>;
  /** The folder with the code of a function, by the key of its asset. */
  codeOf(resource: DeployedResource): string;
}

/** The districts of the tests: the cast's, and one whose keys nobody but its own functions may touch, which lays a marker last. */
export const DISTRICTS = [
  { id: "cast", mandate: "effective-practice" },
  { id: "birch", mandate: "effective-practice", uploads: "marker" },
].map((district) => ({
  ...district,
  name: `${district.id} schools`,
  schedule: "cron(0 5 * * ? *)",
  timezone: "America/Chicago",
  firstPublicRelease: "with-the-first-run",
}));

/**
 * Bundles the handlers and synthesizes the stacks of two districts.
 * @param district what the districts have in the configuration otherwise
 * @param folder an empty one, where the bundles and the assembly come to lie
 */
export async function synthesize(folder: string, district: object = {}): Promise<Synthesis> {
  const bundles = join(folder, "bundles");
  await bundleHandlers({
    entries: resolve(import.meta.dirname, "../../../../functions/handlers"),
    bundles,
  });
  const cdkJson = JSON.parse(readFileSync("cdk.json", "utf8")) as { context: object };
  const outdir = join(folder, "cdk.out");
  const app = new App({
    context: { ...cdkJson.context, districts: DISTRICTS.map((own) => ({ ...own, ...district })) },
    outdir,
  });
  observatory(app, { bundles, contentSecurityPolicy: POLICY });
  const assembly = app.synth();
  const templates = Object.fromEntries(
    assembly.stacks.map(({ stackName, template }) => [stackName, template as StackTemplate]),
  );
  const assets = assetsIn(outdir);
  return {
    templates,
    codeOf({ id, properties }) {
      const { S3Key } = properties["Code"] as { S3Key: string };
      const code = assets.get(S3Key);
      if (code === undefined) throw new Error(`no asset ${S3Key} for ${id}`);
      return code;
    },
  };
}

/** The folders of the assets, by the keys under which a deployment uploads them. */
function assetsIn(outdir: string): ReadonlyMap<string, string> {
  const assets = new Map<string, string>();
  for (const file of readdirSync(outdir).filter((name) => name.endsWith(".assets.json"))) {
    const manifest = JSON.parse(readFileSync(join(outdir, file), "utf8")) as {
      files: Record<string, { source: { path: string }; destinations: object }>;
    };
    for (const { source, destinations } of Object.values(manifest.files)) {
      const path = join(outdir, source.path);
      if (!existsSync(path)) throw new Error(`no asset under ${dirname(path)}`);
      for (const { objectKey } of Object.values(destinations) as { objectKey: string }[]) {
        assets.set(objectKey, path);
      }
    }
  }
  return assets;
}

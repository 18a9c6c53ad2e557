import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { App } from "aws-cdk-lib";
import { Template } from "aws-cdk-lib/assertions";
import { HANDLERS } from "../../functions/layout.ts";
import { observatory } from "../../infra/observatory.ts";

// CDK's own rules take three seconds a file; `npm run synth` applies them.
process.env["CDK_VALIDATION"] = "false";

/** A stack's resource, as CloudFormation gets it. */
export interface Resource {
  readonly Type: string;
  readonly Properties: Readonly<Record<string, unknown>>;
  readonly DeletionPolicy?: string;
}
export type Resources = Readonly<Record<string, Resource>>;

/** A policy with the hash of one script, as the build of the pages writes them. */
export const POLICY =
  "default-src 'none'; script-src 'self' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";

/** The app of cdk.json, with stand-ins for what is built before. */
export function appOfCdkJson(context: Readonly<Record<string, unknown>> = {}) {
  const cdkJson = JSON.parse(readFileSync("cdk.json", "utf8")) as { context: object };
  const folder = mkdtempSync(join(tmpdir(), "ilp-infra-"));
  const bundles = join(folder, "bundles");
  for (const name of HANDLERS) {
    mkdirSync(join(bundles, name), { recursive: true });
    writeFileSync(join(bundles, name, "index.mjs"), "export const handler = async () => ({});\n");
  }
  const app = new App({
    context: { ...cdkJson.context, ...context },
    outdir: join(folder, "cdk.out"),
  });
  const remove = () => rmSync(folder, { recursive: true, force: true });
  return { app, stacks: observatory(app, { bundles, contentSecurityPolicy: POLICY }), remove };
}

interface Synthesized {
  readonly storage: Resources;
  readonly operations: Resources;
  /** Of the first district. */
  readonly pipeline: Resources;
  readonly site: Resources;
  /** The names of the outputs of all of these that are for people: those by which stacks refer to each other are not. */
  readonly outputs: readonly string[];
}

let asConfigured: Synthesized | undefined;

/** The resources of each stack as cdk.json has them, which a worker makes once. */
export const synthesized = (): Synthesized => (asConfigured ??= synthesizedWith({}));

/** The resources of each stack with another context. */
export function synthesizedWith(context: Readonly<Record<string, unknown>>): Synthesized {
  const { stacks, remove } = appOfCdkJson(context);
  type Stack = Parameters<typeof Template.fromStack>[0];
  const templateOf = (stack: Stack) =>
    Template.fromStack(stack).toJSON() as { Resources: Resources; Outputs?: object };
  const resourcesOf = (stack: Stack): Resources => templateOf(stack).Resources;
  const outputsOf = (stack: Stack) =>
    Object.keys(templateOf(stack).Outputs ?? {}).filter((name) => !name.startsWith("Exports"));
  try {
    return {
      storage: resourcesOf(stacks.storage),
      operations: resourcesOf(stacks.operations),
      pipeline: resourcesOf(stacks.pipelines[0]!),
      site: resourcesOf(stacks.site),
      outputs: [stacks.storage, stacks.operations, stacks.pipelines[0]!, stacks.site].flatMap(
        outputsOf,
      ),
    };
  } finally {
    remove();
  }
}

export const ofType = (resources: Resources, type: string): [string, Resource][] =>
  Object.entries(resources).filter(([, { Type }]) => Type === type);

/** CloudFormation's references as text: `<Name.Attribute>`, and a value of another stack by the logical id in its name. */
export function flattened(value: unknown): string {
  if (typeof value !== "object" || value === null) return String(value);
  const {
    Ref,
    "Fn::GetAtt": attribute,
    "Fn::Join": join,
    "Fn::ImportValue": imported,
  } = value as {
    Ref?: string;
    "Fn::GetAtt"?: [string, string];
    "Fn::Join"?: [string, unknown[]];
    "Fn::ImportValue"?: string;
  };
  if (Ref !== undefined) return `<${Ref}>`;
  if (attribute !== undefined) return `<${attribute.join(".")}>`;
  if (join !== undefined) return join[1].map(flattened).join(join[0]);
  if (imported !== undefined) {
    // IlpStorage:ExportsOutputRef<logical id><hash>, IlpStorage:ExportsOutputFnGetAtt<logical id>Arn<hash>
    return `<${imported.replace(/^.*ExportsOutput(Ref|FnGetAtt)/, "").replace(/(Arn)?[0-9A-F]{8}$/, "")}>`;
  }
  return JSON.stringify(value);
}

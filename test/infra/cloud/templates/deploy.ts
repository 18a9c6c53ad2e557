import { createHash } from "node:crypto";
import type { Deployed, DeployedResource } from "./deployed.ts";
import { NO_VALUE, resolved, type Scope } from "./intrinsic-functions.ts";
import {
  ACCOUNT,
  namePropertyOf,
  physicalNames,
  type PhysicalNames,
  REGION,
} from "./physical-names.ts";

/** As much of a synthesized template as a deployment reads. */
export interface StackTemplate {
  readonly Resources: Readonly<Record<string, TemplateResource>>;
  readonly Outputs?: Readonly<Record<string, TemplateOutput>>;
  readonly Parameters?: Readonly<Record<string, { readonly Default?: unknown }>>;
}

interface TemplateResource {
  readonly Type: string;
  readonly Properties?: Readonly<Record<string, unknown>>;
  readonly DependsOn?: string | readonly string[];
  readonly Condition?: string;
}

interface TemplateOutput {
  readonly Value: unknown;
  readonly Export?: { readonly Name: unknown };
}

/**
 * Names every resource of the stacks and resolves what refers to it, as CloudFormation would in one
 * account and one region. Stacks may import from each other in any order.
 *
 * @param templates by the name of the stack
 * @throws Error that names stack and resource where something is missing or not understood
 */
export function deploy(templates: Readonly<Record<string, StackTemplate>>): Deployed {
  const naming = new Naming(templates);
  const resources = Object.entries(templates).flatMap(([stack, template]) =>
    Object.entries(template.Resources).map(([id, resource]) =>
      deployedResource(naming, stack, id, resource),
    ),
  );
  const outputs = Object.fromEntries(
    Object.entries(templates).map(([stack, { Outputs = {} }]) => [
      stack,
      Object.fromEntries(
        Object.entries(Outputs).map(([name, { Value }]) => [
          name,
          resolved(Value, naming.scope(stack, `output ${name}`)),
        ]),
      ),
    ]),
  );
  return { outputs, ...lookups(resources) };
}

function deployedResource(
  naming: Naming,
  stack: string,
  id: string,
  { Type, Properties = {}, DependsOn = [], Condition }: TemplateResource,
): DeployedResource {
  const scope = naming.scope(stack, id);
  if (Condition !== undefined) throw new Error(`${scope.place}: Condition is not understood`);
  const dependsOn = typeof DependsOn === "string" ? [DependsOn] : DependsOn;
  for (const other of dependsOn) naming.namesOf(stack, other, scope.place);
  const { ref, arn } = naming.namesOf(stack, id, scope.place);
  const properties = resolved(Properties, scope) as DeployedResource["properties"];
  return { stack, id, type: Type, properties, dependsOn, ref, arn };
}

function lookups(resources: readonly DeployedResource[]): Omit<Deployed, "outputs"> {
  const byArn = new Map<string, DeployedResource>();
  for (const resource of resources) {
    const other = byArn.get(resource.arn);
    if (other !== undefined) {
      throw new Error(
        `${resource.arn} names ${other.stack}/${other.id} and ${resource.stack}/${resource.id}: expected one resource`,
      );
    }
    byArn.set(resource.arn, resource);
  }
  const ofType = (type: string) => resources.filter((resource) => resource.type === type);
  return {
    resources,
    ofType,
    byArn: (arn) => byArn.get(arn) ?? null,
    one(type, idBegins, stack) {
      const resources = ofType(type).filter(
        (resource) =>
          resource.id.startsWith(idBegins) && (stack === undefined || resource.stack === stack),
      );
      if (resources.length !== 1 || resources[0] === undefined) {
        throw new Error(
          `${resources.length} resources of type ${type} have an id that begins with ${idBegins}: expected one`,
        );
      }
      return resources[0];
    },
  };
}

/** The names of all resources, each made when it is first asked for, since a name may refer to another. */
class Naming {
  readonly #templates: Readonly<Record<string, StackTemplate>>;
  readonly #names = new Map<string, PhysicalNames>();
  readonly #underWay = new Set<string>();

  constructor(templates: Readonly<Record<string, StackTemplate>>) {
    this.#templates = templates;
  }

  scope(stack: string, within: string): Scope {
    const place = `${stack}/${within}`;
    return {
      place,
      ref: (name) => this.#ref(stack, name, place),
      attribute: (id, name) => {
        const value = this.namesOf(stack, id, place).attributes[name];
        if (value !== undefined) return value;
        throw new Error(`${place}: Fn::GetAtt of ${id}.${name} is not understood`);
      },
      imported: (name) => this.#imported(name, place),
    };
  }

  namesOf(stack: string, id: string, place: string): PhysicalNames {
    const whole = `${stack}/${id}`;
    const named = this.#names.get(whole);
    if (named !== undefined) return named;
    const resource = this.#templates[stack]?.Resources[id];
    if (resource === undefined) {
      throw new Error(`${place}: refers to ${id}, which is not in the stack`);
    }
    if (this.#underWay.has(whole)) throw new Error(`${place}: the name of ${id} refers to itself`);
    this.#underWay.add(whole);
    const property = namePropertyOf(resource.Type);
    const given = property === null ? undefined : resource.Properties?.[property];
    const chosen = given === undefined ? NO_VALUE : resolved(given, this.scope(stack, id));
    const names = physicalNames(
      resource.Type,
      typeof chosen === "string" ? chosen : generatedName(resource.Type, stack, id),
    );
    this.#names.set(whole, names);
    return names;
  }

  #ref(stack: string, name: string, place: string): unknown {
    const pseudo: Readonly<Record<string, unknown>> = {
      "AWS::AccountId": ACCOUNT,
      "AWS::Region": REGION,
      "AWS::Partition": "aws",
      "AWS::URLSuffix": "amazonaws.com",
      "AWS::StackName": stack,
      "AWS::NoValue": NO_VALUE,
    };
    if (name in pseudo) return pseudo[name];
    const parameter = this.#templates[stack]?.Parameters?.[name];
    if (parameter === undefined) return this.namesOf(stack, name, place).ref;
    if (parameter.Default !== undefined) return parameter.Default;
    throw new Error(`${place}: Ref of parameter ${name} has no default`);
  }

  #imported(name: string, place: string): unknown {
    const exported = Object.entries(this.#templates).flatMap(([stack, { Outputs = {} }]) =>
      Object.entries(Outputs).flatMap(([id, { Value, Export }]) => {
        const scope = this.scope(stack, `output ${id}`);
        return Export !== undefined && resolved(Export.Name, scope) === name
          ? [{ Value, scope }]
          : [];
      }),
    );
    const [output] = exported;
    if (output === undefined || exported.length > 1) {
      throw new Error(`${place}: Fn::ImportValue of ${name} finds ${exported.length} exports`);
    }
    return resolved(output.Value, output.scope);
  }
}

/** Like CloudFormation's own: the stack and the logical id, in the characters that the type allows. */
function generatedName(type: string, stack: string, id: string): string {
  const name = `${stack}-${id}`;
  if (type === "AWS::S3::Bucket") return name.toLowerCase();
  if (type !== "AWS::KMS::Key") return name;
  const hex = createHash("sha256").update(name).digest("hex");
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20, 32),
  ].join("-");
}

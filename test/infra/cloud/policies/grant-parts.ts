import type { Authority, Deployed, DeployedResource } from "../templates/deployed.ts";
import { authorityOf } from "./policies.ts";

/** The least that can be taken from a role: one action on one resource, under one value of a condition's list. */
export interface GrantPart {
  /** Such as `Release s3:GetObject Records/counts/cast/*`. */
  readonly words: string;
  readonly roleArn: string;
  /** Where it stands in the template: the logical id of the policy, and the place of the statement in it. */
  readonly policy: string;
  readonly statement: number;
  /** The stacks as they would be without it. */
  readonly left: () => Deployed;
}

interface Statement {
  readonly Effect: string;
  readonly Action: string | readonly string[];
  readonly Resource: string | readonly string[];
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string | string[]>>>>;
}

/** Everything that the roles of a stack are allowed. */
export function grantParts(deployed: Deployed, stack: string): readonly GrantPart[] {
  const roles = deployed.ofType("AWS::IAM::Role");
  return deployed
    .ofType("AWS::IAM::Policy")
    .filter((policy) => policy.stack === stack)
    .flatMap((policy) => {
      const [name] = policy.properties["Roles"] as readonly string[];
      const role = roles.find(({ ref }) => ref === name);
      if (role === undefined) throw new Error(`${policy.id} has no role`);
      const statements = (policy.properties["PolicyDocument"] as { Statement: Statement[] })
        .Statement;
      return statements.flatMap((statement, statementIndex) => {
        const least = leastOf(statement);
        return least.map((part, index): GrantPart => {
          const others = least.filter((_, other) => other !== index);
          return {
            words: `${shortened(role.id)} ${wordsOf(deployed, part)}`,
            roleArn: role.arn,
            policy: policy.id,
            statement: statementIndex,
            left: () =>
              withStatements(deployed, policy, statements.toSpliced(statementIndex, 1, ...others)),
          };
        });
      });
    });
}

/** Whether any call that was allowed would not be without a part of the grants. */
export function isNeeded({ roleArn, left }: GrantPart, journal: Authority["journal"]): boolean {
  const authority = authorityOf(left());
  return journal.some(
    (call) => call.isAllowed && call.principal === roleArn && !authority.allows(call),
  );
}

function leastOf(statement: Statement): readonly Statement[] {
  const conditions = conditionsOf(statement.Condition);
  return [statement.Action].flat().flatMap((Action) =>
    [statement.Resource].flat().flatMap((Resource) =>
      conditions.map((Condition) => ({
        ...{ Effect: statement.Effect, Action, Resource },
        ...(Condition !== undefined && { Condition }),
      })),
    ),
  );
}

/** The condition once for each value of the one list in it. */
function conditionsOf(condition: Statement["Condition"]): readonly Statement["Condition"][] {
  for (const [operator, keys] of Object.entries(condition ?? {})) {
    for (const [key, values] of Object.entries(keys)) {
      if (!Array.isArray(values)) continue;
      return values.map((value) => ({ ...condition, [operator]: { ...keys, [key]: [value] } }));
    }
  }
  return [condition];
}

function withStatements(
  deployed: Deployed,
  policy: DeployedResource,
  Statement: readonly Statement[],
): Deployed {
  const document = { Version: "2012-10-17", Statement };
  const changed = { ...policy, properties: { ...policy.properties, PolicyDocument: document } };
  const resources = deployed.resources.flatMap((resource) =>
    // A policy without a statement is none.
    resource === policy ? (Statement.length === 0 ? [] : [changed]) : [resource],
  );
  return {
    ...deployed,
    resources,
    ofType: (type) => resources.filter((resource) => resource.type === type),
  };
}

function wordsOf(deployed: Deployed, { Action, Resource, Condition = {} }: Statement): string {
  const resource = String(Resource);
  const owner = deployed.resources.find(
    ({ arn }) =>
      resource === arn || (arn.startsWith("arn:aws:s3") && resource.startsWith(`${arn}/`)),
  );
  const place =
    owner === undefined
      ? resource.split(":").slice(5).join(":") || resource
      : shortened(owner.id) + resource.slice(owner.arn.length);
  const listed = Object.values(Condition)
    .flatMap((keys) => Object.values(keys))
    .flat()
    .filter((value) => value !== "false");
  return [String(Action), place, ...listed].join(" ");
}

/** A logical id without what CDK adds. */
const shortened = (id: string): string => id.replace(/(Role)?(ForTarget.*)?[0-9A-F]{8}$/, "");

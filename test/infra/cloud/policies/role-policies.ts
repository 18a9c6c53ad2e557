import type { Deployed, DeployedResource } from "../templates/deployed.ts";
import { type Statement, statementsOf } from "./policy-document.ts";

/** What the policies of one role say. */
export interface RolePolicies {
  readonly statements: readonly Statement[];
  /** Who may act as the role. */
  readonly trust: readonly Statement[];
}

/**
 * The policies of every role, by its ARN.
 *
 * @throws Error where a role is given rights in a way that is not understood
 */
export function rolePolicies(deployed: Deployed): ReadonlyMap<string, RolePolicies> {
  const roles = deployed.ofType("AWS::IAM::Role");
  const attached = deployed.ofType("AWS::IAM::Policy").map((policy) => ({
    roles: rolesNamed(policy),
    statements: statementsOf(policy.properties["PolicyDocument"], "role", placeOf(policy)),
  }));
  for (const { roles: names } of attached) {
    const missing = names.find((name) => roles.every(({ ref }) => ref !== name));
    if (missing !== undefined)
      throw new Error(`a policy is attached to the unknown role ${missing}`);
  }
  return new Map(
    roles.map((role): [string, RolePolicies] => [
      role.arn,
      {
        statements: [
          ...inline(role),
          ...attached.flatMap(({ roles: names, statements }) =>
            names.includes(role.ref) ? statements : [],
          ),
        ],
        trust: statementsOf(role.properties["AssumeRolePolicyDocument"], "trust", placeOf(role)),
      },
    ]),
  );
}

export const placeOf = ({ stack, id }: DeployedResource): string => `${stack}/${id}`;

function inline(role: DeployedResource): readonly Statement[] {
  for (const property of ["ManagedPolicyArns", "PermissionsBoundary"]) {
    if (property in role.properties) {
      throw new Error(`${placeOf(role)}: ${property} is not understood`);
    }
  }
  const policies = (role.properties["Policies"] ?? []) as readonly { PolicyDocument: unknown }[];
  return policies.flatMap(({ PolicyDocument }) =>
    statementsOf(PolicyDocument, "role", placeOf(role)),
  );
}

function rolesNamed(policy: DeployedResource): readonly string[] {
  for (const property of ["Users", "Groups"]) {
    if (property in policy.properties) {
      throw new Error(`${placeOf(policy)}: ${property} is not understood`);
    }
  }
  return (policy.properties["Roles"] ?? []) as readonly string[];
}

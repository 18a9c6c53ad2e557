import { AccessDenied, type Authority, type Call, type Deployed } from "../templates/deployed.ts";
import { ACCOUNT } from "../templates/physical-names.ts";
import type { Context } from "./policy-conditions.ts";
import type { Principal, Statement } from "./policy-document.ts";
import { resourcePolicies } from "./resource-policies.ts";
import { rolePolicies } from "./role-policies.ts";

/**
 * Decides by the policies of the stacks as IAM does within one account: a denial first, then the
 * role's policies or the resource's allow. A KMS key is used by those alone whom its own policy
 * names, or by the policies of roles where it names the account.
 *
 * @throws Error that names the policy where something in it is not understood
 */
export function authorityOf(deployed: Deployed): Authority {
  const roles = rolePolicies(deployed);
  const policiesOf = resourcePolicies(deployed);
  const journal: (Call & { readonly isAllowed: boolean })[] = [];

  const withheld = new Set<(call: Call) => boolean>();

  const allows = (call: Call): boolean => {
    if ([...withheld].some((isMeant) => isMeant(call))) return false;
    const context = contextOf(call);
    const covers = (statement: Statement): boolean => statement.covers(call, context);
    const own = isRole(call.principal) ? roleOf(call.principal).statements.filter(covers) : [];
    const onResource = policiesOf(call.resource).filter(covers);
    const speaksOf = (statement: Statement, kinds: readonly Principal["kind"][]): boolean =>
      (statement.principals ?? []).some(
        (principal) => kinds.includes(principal.kind) && includes(principal, call.principal),
      );
    const isDenied =
      own.some(({ effect }) => effect === "Deny") ||
      onResource.some(
        (statement) =>
          statement.effect === "Deny" &&
          speaksOf(statement, ["anyone", "account", "role", "service"]),
      );
    if (isDenied) return false;
    const allowing = onResource.filter(({ effect }) => effect === "Allow");
    if (allowing.some((statement) => speaksOf(statement, ["anyone", "role", "service"]))) {
      return true;
    }
    const isOwnEnough =
      !call.action.startsWith("kms:") ||
      allowing.some((statement) => speaksOf(statement, ["account"]));
    return isOwnEnough && own.some(({ effect }) => effect === "Allow");
  };

  const roleOf = (arn: string) => {
    const role = roles.get(arn);
    if (role === undefined) throw new Error(`no stack has the role ${arn}`);
    return role;
  };

  return {
    allows,
    check(call) {
      const isAllowed = allows(call);
      journal.push({ ...call, isAllowed });
      if (!isAllowed) throw new AccessDenied(call);
    },
    mayAssume(service, roleArn, context) {
      const call = { principal: service, action: "sts:AssumeRole", resource: roleArn, context };
      const speaking = roleOf(roleArn).trust.filter(
        (statement) =>
          statement.covers(call, contextOf(call)) &&
          (statement.principals ?? []).some((principal) => includes(principal, service)),
      );
      return (
        speaking.some(({ effect }) => effect === "Allow") &&
        speaking.every(({ effect }) => effect === "Allow")
      );
    },
    withhold(isMeant) {
      withheld.add(isMeant);
      return () => void withheld.delete(isMeant);
    },
    journal,
  };
}

const isRole = (principal: string): boolean => principal.startsWith("arn:");

function includes(principal: Principal, caller: string): boolean {
  switch (principal.kind) {
    case "anyone":
      return true;
    case "account":
      return caller.startsWith(`arn:aws:iam::${ACCOUNT}:`);
    case "role":
      return caller === principal.arn;
    case "service":
      return caller === principal.name;
  }
}

/** The context of the call with what AWS adds to each. */
function contextOf({ principal, context = {} }: Partial<Call> & Pick<Call, "principal">): Context {
  return {
    "aws:securetransport": "true",
    ...(isRole(principal)
      ? { "aws:principalarn": principal, "aws:principalaccount": ACCOUNT }
      : {}),
    ...Object.fromEntries(
      Object.entries(context).map(([key, value]) => [key.toLowerCase(), value]),
    ),
  };
}

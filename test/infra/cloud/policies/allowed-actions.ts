import type { Deployed } from "../templates/deployed.ts";

/** What the policies of a role allow, as actions and resources, in the order of their text. */
export function actionsBy(deployed: Deployed, roleArn: string): readonly [string, string][] {
  const role = deployed.byArn(roleArn);
  if (role === null) throw new Error(`no stack has the role ${roleArn}`);
  return deployed
    .ofType("AWS::IAM::Policy")
    .filter(({ properties }) => (properties["Roles"] as readonly string[]).includes(role.ref))
    .flatMap(({ properties }) => (properties["PolicyDocument"] as Document).Statement)
    .filter(({ Effect }) => Effect === "Allow")
    .flatMap(({ Action, Resource }) =>
      [Action]
        .flat()
        .flatMap((action) =>
          [Resource].flat().map((resource): [string, string] => [action, resource]),
        ),
    )
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

interface Document {
  readonly Statement: readonly {
    readonly Effect: string;
    readonly Action: string | string[];
    readonly Resource: string | string[];
  }[];
}

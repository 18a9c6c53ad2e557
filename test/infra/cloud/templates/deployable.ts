import { Stack } from "aws-cdk-lib";
import { Template } from "aws-cdk-lib/assertions";
import { appOfCdkJson } from "../../synthesized.ts";
import type { StackTemplate } from "./deploy.ts";

/** The templates of all stacks of the app, by their names, with what else than resources is in them. */
export function deployable(
  context: Readonly<Record<string, unknown>> = {},
): Readonly<Record<string, StackTemplate>> {
  const { app, remove } = appOfCdkJson(context);
  try {
    const stacks = app.node.children.filter((child) => Stack.isStack(child));
    return Object.fromEntries(
      stacks.map((stack) => [stack.stackName, Template.fromStack(stack).toJSON() as StackTemplate]),
    );
  } finally {
    remove();
  }
}

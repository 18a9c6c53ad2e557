import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { flattened, ofType, synthesized } from "./synthesized.ts";

const { pipeline } = synthesized();
const headings = [...readFileSync("docs/runbook.md", "utf8").matchAll(/^#+ (.+)$/gm)].map(
  ([, text]) => text!.toLowerCase().replaceAll(" ", "-"),
);

const alarms = ofType(pipeline, "AWS::CloudWatch::Alarm").map(([id, { Properties }]) => ({
  id,
  link: /docs\/runbook\.md#([a-z-]+)$/.exec(String(Properties["AlarmDescription"]))?.[1],
}));

describe("the runbook", () => {
  it("has a heading for each alarm, and each alarm one of its own", () => {
    expect(alarms.length).toBeGreaterThan(10);
    for (const { link } of alarms) expect(headings).toContain(link);
    expect(new Set(alarms.map(({ link }) => link)).size).toBe(alarms.length);
  });

  it("has an alarm for each step that can fail", () => {
    const { DefinitionString } = ofType(pipeline, "AWS::StepFunctions::StateMachine").find(([id]) =>
      id.startsWith("Run"),
    )![1].Properties;
    const { States } = JSON.parse(flattened(DefinitionString)) as {
      States: Record<string, { Type: string }>;
    };
    const steps = Object.entries(States).filter(([, { Type }]) => /Task|Map/.test(Type));
    expect(steps.length).toBeGreaterThan(7);
    for (const [name] of steps) {
      const heading = `${name.toLowerCase().replaceAll(" ", "-")}-failed`;
      expect(alarms.map(({ link }) => link)).toContain(heading);
    }
  });
});

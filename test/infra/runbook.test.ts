import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { ofType, synthesized } from "./synthesized.ts";

const { pipeline } = synthesized();
const headings = [...readFileSync("docs/runbook.md", "utf8").matchAll(/^#+ (.+)$/gm)].map(
  ([, text]) => text!.toLowerCase().replaceAll(" ", "-"),
);

describe("the runbook", () => {
  it("has a heading for each alarm", () => {
    const links = ofType(pipeline, "AWS::CloudWatch::Alarm").map(([, { Properties }]) =>
      String(Properties["AlarmDescription"]),
    );
    expect(links).toHaveLength(3);
    for (const link of links) expect(headings).toContain(link.replace("docs/runbook.md#", ""));
  });

  it("has a heading for each way a run fails", () => {
    const definition = JSON.stringify(ofType(pipeline, "AWS::StepFunctions::StateMachine"));
    const links = [...definition.matchAll(/docs\/runbook\.md#([a-z-]+)/g)].map(([, link]) => link!);
    expect(links).toHaveLength(7);
    for (const link of links) expect(headings).toContain(link);
  });
});

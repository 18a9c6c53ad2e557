import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { flattened, ofType, synthesized } from "./synthesized.ts";

const { pipeline, outputs } = synthesized();
const text = readFileSync("docs/runbook.md", "utf8");
const headings = [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading]) =>
  heading!.toLowerCase().replaceAll(" ", "-"),
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

  it("names in capitals outputs of the stacks alone, and links to headings that are there", () => {
    // Words of Step Functions for how an execution ended.
    const ends = ["ABORTED", "FAILED"];
    const names = new Set(text.match(/\b[A-Z]{6,}\b/g)?.filter((name) => !ends.includes(name)));
    expect(names.size).toBeGreaterThan(5);
    expect(outputs.map((name) => name.toUpperCase())).toEqual(expect.arrayContaining([...names]));
    const links = [...text.matchAll(/\]\(#([a-z-]+)\)/g)].map(([, link]) => link);
    expect(headings).toEqual(expect.arrayContaining(links));
  });

  it("gives commands of AWS with what they require", () => {
    const required: Readonly<Record<string, readonly string[]>> = {
      "cloudformation describe-stacks": [],
      "cloudfront create-invalidation": ["distribution-id", "paths"],
      "dynamodb restore-table-to-point-in-time": ["source-table-name", "target-table-name"],
      "s3 cp": [],
      "s3 sync": [],
      "s3api copy-object": ["bucket", "key", "copy-source"],
      "s3api list-object-versions": ["bucket"],
      "sns subscribe": ["topic-arn", "protocol", "notification-endpoint"],
      "sqs purge-queue": ["queue-url"],
      "sqs receive-message": ["queue-url"],
      "stepfunctions list-executions": ["state-machine-arn"],
      "stepfunctions redrive-execution": ["execution-arn"],
      "stepfunctions start-execution": ["state-machine-arn"],
      "stepfunctions stop-execution": ["execution-arn"],
    };
    const commands = [...text.matchAll(/\baws ([a-z0-9]+ [a-z-]+)([^\n`]*)/g)];
    expect(commands.length).toBeGreaterThan(10);
    for (const [whole, command, options] of commands) {
      expect(Object.keys(required), whole).toContain(command);
      for (const option of required[command!]!) expect(options, whole).toContain(`--${option} `);
    }
  });
});

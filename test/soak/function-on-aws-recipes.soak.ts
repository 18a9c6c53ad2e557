import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { flattened, ofType, type Resources } from "../infra/synthesized.ts";
import { expectEnough, recipe } from "../recipes/recipe.ts";
import { scratchRepository, type ScratchRepository } from "../recipes/scratch-repository.ts";
import { scratchFolder } from "../support/scratch-folder.ts";

/** Runs dozens of nights: it is a soak of its own, for the stacks as they are. */
const LEFT_OUT = "npm run soak template-mutations";
const FUNCTIONS = "infra/pipeline/district-functions.ts";
const DEFINITION = "infra/pipeline/run-definition.ts";
const GRANTS = "test/infra/grants.test.ts";
const FAULTS = "test/infra/night-faults.test.ts";
const REHEARSALS = "test/infra/rehearsal/steps.ts";

/** Adds the step `Note`, which writes which version of the records a run has measured. */
function addNote(scratch: ScratchRepository): void {
  scratch.write("functions/handlers/note.ts", HANDLER);
  scratch.edit("functions/layout.ts", '  "measure",\n', '  "measure",\n  "note",\n');
  scratch.edit(
    "functions/layout.ts",
    '  measure: "Measure schools",\n',
    '  measure: "Measure schools",\n  note: "Note",\n',
  );
  scratch.edit(
    FUNCTIONS,
    "    measure: measure(parts),\n",
    "    measure: measure(parts),\n    note: note(parts),\n",
  );
  const lease = "function lease(";
  scratch.edit(FUNCTIONS, lease, FUNCTION + lease);
  scratch.edit(
    DEFINITION,
    "    .next(measureSchools)\n",
    '    .next(measureSchools)\n    .next(runStep(scope, STEPS.note, handlers.note, { run: RUN, version: "{% $version %}" }))\n',
  );
  scratch.edit(
    GRANTS,
    "      release: {\n        read: [",
    "      note: { read: [], write: [`runs/${d}`], delete: [] },\n      release: {\n        read: [",
  );
  scratch.edit(GRANTS, "      measure: lease,\n", "      measure: lease,\n      note: lease,\n");
  const fault = '    trouble(cloud, "measure", 5);\n';
  scratch.edit(FAULTS, fault, `${fault}    trouble(cloud, "note", 1);\n`);
  const heading = "## Release failed\n";
  scratch.edit("docs/runbook.md", heading, `${RUNBOOK}${heading}`);
  const publish = '  rehearse("Publish failed"';
  scratch.edit(REHEARSALS, publish, REHEARSAL + publish);
}

/** The resources of the first district's stack, as the copy synthesizes them. */
function resourcesIn(scratch: ScratchRepository): Resources {
  const script = join(scratchFolder(), "resources.mts");
  const module = JSON.stringify(join(scratch.folder, "test/infra/synthesized.ts"));
  writeFileSync(
    script,
    `import { synthesized } from ${module};\nconsole.log(JSON.stringify(synthesized().pipeline));\n`,
  );
  return JSON.parse(scratch.run(`npx tsx ${script}`)) as Resources;
}

/** The one resource of a type whose logical id begins so. */
function resource(resources: Resources, type: string, begins: string) {
  const matches = ofType(resources, type).filter(([id]) => id.startsWith(begins));
  expect(matches.map(([id]) => id)).toHaveLength(1);
  return { id: matches[0]![0], properties: matches[0]![1].Properties };
}

describe("the recipe for a function on AWS", () => {
  it("adds a step with the files that it names, and the template holds it", () => {
    const scratch = scratchRepository();
    addNote(scratch);
    const resources = resourcesIn(scratch);

    const lambda = resource(resources, "AWS::Lambda::Function", "Note");
    expect(lambda.properties).toMatchObject({ Handler: "index.handler", Timeout: 60 });
    const role = resource(resources, "AWS::IAM::Role", "NoteRole");
    expect(flattened(lambda.properties["Role"])).toBe(`<${role.id}.Arn>`);
    expect(lambda.properties["Environment"]).toMatchObject({
      Variables: {
        ILP_DISTRICT: "grand-bend",
        ILP_RECORDS_BUCKET: expect.anything(),
        ILP_TABLE: expect.anything(),
      },
    });

    const machine = resource(resources, "AWS::StepFunctions::StateMachine", "Run");
    const { States: states } = JSON.parse(flattened(machine.properties["DefinitionString"])) as {
      States: Record<string, { Next?: string; Arguments?: unknown }>;
    };
    expect(states["Measure schools"]).toMatchObject({ Next: "Note" });
    expect(states["Note"]).toMatchObject({
      Next: "Release",
      Arguments: { FunctionName: `<${lambda.id}.Arn>`, Payload: { version: "{% $version %}" } },
    });

    const alarm = resource(resources, "AWS::CloudWatch::Alarm", "StepFailednote");
    expect(alarm.properties["AlarmDescription"]).toMatch(/docs\/runbook\.md#note-failed$/);

    const how = recipe("A function on AWS");
    expect(how.commands).toEqual(["npx vitest run test/infra", LEFT_OUT]);
    expectEnough(how, scratch, [LEFT_OUT]);
    expect(scratch.touched()).toEqual([
      "docs/runbook.md",
      "functions/handlers/note.ts",
      "functions/layout.ts",
      FUNCTIONS,
      DEFINITION,
      GRANTS,
      FAULTS,
      REHEARSALS,
    ]);
  });
});

const HANDLER = `import { recordsKeys } from "../layout.ts";
import { jsonBytes } from "../pipeline/stored-json.ts";
import { recordsStore } from "./cloud-places.ts";
import { runStep } from "./run-step.ts";

interface NoteEvent {
  readonly run: string;
  readonly version: string;
}

/** Writes down which version of the records a run has measured. */
export const handler = runStep(async ({ run, version }: NoteEvent, district) => {
  const key = recordsKeys.run(district, run, "measured.json");
  await recordsStore().put(key, jsonBytes({ version }), "application/json");
  return { key };
});
`;

const FUNCTION = `/** Writes one small file. */
function note({ make, grant, keys, partitions }: DistrictParts): Function {
  const lambda = make("note", 512, 1);
  grant.records(lambda, { write: [keys.runs] });
  grant.items(lambda, { [partitions.run]: KEEPS_LEASE });
  return lambda;
}

`;

const RUNBOOK = `## Note failed

The role of Note cannot write under \`runs/\`. No edition was made. Correct it, deploy, and redrive.

`;

const REHEARSAL = `  rehearse("Note failed", "readers have the edition before until the redrive", async (cloud) => {
    const before = await readers(cloud);
    const repair = withhold(cloud, "note", "s3:PutObject", "/runs/cast/");
    const run = await started(cloud);
    expect(run.error).toMatch(/AccessDenied/);
    expect(ringing(cloud)).toEqual(["run-failed", "note-failed"]);
    expect(await readers(cloud)).toEqual(before);
    repair();
    expect((await redriven(cloud, run)).status).toBe("SUCCEEDED");
    expect((await readers(cloud)).staff?.asOf).toBe(today(cloud));
  });

`;

/** Every one of these changes of the templates must be seen by the checks of `night-checks.ts`. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { HANDLERS } from "../../functions/layout.ts";
import { type Change, statementsOf } from "../infra/cloud/templates/change-templates.ts";
import { startCloud, type Cloud } from "../infra/cloud/cloud.ts";
import { knowSecret } from "../infra/cloud/drop.ts";
import { type GrantPart, grantParts, isNeeded } from "../infra/cloud/policies/grant-parts.ts";
import { CHECKS, type FailedCheck, nightChecks } from "../infra/cloud/night-checks.ts";
import { MORNING } from "../infra/cloud/night.ts";
import { withStrongRole } from "../infra/cloud/policies/strong-role.ts";
import { synthesize, type Synthesis } from "../infra/cloud/templates/synthesis.ts";
import { scratchFolderOfAll } from "../support/scratch-folder.ts";
import { CAST, MUTATIONS } from "./template-mutations.ts";

const folder = scratchFolderOfAll();
let synthesis: Synthesis;
let journal: Cloud["authority"]["journal"] = [];
let parts: readonly GrantPart[] = [];
const table: (readonly [mutation: string, check: string])[] = [];

/** What the checks say of stacks that were changed. */
async function checked(change: Change): Promise<FailedCheck | null> {
  const cloud = await startCloud(synthesis, {
    startAt: MORNING,
    change: (templates) => withStrongRole(change(templates)),
  });
  try {
    await knowSecret(cloud);
    const failed = await nightChecks(cloud);
    if (failed === null) {
      journal = cloud.authority.journal;
      parts = grantParts(cloud.deployed, CAST);
    }
    return failed;
  } finally {
    await cloud.close();
  }
}

beforeAll(async () => {
  synthesis = await synthesize(folder);
});
afterAll(() => {
  for (const [mutation, check] of table) console.log(`${mutation} → ${check}`);
});

/** Rights that the nights do without, and why each is there all the same. */
const NOT_MET: readonly (readonly [why: string, words: RegExp])[] = [
  ["logs and traces are written by Lambda and Step Functions themselves", / (logs|xray):/],
  ["DynamoDB asks for these when it makes a new key, by its manual", / kms:\w+ RecordsKey dynamo/],
  ["CDK grants every version with its function; the machines call none", /InvokeFunction .*:\*$/],
  ["a map looks after its batches, and stops them where it is stopped", / states:(Desc|Stop)/],
  ["results of a map that are larger than one part", /^Run s3:\w+ Records\/runs/],
  ["a file larger than one part that breaks off", /^Receive s3:AbortMultipartUpload/],
  ["a file that is asked for is missing: the store looks whether it is", / s3:ListBucket /],
  ["a later file or a new profile takes a feed's place", / dynamodb:BatchWriteItem .*#ledger/],
  ["a lease of which a step needs more than is left", /^(Measure|Publish) dynamodb:PutItem .*#run/],
  ["a file is compared when its writing was answered too late", /^Publish s3:GetObject .*releases/],
  [
    "the schedule lays what it cannot start in the queue, which is not called in its name here",
    /^Sch.*sqs/,
  ],
  ["the schedule is encrypted with the key of operations", /^Scheduler kms:Decrypt OperationsKey/],
];

describe("the checks of a night", () => {
  it("find nothing in the stacks as they are, and name every check that a mutation asks for", async () => {
    expect(await checked((templates) => templates)).toBeNull();
    for (const [, , check] of MUTATIONS) expect(Object.keys(CHECKS)).toContain(check);
  });

  it.each(MUTATIONS)("see that %s", async (mutation, change, check) => {
    const failed = await checked(change);
    table.push([mutation, failed?.check ?? "nothing"]);
    expect(failed).toMatchObject({ check });
  });
});

/**
 * The calls of the unchanged night are held against every policy with one right less: a night under it
 * goes the same way up to the first call that is denied, which the checks see.
 */
describe("every right of every role of a district", () => {
  const unmet = () => parts.filter((part) => !isNeeded(part, journal));

  it("is missed by the night, or is there for a reason", () => {
    expect(parts.length).toBeGreaterThan(200);
    expect(journal.length).toBeGreaterThan(4_000);
    const words = unmet().map((part) => part.words);
    expect(words.filter((word) => NOT_MET.every(([, pattern]) => !pattern.test(word)))).toEqual([]);
    for (const [why, pattern] of NOT_MET) {
      expect([why, words.some((word) => pattern.test(word))]).toEqual([why, true]);
    }
    table.push([`${parts.length - words.length} rights, each removed`, "denied"]);
  });

  it("is missed so in a night of its own too: one statement of each role", async () => {
    const rare = new Set(unmet());
    const ofRoles = new Map(
      parts
        .filter((part) => !rare.has(part))
        .map((part) => [part.roleArn, part] as const)
        .reverse(),
    );
    // Each function has a role, and so have the two machines, the rule for uploads and the schedule.
    expect(ofRoles.size).toBe(HANDLERS.length + 4);
    for (const { words, policy: id, statement } of ofRoles.values()) {
      const failed = await checked(statementsOf(CAST, id, (all) => all.toSpliced(statement, 1)));
      table.push([`without the statement of: ${words}`, failed?.check ?? "nothing"]);
      expect([words, failed === null]).toEqual([words, false]);
    }
  });
});

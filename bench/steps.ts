/**
 * `steps.mjs ingest <exports> <data>` and `steps.mjs publish <data> <as-of day>`: the functions that `ilp
 * ingest` and `ilp publish` run, in this process, each step measured. Prints the steps as one JSON
 * document. Bundled by `bundle-steps.ts`, which times protection.
 */
import { ingest } from "../functions/cli/steps/ingest.ts";
import { withLocalPlaces } from "../functions/cli/arguments/local-places.ts";
import { publishRelease } from "../functions/cli/steps/publish-release.ts";
import { measureSchools } from "../functions/cli/steps/school-pool.ts";
import { quietProgress } from "../functions/pipeline/ports.ts";
import { day, type Day } from "../functions/domain/calendar/day.ts";
import { conformedInForce } from "../functions/pipeline/conform/conformed-in-force.ts";
import { districtMandate } from "../functions/pipeline/measure/district-mandate.ts";
import { districtProtection } from "../functions/pipeline/settings/district-protection.ts";
import type { Places, Progress } from "../functions/pipeline/ports.ts";
import { drawPublicEdition } from "../functions/pipeline/release/public-edition.ts";
import { publish } from "../functions/pipeline/release/publish.ts";
import { writeStaffEdition } from "../functions/pipeline/release/staff-edition.ts";
import { schoolStudents } from "../functions/pipeline/worklist/worklist.ts";
import { worklistOf, type SchoolWorklist } from "../functions/reports/worklist/school-worklist.ts";
import { DISTRICT } from "./bench-district-id.ts";
import { consoleSteps } from "./console-steps.ts";
import { protectionStep, resetProtection } from "./protection-clock.ts";
import { stepClock, type MeasuredStep, type StepClock } from "./step-clock.ts";
import { PROTECTION_STEP } from "./step-table.ts";

const [command, ...args] = process.argv.slice(2);
process.stdout.write(JSON.stringify(await measured()));

async function measured(): Promise<readonly MeasuredStep[]> {
  const [first = "", second = ""] = args;
  if (command === "ingest") return ingestSteps(first, second);
  if (command === "publish") return publishSteps(first, day(second));
  throw new Error(`steps are ingest and publish, not ${command ?? "nothing"}`);
}

async function ingestSteps(exports: string, data: string): Promise<readonly MeasuredStep[]> {
  const clock = stepClock();
  const options = { name: null, acceptRemovals: false };
  await withLocalPlaces(data, async (places) => {
    await ingest(places, DISTRICT, options, [exports], ingestProgress(clock));
    clock.end();
  });
  return clock.steps;
}

/** Conforming says when it begins to read files, each file that it has read, and when it begins to store; between the last file and that it joins. */
function ingestProgress(clock: StepClock): Progress {
  let filesLeft = 0;
  return {
    step(name, total) {
      const isReading = name === "conform";
      filesLeft = isReading ? (total ?? 0) : 0;
      clock.begin(name === "receive" ? "receive" : isReading ? "read files" : "store");
    },
    advance(files) {
      if (filesLeft === 0) return;
      filesLeft -= files;
      if (filesLeft === 0) clock.begin("join");
    },
    done: quietProgress.done,
  };
}

async function publishSteps(data: string, asOf: Day): Promise<readonly MeasuredStep[]> {
  return withLocalPlaces(data, async (places) => {
    const first = await firstPublish(places, data, asOf);
    const clock = stepClock();
    clock.begin("publish again, nothing new");
    const mandate = await districtMandate(places.records, DISTRICT);
    await publishRelease({
      places,
      data,
      district: DISTRICT,
      asOf,
      mandate,
      progress: quietProgress,
    });
    clock.begin("worklist of one school");
    const school = (await conformedInForce(places.records, DISTRICT))?.schools.at(-1)?.id ?? "";
    const list = await worklistOfSchool(places, school);
    clock.end();
    if (list === null || list.entries.length === 0)
      throw new Error(`nobody is on the worklist of school ${school}`);
    return [...first, ...clock.steps, ...(await consoleSteps(places))];
  });
}

async function worklistOfSchool(places: Places, school: string): Promise<SchoolWorklist | null> {
  const students = await schoolStudents(places, DISTRICT, school);
  return students === null ? null : worklistOf(students);
}

/** The parts of the first publish, which is when a public release comes out. */
async function firstPublish(
  places: Places,
  data: string,
  asOf: Day,
): Promise<readonly MeasuredStep[]> {
  const { records } = places;
  const clock = stepClock();
  clock.begin("measure schools");
  const manifest = await conformedInForce(records, DISTRICT);
  if (manifest === null) throw new Error(`nothing is conformed in ${data}`);
  const mandate = await districtMandate(records, DISTRICT);
  const measuring = { asOf, mandate };
  await measureSchools(data, records, manifest, measuring, quietProgress, null);
  clock.begin("staff edition");
  const policy = await districtProtection(records, DISTRICT, mandate);
  await writeStaffEdition(places, manifest, measuring, policy, [asOf]);
  resetProtection();
  clock.begin("public edition");
  const { release } = await drawPublicEdition(places, manifest, measuring, policy);
  clock.begin("copy to the public folder");
  const protection = protectionStep(PROTECTION_STEP);
  await publish(places, DISTRICT, release, new Date().toISOString());
  clock.end();
  return clock.steps.flatMap((step) =>
    step.name === "public edition" ? [step, protection] : [step],
  );
}

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { districtId } from "../../../functions/domain/ids.ts";
import { consoleAnswer } from "../../../functions/pipeline/console/routes/console-answer.ts";
import type { AboutReader } from "../../../functions/console/answers.ts";
import type { ObjectStore } from "../../../functions/pipeline/ports.ts";
import type { StaffLatest } from "../../../functions/editions/staff-latest.ts";
import type { Latest } from "../../../functions/releases/manifest/manifest.ts";
import { CAST_EXPORTS } from "../../support/local-district.ts";
import type { Cloud } from "../cloud/cloud.ts";
import type { Execution } from "../cloud/machines/execution.ts";
import { requestOf, valueOf } from "../../support/asked-console.ts";

/** Where a rehearsal says which heading it rehearses. */
export interface Stage {
  /** Rehearses a heading of the runbook, on a day of its own. */
  rehearse(heading: string, fact: string, act: (cloud: Cloud) => Promise<void>): void;
  /** As `rehearse`, what is left to `npm run soak`. */
  rehearseLong: Stage["rehearse"];
}

export const DAY = 86_400;
/** Longer than the windows of the alarms about runs and queues. */
export const ALARMS_REST = 20 * 60;

export const exported = (file: string): Buffer => readFileSync(join(CAST_EXPORTS, file));
/** The same records with a line end more, as an export that was made again. */
export const again = (file: string, times = 1): Buffer =>
  Buffer.from(exported(file).toString().trimEnd() + "\r\n".repeat(times));

/** The headings to which the alarms link that ring now. */
export function ringing(cloud: Cloud, district = "cast"): readonly string[] {
  const alarms = cloud.deployed
    .ofType("AWS::CloudWatch::Alarm")
    .filter(({ stack }) => stack === `IlpPipeline-${district}`);
  return cloud.ringing(district).map((name) => {
    const alarm = alarms.find(({ id }) => id.slice(0, -8) === name);
    return String(alarm?.properties["AlarmDescription"]).split("#")[1] ?? name;
  });
}

/** Starts a run by hand and comes back when everything that followed from it is done. */
export async function started(cloud: Cloud, input: object = {}, district = "cast") {
  const execution = await cloud.run(input, district);
  await cloud.quiet();
  return execution;
}

export async function redriven(cloud: Cloud, execution: Execution): Promise<Execution> {
  cloud.machines.redrive(execution.arn);
  await cloud.machines.finished(execution.arn);
  await cloud.quiet();
  return execution;
}

export const runsOf = (cloud: Cloud, district = "cast") =>
  cloud.machines.executions(cloud.machineOf("Run", district).arn);

export const lastRun = (cloud: Cloud, district = "cast"): Execution => {
  const run = runsOf(cloud, district).at(-1);
  if (run === undefined) throw new Error(`no run of ${district}`);
  return run;
};

/** Uploads files and comes back when everything that followed from it is done. */
export async function upload(
  cloud: Cloud,
  files: Readonly<Record<string, Uint8Array>>,
  district = "cast",
): Promise<void> {
  for (const [name, bytes] of Object.entries(files)) {
    await cloud.inbox.put(`${district}/${name}`, bytes);
  }
  await cloud.quiet();
}

/** What readers have. */
export async function readers(cloud: Cloud, district = "cast") {
  const [staff, open] = await Promise.all([
    jsonIn<StaffLatest>(cloud.records, `editions/staff/${district}/latest.json`),
    jsonIn<Latest>(cloud.public, `${district}/latest.json`),
  ]);
  return { staff, open };
}

export async function jsonIn<T>(store: ObjectStore, key: string): Promise<T | null> {
  const bytes = await store.get(key);
  return bytes === null ? null : (JSON.parse(Buffer.from(bytes).toString()) as T);
}

/** The day that it is in Chicago. */
export const today = (cloud: Cloud): string =>
  new Intl.DateTimeFormat("sv-SE", { timeZone: "America/Chicago" }).format(cloud.clock.now());

/** What the console says first to whoever runs the night. */
export async function notices(cloud: Cloud, district = "cast"): Promise<readonly string[]> {
  const answer = await consoleAnswer(
    { records: cloud.records, public: cloud.public, table: cloud.table },
    { district: districtId(district), staff: null, isDemo: false, through: "console" },
    requestOf("/console/me", cloud.clock.now().toISOString()),
  );
  const { notices: shown } = await valueOf<AboutReader>(answer);
  return shown.map(({ text }) => text);
}

/** Takes an action from a function, until what it returns is called. */
export function withhold(cloud: Cloud, handler: string, action: string, place: string) {
  const { Role } = cloud.functionOf(handler).properties as { Role: string };
  return cloud.authority.withhold(
    (call) => call.principal === Role && call.action === action && call.resource.includes(place),
  );
}

/** The handlers that are invoked from here on, in their order. */
export function invocations(cloud: Cloud): () => readonly string[] {
  const from = cloud.lambdas.invocations.length;
  return () =>
    cloud.lambdas.invocations
      .slice(from)
      .map(({ functionArn }) => cloud.deployed.byArn(functionArn)?.id.slice(0, -8) ?? "");
}

/** How often an action is called at a place from here on. */
export function calls(cloud: Cloud): (action: string, place: string) => number {
  const from = cloud.authority.journal.length;
  return (action, place) =>
    cloud.authority.journal
      .slice(from)
      .filter((call) => call.action === action && call.resource.includes(place)).length;
}

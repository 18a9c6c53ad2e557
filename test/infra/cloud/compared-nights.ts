import { expect } from "vitest";
import { addDays } from "../../../functions/domain/calendar/day.ts";
import { publicKeys, recordsKeys } from "../../../functions/layout.ts";
import { CAST_DAY, CAST_EXPORTS } from "../../support/local-district.ts";
import type { Cloud } from "./cloud.ts";
import { drop } from "./drop.ts";
import { type Editions, editionsOf, goalsMet, oneMachine, type OneMachine } from "./one-machine.ts";
import { readersOf, type Readers } from "./readers.ts";

/** Stacks and one machine, night after night. */
export class ComparedNights {
  readonly cloud: Cloud;
  readonly machine: OneMachine;
  readonly readers: Readers;
  #count = 0;
  /** How many editions readers had seen by the end of the last night. */
  #seen = 0;
  readonly #scratch: string;

  private constructor(cloud: Cloud, machine: OneMachine, scratch: string) {
    this.cloud = cloud;
    this.machine = machine;
    this.#scratch = scratch;
    this.readers = readersOf(cloud);
  }

  /** @param cloud stacks with nothing in them, on the morning of the cast's day */
  static async of(cloud: Cloud, scratch: string): Promise<ComparedNights> {
    return new ComparedNights(cloud, await oneMachine(), scratch);
  }

  /** Starts a run that publishes. */
  start(asOf: string): string {
    return this.cloud.machines.start({
      machineArn: this.cloud.machineOf("Run").arn,
      input: { asOf, public: true },
      caller: null,
    }).executionArn;
  }

  /** Leaves uploads alone from now on: the runs are started by hand, for days of their own. */
  byHand(): void {
    const left = { payload: { waitSeconds: 0, isToStart: false, name: "" } };
    this.cloud.lambdas.intercept(this.cloud.functionOf("arrive").arn, () => Promise.resolve(left));
  }

  /** The day of the night that comes next. */
  get asOf(): string {
    return addDays(CAST_DAY, this.#count);
  }

  /**
   * Takes the whole upload in, which starts by itself.
   * @param ended comes back when all that followed from it is done
   */
  async first(ended: () => Promise<unknown> = () => this.cloud.quiet()): Promise<void> {
    await drop(this.cloud, CAST_EXPORTS);
    await ended();
    const run = this.cloud.machines.executions(this.cloud.machineOf("Run").arn)[0];
    expect(run).toMatchObject({ status: "SUCCEEDED" });
    await this.expectSame(CAST_EXPORTS, false);
    this.byHand();
  }

  /** Has one more goal met in a file that came twenty minutes ago. */
  async upload(): Promise<string> {
    const folder = goalsMet(1 + (this.#count % 40), this.#scratch);
    await drop(this.cloud, folder);
    this.cloud.clock.skip(20 * 60);
    return folder;
  }

  /** Has a goal met, and a run that publishes; gives the folder with the changed file. */
  async changed(
    ended: () => Promise<unknown> = () => this.cloud.quiet(),
  ): Promise<{ readonly folder: string; readonly status: string }> {
    const { cloud } = this;
    const folder = await this.upload();
    const arn = this.start(this.asOf);
    await ended();
    return { folder, status: cloud.machines.execution(arn).status };
  }

  /** Expects both editions of one machine, and that readers saw nothing else but those of before. */
  async expectSame(folder: string | null, isAsked = true): Promise<void> {
    const { cloud, readers } = this;
    cloud.faults.clear();
    await readers.look();
    const editions = await editionsOf(cloud);
    expect(editions).toEqual(await this.machine.night(this.asOf, folder, isAsked));
    expect(readers.faults).toEqual([]);
    const fresh = readers.editions.slice(this.#seen);
    expect(foldersOf(editions)).toEqual(expect.arrayContaining(fresh));
    this.#seen = readers.editions.length;
    this.#count += 1;
    const next = Date.parse(`${this.asOf}T10:00:00Z`);
    cloud.clock.skip(Math.max(0, (next - cloud.clock.now().getTime()) / 1000));
  }
}

/** The folders of the two editions of a district to which `latest.json` points. */
export function foldersOf(editions: Editions, district = "cast"): readonly string[] {
  const latest = (key: string) =>
    JSON.parse(editions[key] ?? "{}") as { readonly edition?: string; readonly release?: string };
  const { edition = "none" } = latest(recordsKeys.staffLatest(district));
  const { release = "none" } = latest(publicKeys.latest(district));
  return [recordsKeys.staffEdition(district, edition), publicKeys.release(district, release)];
}

/** When a run entered a step first, in milliseconds. */
export function entered(cloud: Cloud, arn: string, step: string): number {
  const event = cloud.machines
    .events(arn)
    .find(
      (event) =>
        (event["stateEnteredEventDetails"] as { name?: string } | undefined)?.name === step,
    );
  return event?.timestamp.getTime() ?? NaN;
}

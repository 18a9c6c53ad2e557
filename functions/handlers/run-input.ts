import { day, type Day } from "../domain/calendar/day.ts";
import { dayIn } from "../domain/calendar/zoned-day.ts";

/** What is asked of one run of a district. */
export interface RunAsked {
  readonly asOf: Day;
  /** A public release is made whatever the calendar says. */
  readonly isPublicAsked: boolean;
  readonly isNewSecret: boolean;
  /** The files that wait since they would remove many are right: somebody has looked. */
  readonly acceptRemovals: boolean;
}

const FLAGS = ["public", "newSecret", "acceptRemovals"] as const;
const TEXTS = ["asOf", "scheduledAt"] as const;

/**
 * Reads the input of a run: `{}`, or `asOf`, `public`, `newSecret` and `acceptRemovals`; a schedule adds
 * `scheduledAt`. Without `asOf` the day is that in the district's time zone when the schedule fired, or
 * else when the run started: an upload of an evening is of that evening's day, not of the next one in UTC.
 * A day still to come is refused: its figures would be untrue, and would keep those of every day before
 * it from being the current ones.
 * @param timezone an IANA time zone
 * @throws Error that names what of the input is wrong
 */
export function runAsked(input: unknown, startedAt: string, timezone: string): RunAsked {
  if (typeof input !== "object" || input === null || Array.isArray(input)) {
    throw new Error('the input of a run: expected an object such as { "asOf": "2025-01-15" }');
  }
  const given = input as Readonly<Record<string, unknown>>;
  const options: readonly string[] = [...FLAGS, ...TEXTS];
  for (const [name, value] of Object.entries(given)) {
    if (!options.includes(name)) {
      throw new Error(`the input of a run has ${name}: expected ${options.join(", ")} or nothing`);
    }
    const isFlag = (FLAGS as readonly string[]).includes(name);
    if (typeof value !== (isFlag ? "boolean" : "string")) {
      throw new Error(
        `${name} in the input of a run: expected ${isFlag ? "true or false" : "text"}`,
      );
    }
  }
  const instant = new Date(String(given["scheduledAt"] ?? startedAt));
  if (Number.isNaN(instant.getTime())) {
    throw new Error("scheduledAt in the input of a run: expected an ISO instant");
  }
  const today = dayIn(timezone, instant);
  const asOf = given["asOf"] === undefined ? today : day(String(given["asOf"]));
  if (asOf > today) {
    throw new Error(`asOf in the input of a run: expected a day up to ${today}, not ${asOf}`);
  }
  return {
    asOf,
    isPublicAsked: given["public"] === true,
    isNewSecret: given["newSecret"] === true,
    acceptRemovals: given["acceptRemovals"] === true,
  };
}

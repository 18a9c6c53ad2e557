import { day, type Day } from "../domain/calendar/day.ts";
import { dayIn } from "../domain/calendar/zoned-day.ts";

/** What one run of a district is asked to do. */
export interface RunAsked {
  readonly asOf: Day;
  /** Whether a public release is made whatever the calendar says. */
  readonly isPublicAsked: boolean;
  readonly isNewSecret: boolean;
  /**
   * Whether to accept the files that wait because they would remove many records: somebody has
   * checked them.
   */
  readonly acceptRemovals: boolean;
}

const FLAGS = ["public", "newSecret", "acceptRemovals"] as const;
const TEXTS = ["asOf", "scheduledAt"] as const;

/**
 * Reads the input of a run: `{}`, or `asOf`, `public`, `newSecret` and `acceptRemovals`; a schedule
 * adds `scheduledAt`. Without `asOf`, the day is that in the district's time zone when the schedule
 * fired, or else when the run started: an upload of an evening belongs to that evening's day, not
 * to the next one in UTC. A day in the future is refused: its figures would be wrong, and no
 * earlier day could be current any more.
 * @param timezone an IANA time zone
 * @throws Error that names what is wrong with the input
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

import { beforeAll } from "vitest";
import type { ConsoleAnswer } from "../../../functions/console/answers.ts";
import type { StaffRecord } from "../../../functions/domain/people/staff-member.ts";
import { consoleAnswer } from "../../../functions/pipeline/console/routes/console-answer.ts";
import { requestOf } from "../../support/asked-console.ts";
import { conformedCast } from "../../support/conformed-districts.ts";
import { CAST, CAST_DAY, publishDay, type MemoryPlaces } from "../../support/local-district.ts";
import { setStaff } from "../../support/staff-of.ts";

/** The console of the cast on its day. */
interface CastConsole {
  readonly places: MemoryPlaces;
  /**
   * What one person of the staff list is answered, each time a second later.
   * @param after where the page before ended, of a list that goes on
   */
  readonly ask: (who: string, address: string, after?: string | null) => Promise<ConsoleAnswer>;
}

/** Publishes the staff edition of the cast before the first test of a `describe`, with this staff list. */
export function castConsole(staff: readonly StaffRecord[]): CastConsole {
  let published: MemoryPlaces | null = null;
  let second = 0;
  const places = (): MemoryPlaces => {
    if (published === null) throw new Error("the edition is published before the first test");
    return published;
  };

  beforeAll(async () => {
    published = await conformedCast();
    await publishDay(published, CAST_DAY, CAST, "staff-only");
    await setStaff(published, staff);
  }, 60_000);

  return {
    get places() {
      return places();
    },
    ask: (who, address, after = null) =>
      consoleAnswer(
        places(),
        { district: CAST, staff: who, isDemo: false, through: "console" },
        requestOf(address, new Date(Date.UTC(2022, 2, 15, 8, 0, second++)).toISOString(), {
          after,
        }),
      ),
  };
}

import type { Day } from "../../domain/calendar/day.ts";
import { actionsOf, type ProblemCounted } from "../messages/actions.ts";
import type { Message } from "../words/message.ts";
import type { ReleaseManifest } from "../manifest/manifest.ts";
import type { EditionTables } from "./edition-tables.ts";
import { headlineFigures } from "./headline-figures.ts";
import { SCREEN_FORM, type Overview } from "./overview.ts";
import { nearestDayLastYear } from "./last-year.ts";
import { placeBars } from "./place-bars.ts";

/** The first screen of an edition, from what it says of itself and its tables. */
export function overviewOf(
  manifest: Omit<ReleaseManifest, "tables">,
  tables: EditionTables,
): Overview {
  const { edition, release, district, schoolYear, definitionVersion, mandate } = manifest;
  const asOf = manifest.asOf as Day;
  const figures = headlineFigures(tables, mandate, asOf);
  return {
    screenForm: SCREEN_FORM,
    ...{ edition, release, district, schoolYear, asOf, definitionVersion },
    smallestGroup: manifest.protection.smallestGroup,
    ...(manifest.scope !== undefined && { scope: manifest.scope }),
    mandate: { title: mandate.title, grades: mandate.grades },
    kept: manifest.messages.kept,
    figures,
    places: placeBars(tables, { mandate, asOf }),
    actions: actionsOf(tables.nextSteps, problemsOf(tables), { mandate, asOf }, edition),
    changes: foremost(manifest.messages.changes),
    comparedWith: lastBefore(tables, asOf),
    sameDayLastYear: nearestDayLastYear(tables.lastYear, asOf),
  };
}

const MOST_CHANGES = 4;

/**
 * What came due, what cannot be compared, and as many of the changed rates as fit. The manifest has
 * all of them.
 */
function foremost(changes: readonly Message[]): readonly Message[] {
  const isRate = ({ id }: Message): boolean => id === "rate-changed";
  const rates = changes.filter(isRate);
  const room = Math.max(0, MOST_CHANGES - (changes.length - rates.length));
  return changes.filter((message) => !isRate(message) || rates.indexOf(message) < room);
}

function lastBefore({ trend }: EditionTables, asOf: Day): string | null {
  const days = trend.map((row) => row.asOf).filter((on) => on < asOf);
  return days.sort().at(-1) ?? null;
}

/**
 * The problem that the whole plan file is old is left out: it is not about the record of a student.
 */
const problemsOf = ({ reconciliation }: EditionTables): readonly ProblemCounted[] =>
  reconciliation.flatMap(({ level, school, problem, problemName, owner, count }) =>
    level === "district" && count !== null && problem !== "stale-plan-file"
      ? [{ school, problem, problemName, owner, count }]
      : [],
  );

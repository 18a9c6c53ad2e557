import type { Day } from "../../domain/calendar/day.ts";
import { actionsOf, type ProblemCounted } from "../messages/actions.ts";
import type { ReleaseManifest } from "../manifest/manifest.ts";
import type { EditionTables } from "./edition-tables.ts";
import { headlineFigures } from "./headline-figures.ts";
import type { Overview } from "./overview.ts";
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
    ...{ edition, release, district, schoolYear, asOf, definitionVersion },
    smallestGroup: manifest.protection.smallestGroup,
    ...(manifest.scope !== undefined && { scope: manifest.scope }),
    mandate: { title: mandate.title, grades: mandate.grades },
    kept: manifest.messages.kept,
    figures,
    places: placeBars(tables, asOf),
    actions: actionsOf(tables.nextSteps, problemsOf(tables), { mandate, asOf }, edition),
    changes: manifest.messages.changes,
    comparedWith: lastBefore(tables, asOf),
    sameDayLastYear: figures.find(({ lastYear }) => lastYear !== null)?.lastYear?.asOf ?? null,
  };
}

function lastBefore({ trend }: EditionTables, asOf: Day): string | null {
  const days = trend.map((row) => row.asOf).filter((on) => on < asOf);
  return days.sort().at(-1) ?? null;
}

/** That the whole file is stale is no record of a student. */
const problemsOf = ({ reconciliation }: EditionTables): readonly ProblemCounted[] =>
  reconciliation.flatMap(({ level, school, problem, problemName, owner, count }) =>
    level === "district" && count !== null && problem !== "stale-plan-file"
      ? [{ school, problem, problemName, owner, count }]
      : [],
  );

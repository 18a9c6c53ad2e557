import { longDay } from "../../domain/calendar/long-day.ts";
import { counted } from "../../domain/text/counted.ts";
import { capital } from "../words/figure-words.ts";
import type { TrendNotes } from "../manifest/manifest.ts";
import type { CameDueRow } from "../tables/tables.ts";
import type { NotCompared } from "../trends/trend.ts";

/** What has come due, with the number of students where the edition has it. */
export type CameDue = CameDueRow & { readonly count?: number };

/**
 * What lies between a release and the one before beside the figures: what has come due in the district,
 * which rates are therefore not compared, and that other definitions held before.
 */
export function betweenReleases(
  {
    cameDue,
    notCompared,
  }: { readonly cameDue: readonly CameDue[]; readonly notCompared: readonly NotCompared[] },
  { startsOn, otherDefinitionsOn }: TrendNotes,
  asOf: string,
): readonly string[] {
  const anew =
    startsOn === asOf && otherDefinitionsOn !== null
      ? [
          `The definitions, or the rules of the mandate, are no longer those of ${longDay(otherDefinitionsOn)}: every trend starts again with this release, and no figure is compared with an earlier one.`,
        ]
      : [];
  return [...anew, ...cameDueSentences(cameDue), ...notComparedSentences(notCompared)];
}

function cameDueSentences(cameDue: readonly CameDue[]): readonly string[] {
  const district = cameDue.filter(({ level }) => level === "district");
  const [first] = district;
  if (first === undefined) return [];
  const named = district.map(({ requirementName, count }) =>
    count === undefined ? requirementName : `${requirementName} (for ${counted(count, "student")})`,
  );
  return [`Newly due since ${longDay(first.previousAsOf)}: ${named.join(", ")}.`];
}

function notComparedSentences(rows: readonly NotCompared[]): readonly string[] {
  const shown = rows.filter(({ breakdown }) => breakdown === "all" || breakdown === "transition");
  const [first] = shown;
  if (first === undefined) return [];
  const named = shown.map(({ measureName, breakdown, groupName }) =>
    breakdown === "all" ? measureName : `${measureName} (${groupName})`,
  );
  return [`${capital(notComparedWords(first.previousAsOf))}: ${named.join(", ")}.`];
}

/** "not compared with March 31, 2022, when a different set of requirements was due" */
export const notComparedWords = (on: string): string =>
  `not compared with ${longDay(on)}, when a different set of requirements was due`;

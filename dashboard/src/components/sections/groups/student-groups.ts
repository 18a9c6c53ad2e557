import type { Overview } from "../../../../../functions/releases/overview/overview.ts";
import type { Edition } from "../../../release/edition.ts";
import { dayInWords } from "../../../words/formats/days.js";
import { english } from "../../../words/language.js";
import { pageWords } from "../../../words/page.js";
import { drawnLater } from "../../page/drawn-later.js";
import { page } from "../../page/page.js";
import { redrawn, type Parts } from "../../page/redrawn.js";
import { sentences } from "../answer.js";
import { notHere } from "../../page/not-here.js";
import { askedGroups, missingGroups } from "./asked-groups.js";
import { groupAnswer } from "./group-answer.js";
import { groupPicks } from "./group-picks.js";
import { groupsAt } from "./groups-at.js";

/** How student groups stand beside all students, and which gaps are certain: one measure at one place, as the reader chooses. */
export const studentGroups = (): HTMLElement =>
  page<Overview>({
    file: "overview.json",
    title: ({ district, asOf }) =>
      [pageWords.names["groups"], english(district.name), dayInWords(asOf)].join(" · "),
    draw: (edition) => [drawnLater(groupParts(edition))],
  });

async function groupParts(edition: Edition): Promise<Parts> {
  const [manifest, rows, rates] = await Promise.all([
    edition.manifest(),
    edition.rows("student-groups"),
    edition.rows("rates"),
  ]);
  return [
    redrawn(() => {
      const asked = askedGroups(rows, manifest);
      if (asked === null) return [];
      return [
        notHere(missingGroups(asked, manifest)),
        sentences(groupAnswer(asked, edition.screen.asOf)),
      ];
    }),
    rows.length === 0 ? null : groupPicks(rows, manifest),
    redrawn(() => groupsAt(edition, rates, manifest.mandate, askedGroups(rows, manifest))),
  ];
}

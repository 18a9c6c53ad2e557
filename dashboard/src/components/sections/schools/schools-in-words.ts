import type { PlaceBar, PlaceBars } from "../../../../../functions/releases/overview/overview.ts";
import { barParts } from "../../../release/bar-parts.js";
import { counted } from "../../../words/formats/nouns.js";
import { shareInWords } from "../../../words/formats/shares.js";
import { english } from "../../../words/language.js";
import { notComparedWords } from "../../../words/not-compared.js";
import { schoolWords as words } from "../../../words/schools.js";
import { partsInWords } from "../../../words/terms/question-parts.js";
import { heldInFew } from "../counts-of.js";
import { isToDo, toDo } from "../to-do.js";

/** The answer of the list of schools: where most is to be done, in the order of the bars. */
export function schoolsInWords({ kind, bars, isRanked }: PlaceBars): string {
  const shown = bars.filter(({ level, parts }) => level === "school" && parts.length > 0);
  const [first, second] = shown;
  if (first === undefined) return words.noFigures;
  if (isRanked === false) return notComparedWords.schools;
  const [most, next] = [first, second].map((bar) =>
    bar === undefined ? null : toDo(barParts(bar.parts)),
  );
  if (most === undefined || most === null || most.high === 0) return words.nothingToDo;
  const what = kind === "reviews" ? words.ofReviews : words.ofRequirements;
  const said = partsSaid(first, kind);
  return next === null || next === undefined || most.low > next.high
    ? words.mostToDo(what, english(first.name), said)
    : words.amongMost(what, english(first.name), said);
}

/** How many schools have no figure, where the first screen names them all. */
export function withoutFigure({ bars, more }: PlaceBars): readonly string[] {
  if (more > 0) return [];
  const count = bars.filter(({ level, parts }) => level === "school" && parts.length === 0).length;
  return count === 0 ? [] : [words.withoutFigure(counted(count, "school"), count === 1)];
}

/** "not held 42%, no plan 10%, counts of March 31" */
function partsSaid({ parts, heldOn }: PlaceBar, kind: PlaceBars["kind"]): string {
  const shares = new Map(barParts(parts).map((share) => [share.part, share]));
  const said = partsInWords(kind === "reviews" ? "review" : "standing").flatMap(
    ({ part, name }) => {
      const share = shares.get(part);
      return share === undefined || !isToDo(share)
        ? []
        : [`${name.toLowerCase()} ${shareInWords(share)}`];
    },
  );
  return [...said, ...(heldOn === null ? [] : [heldInFew(heldOn)])].join(", ");
}

import { html } from "htl";
import { fromAddress, linkTo } from "../../../release/address.js";
import { beforeDue } from "../../../release/due-between.js";
import type { Edition } from "../../../release/edition.ts";
import { isShown } from "../../../words/formats/shares.js";
import { english, plainText } from "../../../words/language.js";
import { requirementWords as words } from "../../../words/requirements.js";
import { partsInWords } from "../../../words/terms/question-parts.js";
import { markOf } from "../../../words/terms/states.js";
import { LOOKS, lookOf } from "../../charts/part-looks.js";
import { stackedBars } from "../../charts/stacked-bars.js";
import { barRows, datedBar } from "./bar-rows.js";
import { countsNote, countsOf } from "../counts-of.js";
import { beforeDueNotes } from "../not-compared.js";
import { questionName, questionsOf } from "./questions.js";

/** Every requirement side by side, at the district or the chosen school. */
export async function everyRequirement(edition: Edition): Promise<HTMLElement | null> {
  const { schools, mandate } = await edition.manifest();
  const school = schools.find(({ id }) => id === fromAddress("school"))?.id ?? "";
  const questions = (await questionsOf(edition)).filter(({ requirement }) => requirement !== null);
  const bars = await Promise.all(
    questions.map(async (question) => {
      const rows = (await barRows(question, edition)).filter(
        (row) => row.school === school && row.breakdown === "all",
      );
      return { question, rows, shown: rows.filter(isShown) };
    }),
  );
  const drawn = bars.filter(({ rows }) => rows.some(({ state }) => state !== "not-applicable"));
  const place = drawn[0]?.rows[0]?.schoolName ?? edition.screen.district.name;
  if (!drawn.some(({ shown }) => shown.length > 0)) return null;
  const earlier = beforeDue(
    mandate,
    drawn.map(({ question, shown }) => datedBar(question, shown)),
  );
  return html`<section class="part">
    <h2>${words.all}</h2>
    <div class="card">
      ${stackedBars({
        label: plainText(words.allLabel(english(place))),
        parts: everyPart(),
        target: 1,
        bars: drawn.map(({ question, rows, shown }, at) => ({
          name: questionName(question),
          href: linkTo("requirements", { requirement: question.id }),
          isWhole: false,
          n: shown[0]?.n ?? null,
          note: countsNote(
            countsOf(shown[0]?.drawnOn ?? null, edition.screen.asOf),
            (earlier[at] ?? null) !== null,
          ),
          why: markOf(rows[0]?.state ?? "not-applicable"),
          parts: shown.map(({ part, low, high }) => ({ part, low, high })),
        })),
      })}
      ${beforeDueNotes(earlier)}
    </div>
  </section>`;
}

/** The parts of every sort of question, what is done first as in each of them. Parts that mean the same are listed once. */
const everyPart = () =>
  [
    ...new Map(
      (["review", "standing", "plan", "transition"] as const)
        .flatMap(partsInWords)
        .map((named) => [named.part, named] as const),
    ).values(),
  ].toSorted((a, b) => placeOf(a.part) - placeOf(b.part));

const placeOf = (part: string): number => LOOKS.indexOf(lookOf(part));

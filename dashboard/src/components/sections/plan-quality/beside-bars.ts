import { linkTo } from "../../../release/address.js";
import type { Edition } from "../../../release/edition.ts";
import { measureName } from "../../../words/terms/measures.js";
import type { PartsOf } from "../../../words/terms/question-parts.js";
import { barRows, type BarRow } from "../requirements/bar-rows.js";
import { questionName, questionsOf } from "../requirements/questions.js";
import type { QualityCard } from "./quality-cards.ts";
import { answersAt } from "./quality-rows.js";

/** A bar of the mandate, beside which the quality of plans is read. */
export interface BesideBar {
  readonly name: string;
  readonly href: string;
  readonly parts: PartsOf;
  readonly rows: readonly [BarRow, ...BarRow[]];
}

/** The bars of a place; that of the content of plans is in the staff edition alone. */
export async function besideBars(
  edition: Edition,
  school: string,
): Promise<ReadonlyMap<QualityCard["beside"], BesideBar>> {
  const questions = await questionsOf(edition);
  const bars = new Map<QualityCard["beside"], BesideBar>();
  const asked = [
    ["plans", questions.find(({ parts }) => parts === "plan")],
    ["reviews", questions.find(({ id }) => id === "all")],
  ] as const;
  for (const [beside, question] of asked) {
    if (question === undefined) continue;
    const [first, ...rest] = (await barRows(question, edition)).filter(
      (row) => row.school === school && row.breakdown === "all",
    );
    if (first === undefined) continue;
    bars.set(beside, {
      ...{ name: questionName(question), parts: question.parts, rows: [first, ...rest] },
      href: linkTo("requirements", { requirement: question.id, school: school || null }),
    });
  }
  const [first, ...rest] = (await answersAt(edition, school)).filter(
    ({ measure }) => measure === CONTENT,
  );
  if (first !== undefined) {
    bars.set("content", {
      ...{ name: measureName(CONTENT, CONTENT), parts: "standing", rows: [first, ...rest] },
      href: linkTo("methods", {}, CONTENT),
    });
  }
  return bars;
}

const CONTENT = "component-completeness";

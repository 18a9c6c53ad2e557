import { html } from "htl";
import type { Overview } from "../../../../../functions/releases/overview/overview.ts";
import { choose, fromAddress } from "../../../release/address.js";
import type { Edition } from "../../../release/edition.ts";
import { dayInWords } from "../../../words/formats/days.js";
import { english } from "../../../words/language.js";
import { messageText } from "../../../words/messages/message-text.js";
import { pageWords } from "../../../words/page.js";
import { requirementWords as words } from "../../../words/requirements.js";
import { partsInWords } from "../../../words/terms/question-parts.js";
import { isShown, shareInWords } from "../../../words/formats/shares.js";
import { breakdownGroupName } from "../../../words/terms/breakdowns.js";
import { notHere } from "../../page/not-here.js";
import { page } from "../../page/page.js";
import { pick } from "../../page/pick.js";
import { redrawn, type Parts } from "../../page/redrawn.js";
import { sentences } from "../answer.js";
import { countsOf } from "../counts-of.js";
import { planQuality } from "../plan-quality/plan-quality.js";
import { barRows, inGroups, type BarRow, type Question } from "./bar-rows.js";
import { barsByGrade, barsBySchool } from "./bars.js";
import { chosenOf, missingOf, rowsChosen, type Chosen } from "./chosen.js";
import { everyRequirement } from "./every-requirement.js";
import { howLate } from "./how-late.js";
import { districtDuties, mandateNotes, mandateRules } from "./mandate-parts.js";
import { overYear } from "./over-year.js";
import { questionTable } from "./question-table.js";
import { questionAsked, questionName, questionsOf, ruleOf } from "./questions.js";
import { ruleBody } from "./rule-card.js";

/** Which requirement is kept where: by school, by grade level and over the year, and the rule itself. */
export const requirements = (): HTMLElement =>
  page<Overview>({
    file: "overview.json",
    title: ({ district, asOf }) =>
      [pageWords.names["requirements"], english(district.name), dayInWords(asOf)].join(" · "),
    draw: (edition) => [
      redrawn(() => drawChosen(edition), html`<p class="loading">${pageWords.loadingMore}</p>`),
      redrawn(async () => [await planQuality(edition, fromAddress("school") ?? "")]),
      redrawn(() => drawMandate(edition)),
    ],
  });

/** Caseloads of counselors are the console's own page. */
const BREAKDOWNS: readonly string[] = ["all", "grade"];

async function drawChosen(edition: Edition): Promise<Parts> {
  const questions = await questionsOf(edition);
  const asked = {
    requirement: fromAddress("requirement"),
    school: fromAddress("school"),
    grade: fromAddress("grade"),
  };
  const question = questionAsked(questions, asked.requirement ?? "") ?? questions[0];
  const manifest = await edition.manifest();
  if (question === undefined)
    return [sentences(manifest.messages.kept.map((message) => messageText(message)))];
  const rows = (await barRows(question, edition)).filter(
    ({ state, breakdown }) => state !== "not-applicable" && BREAKDOWNS.includes(breakdown),
  );
  const chosen = chosenOf(rows, asked);
  const rule = ruleOf(question, manifest);
  const ofPlace = rows.filter(({ school }) => school === chosen.school);
  return [
    notHere(missingOf(questions, question, chosen, manifest, asked)),
    picks(questions, question, rows, chosen),
    sentences(sentencesOf(question, manifest, ofPlace, chosen)),
    barsBySchool(
      question,
      rows.filter(({ breakdown, group }) =>
        chosen.grade === null ? breakdown === "all" : group === chosen.grade,
      ),
      manifest,
    ),
    chosen.grade === null
      ? barsByGrade(
          question,
          ofPlace.filter(({ breakdown }) => breakdown === "grade"),
          manifest,
        )
      : null,
    await overYear(question, chosen.place, edition),
    edition.screen.edition === "staff" ? await howLate(question, chosen, edition) : null,
    rule === null
      ? null
      : html`<details class="card" open>
          <summary><h2>${words.rule}</h2></summary>
          ${ruleBody(rule, manifest.mandate)}
        </details>`,
    await questionTable(question, rowsChosen(rows, chosen), edition),
  ];
}

function picks(
  questions: readonly Question[],
  question: Question,
  rows: readonly BarRow[],
  { school, grade }: Chosen,
): HTMLElement {
  const places = inGroups(rows, (row) => row.school).map(([first]) => ({
    value: first.school,
    label: english(first.schoolName),
  }));
  const grades = inGroups(
    rows.filter(({ breakdown }) => breakdown === "grade"),
    ({ group }) => group,
  ).map(([first]) => ({
    value: first.group,
    label: breakdownGroupName(first.breakdown, first.group, first.groupName),
  }));
  return html`<div class="picks">
    ${pick(
      words.requirement,
      questions.map((each) => ({ value: each.id, label: questionName(each) })),
      question.id,
      (requirement) =>
        choose({ requirement: requirement === questions[0]?.id ? null : requirement, grade: null }),
      "requirement",
    )}
    ${places.length > 1 ? pick(words.place, places, school, (value) => choose({ school: value || null }), "school") : ""}
    ${
      grades.length > 1
        ? pick(
            words.grade,
            [{ value: "", label: words.allGrades }, ...grades],
            grade ?? "",
            (value) => choose({ grade: value || null }),
            "grade",
          )
        : ""
    }
  </div>`;
}

type Manifest = Awaited<ReturnType<Edition["manifest"]>>;

/** The messages of the edition on the question in the district; else the bar of the chosen place in words. */
function sentencesOf(
  question: Question,
  { messages, asOf }: Manifest,
  ofPlace: readonly BarRow[],
  { school, grade, place }: Chosen,
): readonly string[] {
  if (school === "" && grade === null) {
    if (question.id === "all") return messages.reviews.map((message) => messageText(message));
    if (question.id === "all-requirements")
      return messages.kept.map((message) => messageText(message));
    if (question.parts === "transition")
      return messages.transitions.map((message) => messageText(message));
  }
  const bar = ofPlace
    .filter((row) => (grade === null ? row.breakdown === "all" : row.group === grade))
    .filter(isShown);
  const [first] = bar;
  if (first === undefined) return [];
  const names = new Map(partsInWords(question.parts).map(({ part, name }) => [part, name]));
  const shares = bar
    .filter(({ high }) => high > 0)
    .map((row) => `${(names.get(row.part) ?? row.partName).toLowerCase()} ${shareInWords(row)}`);
  const where =
    grade === null
      ? english(place.name)
      : `${english(place.name)}, ${breakdownGroupName(first.breakdown, first.group, first.groupName)}`;
  const counts = countsOf(first.drawnOn, asOf);
  const held = counts === null ? "" : ` (${counts})`;
  return [`${questionName(question)} (${where}): ${shares.join(", ")}${held}.`];
}

async function drawMandate(edition: Edition): Promise<Parts> {
  const manifest = await edition.manifest();
  return [
    await everyRequirement(edition),
    mandateRules(manifest),
    districtDuties(manifest),
    mandateNotes(manifest),
  ];
}

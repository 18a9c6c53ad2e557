// Longer than most: each page's sentence and each next step, held to the worklist of the same run.
import { beforeAll, describe, expect, it } from "vitest";
import { day } from "../../../functions/domain/calendar/day.ts";
import { schoolWorklist, worklistOfSchool } from "../../support/worklist-of-school.ts";
import type { WorklistEntry } from "../../../functions/reports/worklist/worklist-entries.ts";
import { recordsKeys } from "../../../functions/layout.ts";
import { mandateById, MANDATES } from "../../../functions/mandates/rules/mandates.ts";
import { requirementsWithBar } from "../../../functions/metrics/questions/requirement-questions.ts";
import type { Places } from "../../../functions/pipeline/ports.ts";
import { checkSentences } from "../../independent/sentence-figures.ts";
import { conformedCast } from "../../support/conformed-districts.ts";
import { CAST, CAST_DAY, publishDay } from "../../support/local-district.ts";
import {
  madeInMemory,
  readCast,
  type MadeEdition,
  type ReadDistrict,
} from "../../support/stores/made-in-memory.ts";

/** In the year, and after the last instructional day, when all that is asked yearly is due. */
const DAYS = [CAST_DAY, day("2022-06-10")];

describe("the cast under every mandate", () => {
  let places: Places;
  let cast: ReadDistrict;
  beforeAll(async () => {
    places = await conformedCast();
    cast = await readCast(places, CAST_DAY);
  });

  it.each(MANDATES)("says on each page what the worklist says: $id", (mandate) => {
    for (const asOf of DAYS) {
      const { staff, public: forAll, entries, undecided } = madeInMemory(cast, mandate, asOf);
      const rules = requirementsWithBar(mandate, asOf);
      expect(stepsOf(staff)).toEqual(stepsOnList(entries));
      const open = [...undecided].flatMap(([school, found]) =>
        found
          .map(({ requirement }) => requirement)
          // What only a person can judge has no figure, and is on the list of what cannot be told.
          .filter((requirement) => rules.some(({ id }) => id === requirement))
          .map((requirement) => `${school} ${requirement}`),
      );
      expect(open.sort()).toEqual(undecidedIn(staff));
      for (const edition of [staff, forAll]) {
        expect(checkSentences(edition as never).faults).toEqual([]);
        for (const sentence of sentencesOf(edition)) {
          // The cast's plans were sent.
          expect(sentence).not.toMatch(/No plans were sent/);
          expect(sentence).not.toMatch(/\bnobody\b|\bno one\b/i);
        }
      }
      expectLeads(rules, staff, entries);
      expectWhoActs(rules, staff, entries);
      expectPublic(rules, forAll);
    }
  });

  it("is published as it is made here", async () => {
    const mandate = mandateById("TX");
    const made = madeInMemory(cast, mandate, CAST_DAY);
    const { edition } = await publishDay(places, CAST_DAY, CAST, "staff-only", mandate);
    const bytes = await places.records.get(
      `${recordsKeys.staffEdition(CAST, edition)}manifest.json`,
    );
    const manifest = JSON.parse(Buffer.from(bytes!).toString()) as MadeEdition["manifest"];
    expect(manifest.sentences).toEqual(made.staff.manifest.sentences);
    expect(manifest.mandate).toEqual(made.staff.manifest.mandate);
    const byKey = (entries: readonly WorklistEntry[]) =>
      entries.map((entry) => JSON.stringify(entry)).sort();
    const listed = await Promise.all(
      manifest.schools.map(({ id }) => worklistOfSchool(places, CAST, id)),
    );
    expect(byKey(listed.flat())).toEqual(byKey(made.entries));
    expect(listed.flat().length).toBeGreaterThan(2);
    for (const { id } of manifest.schools) {
      expect((await schoolWorklist(places, CAST, id))?.undecided ?? []).toEqual(
        made.undecided.get(id),
      );
    }
  });
});

type Rules = ReturnType<typeof requirementsWithBar>;

/** Students by school, requirement and need, as the next steps of the staff edition count them. */
const stepsOf = ({ tables }: MadeEdition): Counts =>
  sorted(
    (tables["next-steps"] ?? [])
      .filter((row) => row["level"] === "school" && Number(row["count"] ?? 0) > 0)
      .map((row) => [keyOf(row), Number(row["count"])]),
  );

/** The same of the worklist: distinct students, records to fix left out. */
function stepsOnList(entries: readonly WorklistEntry[]): Counts {
  const students = new Map<string, Set<string>>();
  for (const entry of entries.filter(({ need }) => need !== "fix-record")) {
    const key = keyOf({ ...entry });
    students.set(key, (students.get(key) ?? new Set()).add(entry.student));
  }
  return sorted([...students].map(([key, own]) => [key, own.size]));
}

type Counts = readonly (readonly [key: string, students: number])[];
const keyOf = (row: { readonly [column: string]: unknown }): string =>
  ["school", "requirement", "need"].map((column) => String(row[column])).join(" ");
const sorted = (counts: Counts): Counts => [...counts].sort(([a], [b]) => (a < b ? -1 : 1));

/** Requirements of which the standings say that nobody at a school is known to meet or to miss them. */
const undecidedIn = ({ tables, manifest }: MadeEdition): readonly string[] =>
  manifest.schools
    .flatMap(({ id: school }) =>
      manifest.mandate.requirements
        .map(({ id }) => id)
        .filter((id) => isUndecided(tables, school, id))
        .map((id) => `${school} ${id}`),
    )
    .sort();

function isUndecided(tables: MadeEdition["tables"], school: string, requirement: string): boolean {
  const of = (standing: string) => standingAt(tables, school, requirement, standing);
  return of("not-determinable") > 0 && of("met") === 0 && of("not-met") === 0;
}

/** Students of a place who stand in one way; 0 where the table has no such row. */
const standingAt = (
  tables: MadeEdition["tables"],
  school: string,
  requirement: string,
  standing: string,
): number =>
  Number(
    (tables["standings"] ?? []).find(
      (row) =>
        row["school"] === school &&
        row["requirement"] === requirement &&
        row["standing"] === standing &&
        row["breakdown"] === "all",
    )?.["count"] ?? 0,
  );

function sentencesOf({ manifest }: MadeEdition): readonly string[] {
  const { schools, changes, ...pages } = manifest.sentences;
  return [...Object.values(pages), ...Object.values(schools), ...changes];
}

/** The first page, and the pages of reviews and transitions where the mandate names none, lead with a requirement in force. */
function expectLeads(
  rules: Rules,
  { tables, manifest }: MadeEdition,
  entries: readonly WorklistEntry[],
): void {
  const { kept, compliance, transitions, schools } = manifest.sentences;
  const hasReviews = (tables["statuses"] ?? []).length > 0;
  const hasTransitions = rules.some(({ kind }) => kind === "transition-review");
  const leads = [
    ["", kept],
    ...(hasReviews ? [] : [["", compliance] as const]),
    ...(hasTransitions ? [] : [["", transitions] as const]),
    ...manifest.schools.map(({ id }) => [id, schools[id] ?? ""] as const),
  ] as const;
  for (const [school, text] of leads) {
    const own = entries.filter(
      (entry) => entry.need !== "fix-record" && (school === "" || entry.school === school),
    );
    const missing = rules.map(({ id, name }) => ({
      name,
      students: standingAt(tables, school, id, "not-met"),
    }));
    const most = Math.max(0, ...missing.map(({ students }) => students));
    if (most > 0) {
      // Named is the requirement, or one of those, that the most students miss.
      const named = missing.filter(({ name }) =>
        text.toLowerCase().includes(`not met: ${name.toLowerCase()} (`),
      );
      expect(
        named.map(({ students }) => students),
        text,
      ).toEqual([most]);
    } else if (rules.some(({ id }) => isUndecided(tables, school, id)) || own.length > 0) {
      expect(rules.filter(({ name }) => text.includes(name)).length, text).toBeGreaterThan(0);
    }
    if (rules.length === 0 && school === "")
      expect(text).toMatch(/None of|Nothing (is asked|that)/);
  }
  // What cannot be determined for anybody says which text or record would decide it.
  const open = rules.find(({ id }) => isUndecided(tables, "", id));
  if (open !== undefined && standingAt(tables, "", "all", "not-determinable") > 0) {
    expect(kept).toMatch(/What would decide “[^”]+” \([^)]+\): \S/);
  }
  for (const { wouldDecide } of manifest.mandate.requirements) expect(wouldDecide).toMatch(/\w/);
}

/** Who acts next is whoever most rows of the list are about, and an empty list is said to be empty alone. */
function expectWhoActs(
  rules: Rules,
  { tables, manifest }: MadeEdition,
  entries: readonly WorklistEntry[],
): void {
  const { whoActsNext } = manifest.sentences;
  const steps = (tables["next-steps"] ?? []).filter((row) => row["level"] === "district");
  const most = Math.max(0, ...steps.map((row) => Number(row["count"] ?? 0)));
  if (most === 0) {
    expect(entries.filter(({ need }) => need !== "fix-record")).toEqual([]);
    expect(whoActsNext).toContain("Records to fix are on the worklist");
    expect(whoActsNext).toMatch(rules.length === 0 ? /^No(ne|thing) / : /^No record shows/);
    const [, name = "", count] =
      /most often: (.+) \(([\d,]+) students?\)\.$/.exec(whoActsNext) ?? [];
    const listed = entries.filter(({ requirementName }) => requirementName.toLowerCase() === name);
    expect(new Set(listed.map(({ student }) => student)).size).toBe(Number(count));
    return;
  }
  const named = steps.filter((row) =>
    whoActsNext.includes(
      `: ${String(row["requirementName"])}, ${String(row["needName"]).replace(/^./, (first) => first.toLowerCase())} (`,
    ),
  );
  expect(
    named.map((row) => row["count"]),
    whoActsNext,
  ).toEqual([most]);
}

/** The public edition names requirements in force alone, and never says that the list is empty. */
function expectPublic(rules: Rules, { tables, manifest }: MadeEdition): void {
  const ids = rules.map(({ id }) => id);
  for (const row of tables["next-steps"] ?? []) expect(ids).toContain(row["requirement"]);
  const { whoActsNext } = manifest.sentences;
  expect(whoActsNext).toMatch(
    rules.length === 0 ? /Records to fix are on the worklist/ : /worklist/,
  );
  expect(whoActsNext).not.toMatch(/^No record/);
}

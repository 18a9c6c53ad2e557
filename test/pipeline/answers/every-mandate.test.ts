// Longer than most: each page's messages and each next step, held to the worklist of the same run.
import { beforeAll, describe, expect, it } from "vitest";
import { day } from "../../../functions/domain/calendar/day.ts";
import { schoolWorklist, worklistOfSchool } from "../../support/worklist-of-school.ts";
import type { WorklistEntry } from "../../../functions/reports/worklist/worklist-entries.ts";
import { recordsKeys } from "../../../functions/layout.ts";
import { mandateById, MANDATES } from "../../../functions/mandates/rules/mandates.ts";
import { requirementsWithBar } from "../../../functions/metrics/questions/requirement-questions.ts";
import type { Places } from "../../../functions/pipeline/ports.ts";
import type { Message } from "../../../functions/releases/words/message.ts";
import { checkMessages } from "../../independent/message-figures.ts";
import { checkScreens, screensOf } from "../../independent/screen-figures.ts";
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
      const open = [...undecided].flatMap(([school, requirements]) =>
        requirements
          .map(({ requirement }) => requirement)
          // What only a person can judge has no figure, and is on the list of what cannot be told.
          .filter((requirement) => rules.some(({ id }) => id === requirement))
          .map((requirement) => `${school} ${requirement}`),
      );
      expect(open.sort()).toEqual(undecidedIn(staff));
      for (const edition of [staff, forAll]) {
        const [messages, screens] = [checkMessages(edition), checkScreens(edition)];
        expect([...messages.faults, ...screens.faults]).toEqual([]);
        expect(screens.checked).toBeGreaterThan(5);
        // The cast's plans were sent.
        expect(messagesOf(edition).filter(saysNoPlans)).toEqual([]);
      }
      expectLeads(rules, staff, entries);
      expectWhoActs(staff, entries);
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
    expect(manifest.messages).toEqual(made.staff.manifest.messages);
    for (const [path, screen] of Object.entries(made.staff.screens)) {
      const kept = await places.records.get(recordsKeys.staffEdition(CAST, edition) + path);
      const read = JSON.parse(Buffer.from(kept!).toString()) as object;
      expect({ ...read, release: "" }, path).toEqual(JSON.parse(JSON.stringify(screen)));
    }
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

/** Of the pages and of the first screens. */
function messagesOf(edition: MadeEdition): readonly Message[] {
  const { schools, ...pages } = edition.manifest.messages;
  const { overview, reports } = screensOf(edition);
  return [
    ...[...Object.values(pages), ...Object.values(schools)].flat(),
    ...[overview, ...reports].flatMap(({ actions }) => actions.map(({ message }) => message)),
  ];
}

const saysNoPlans = ({ id, values }: Message): boolean =>
  id === "no-plans-sent" ||
  ((id === "no-figure" || id === "transition-without") && values.state === "not-enough-data");

/** The requirement that messages name, by its name; none where they name none. */
const namedIn = (messages: readonly Message[]): readonly string[] =>
  messages.flatMap(({ values }) => ("requirement" in values ? [String(values.requirement)] : []));

/** The first page, and the pages of reviews and transitions where the mandate names none, lead with a requirement in force. */
function expectLeads(
  rules: Rules,
  { tables, manifest }: MadeEdition,
  entries: readonly WorklistEntry[],
): void {
  const { kept, reviews, transitions, schools } = manifest.messages;
  const hasReviews = (tables["statuses"] ?? []).length > 0;
  const hasTransitions = rules.some(({ kind }) => kind === "transition-review");
  const leads = [
    ["", kept],
    ...(hasReviews ? [] : [["", reviews] as const]),
    ...(hasTransitions ? [] : [["", transitions] as const]),
    ...manifest.schools.map(({ id }) => [id, schools[id] ?? []] as const),
  ] as const;
  for (const [school, messages] of leads) {
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
      const named = namedIn(messages.filter(({ id }) => id === "most-missing"));
      expect(
        missing.filter(({ name }) => named.includes(name)).map(({ students }) => students),
        `${school} ${named.join()}`,
      ).toEqual([most]);
    } else if (rules.some(({ id }) => isUndecided(tables, school, id)) || own.length > 0) {
      const named = namedIn(messages);
      expect(rules.filter(({ name }) => named.includes(name)).length, school).toBeGreaterThan(0);
    }
    if (rules.length === 0 && school === "") {
      const nothing = ["none-in-force", "no-requirements", "none-readable"];
      expect(messages.filter(({ id }) => nothing.includes(id))).toHaveLength(1);
    }
  }
  // What cannot be determined for anybody says which text or record would decide it.
  const open = rules.find(({ id }) => isUndecided(tables, "", id));
  if (open !== undefined && standingAt(tables, "", "all", "not-determinable") > 0) {
    const said = kept.flatMap((message) =>
      message.id === "would-decide" ? [message.values.decides] : [],
    );
    expect(said.filter((decides) => /\w/.test(decides))).toHaveLength(1);
  }
  for (const { wouldDecide } of manifest.mandate.requirements) expect(wouldDecide).toMatch(/\w/);
}

/** Who acts next is first whoever most rows of the list are about, and an empty list is said to be empty alone. */
function expectWhoActs(edition: MadeEdition, entries: readonly WorklistEntry[]): void {
  const { tables } = edition;
  const { actions } = screensOf(edition).overview;
  expect(actions.length).toBeLessThanOrEqual(4);
  const steps = (tables["next-steps"] ?? []).filter(
    (row) => row["level"] === "district" && row["need"] !== "due-soon",
  );
  const most = Math.max(0, ...steps.map((row) => Number(row["count"] ?? 0)));
  const named = actions.flatMap(({ message, list }) => (message.id === "act-on" ? [list!] : []));
  const waiting = entries.filter(({ need }) => !["fix-record", "due-soon"].includes(need));
  if (most === 0) {
    expect(waiting).toEqual([]);
    expect(named.filter(({ need }) => need !== "due-soon")).toEqual([]);
  } else {
    const [first] = named;
    const row = steps.find(
      ({ requirement, need }) => requirement === first?.requirement && need === first?.need,
    );
    expect(row?.["count"], JSON.stringify(first)).toBe(most);
  }
  // What is named to be done is on the list, for as many students.
  for (const { message, list } of actions) {
    if (list === null) continue;
    const listed = entries.filter(
      (entry) =>
        (list.school === "" || entry.school === list.school) &&
        (message.id === "act-fix-records"
          ? entry.need === "fix-record" && entry.requirementName === message.values.name
          : entry.need === list.need && entry.requirement === list.requirement),
    );
    const count = "count" in message.values ? message.values.count : null;
    const students = new Set(listed.map(({ student }) => student)).size;
    // Who has no plan is on the list once, by the requirement that asks for one where one does.
    if (list.problem === "enrolled-without-plan") expect(students).toBeLessThanOrEqual(count ?? 0);
    else expect(students, JSON.stringify(list)).toBe(count);
  }
  const isEmpty = actions.some(({ message }) => message.id === "nothing-to-do");
  if (isEmpty) expect(entries.filter(({ need }) => need !== "fix-record")).toEqual([]);
}

/** The public edition names requirements in force alone, and never says that the list is empty. */
function expectPublic(rules: Rules, edition: MadeEdition): void {
  const ids = rules.map(({ id }) => id);
  for (const row of edition.tables["next-steps"] ?? []) expect(ids).toContain(row["requirement"]);
  const { overview, reports } = screensOf(edition);
  const actions = [overview, ...reports].flatMap((screen) => screen.actions);
  for (const { message, list } of actions) {
    expect(message.id).not.toBe("nothing-to-do");
    if (list !== null) expect(ids).toContain(list.requirement);
  }
}

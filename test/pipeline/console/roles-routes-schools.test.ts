// Longer than most: every role on every route for every school, beside what the exports say by a few lines of their own.
import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import type { LogEntry } from "../../../functions/access/log-entry.ts";
import { STAFF_ROLES, type StaffRole } from "../../../functions/domain/people/staff-member.ts";
import { recordsKeys } from "../../../functions/layout.ts";
import {
  consoleAnswer,
  READ_ROUTES,
} from "../../../functions/pipeline/console/routes/console-answer.ts";
import type { ConsoleAnswer } from "../../../functions/console/answers.ts";
import type { Places } from "../../../functions/pipeline/ports.ts";
import { conformedCast } from "../../support/conformed-districts.ts";
import { CAST, CAST_DAY, CAST_EXPORTS, publishDay } from "../../support/local-district.ts";
import { parquetRows } from "../../support/parquet-rows.ts";
import { setStaff, staffRow } from "../../support/staff-of.ts";
import { studentKeys } from "../../../functions/hashing/student-keys.ts";
import { accessSecret } from "../../../functions/pipeline/console/access-log.ts";
import { requestOf, textOf } from "../../support/asked-console.ts";

const SCHOOLS = ["CAST-MS", "CAST-HS", "CAST-ES", "CAST-ALT"] as const;
type School = (typeof SCHOOLS)[number];

interface Person {
  readonly staff: string;
  readonly role: StaffRole | null;
  readonly schools: readonly School[];
  readonly counselors: readonly string[];
}
const person = (
  staff: string,
  role: StaffRole | null,
  schools: readonly School[] = [],
  counselors: readonly string[] = [],
): Person => ({ staff, role, schools, counselors });

/** A person of each role of the district, one of each school role at each school, and one without a role. */
const PEOPLE: readonly Person[] = [
  ...SCHOOLS.flatMap((school) => [
    person(`P-${school}`, "principal", [school]),
    person(`R-${school}`, "registrar", [school]),
  ]),
  person("K-71", "counselor", ["CAST-MS"], ["K-71"]),
  person("K-72", "counselor", ["CAST-HS"], ["K-72"]),
  person("K-74", "counselor", ["CAST-ALT"], ["K-74"]),
  person("D-1", "district-leader"),
  person("S-1", "state-reporter"),
  person("X-1", "researcher"),
  person("O-1", "privacy-officer"),
  person("N-1", null),
];

/** The exports by a few lines of their own: where each student is on the day, and who looks after the plan. */
interface Facts {
  readonly school: School | null;
  readonly lastSchool: School;
  readonly counselor: string;
}
const EXPECTED = JSON.parse(
  readFileSync(new URL("../../../fixtures/cast/expected.json", import.meta.url), "utf8"),
) as { students: { [id: string]: { school?: School | null } } };
const csv = (name: string) => {
  const [head = "", ...lines] = readFileSync(`${CAST_EXPORTS}/${name}`, "utf8")
    .trim()
    .split(/\r?\n/);
  const columns = head.split(",");
  return lines.map((line) => {
    const cells = line.split(",");
    return Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? ""]));
  });
};
const COUNSELOR = new Map(
  csv("plans.csv").map((row) => [row["student_id"], row["counselor_id"] ?? ""]),
);
const LAST_SCHOOL = new Map(
  csv("enrollments.csv")
    .filter(({ role }) => role === "student")
    .map((row) => [row["userSourcedId"], row["schoolSourcedId"] as School]),
);
const FACTS = new Map<string, Facts>(
  Object.entries(EXPECTED.students).map(([id, { school = null }]) => [
    id,
    { school, lastSchool: LAST_SCHOOL.get(id) ?? "CAST-MS", counselor: COUNSELOR.get(id) ?? "" },
  ]),
);

/** Whether a person may read a student's plan, and whether only the record: the rules in a few lines. */
function mayRead({ role, schools, counselors }: Person, { school, lastSchool, counselor }: Facts) {
  const isHere = school !== null && schools.includes(school);
  switch (role) {
    case "district-leader":
      return "plan";
    case "principal":
      return isHere ? "plan" : "nothing";
    case "counselor":
      return school !== null && (counselors.includes(counselor) || (counselor === "" && isHere))
        ? "plan"
        : "nothing";
    case "registrar":
      return schools.includes(school ?? lastSchool) ? "record" : "nothing";
    case "state-reporter":
      return "record to fix";
    case "researcher":
    case "privacy-officer":
    case null:
      return "nothing";
  }
}
const seesExactly = ({ role, schools }: Person, school: string): boolean =>
  ["district-leader", "state-reporter", "researcher"].includes(role ?? "") ||
  (["principal", "counselor"].includes(role ?? "") && schools.some((id) => id === school));

const RECORDED = [
  ...["exemptions", "attestations/withdraw", "duties", "duties/withdraw"],
  ...["confirmations", "caseload-assignments", "removals"],
];

const LISTS = ["students", "students.csv", "students.xlsx", "today", "plans", "shared-goals"];

describe("what the console answers to each role, on each route, for each school", () => {
  let places: Places;
  let familyNames: ReadonlyMap<string, string>;
  let second = 0;
  const nextInstant = () => new Date(Date.UTC(2022, 2, 15, 8, 0, second++)).toISOString();

  beforeAll(async () => {
    places = await conformedCast();
    await publishDay(places, CAST_DAY);
    await setStaff(
      places,
      PEOPLE.map(({ staff, role, schools, counselors }) =>
        staffRow(staff, role, schools, counselors),
      ),
    );
    familyNames = new Map(
      csv("users.csv").map((row) => [row["sourcedId"] ?? "", row["familyName"] ?? ""]),
    );
  }, 120_000);

  const ask = async (
    staff: string,
    address: string,
    more: { readonly student?: string; readonly body?: unknown } = {},
  ): Promise<{ answer: ConsoleAnswer; text: string; noted: readonly LogEntry[] }> => {
    const instant = nextInstant();
    const { keyOf } = studentKeys(await accessSecret(places.records, CAST));
    const student = more.student === undefined ? null : keyOf(more.student);
    const answer = await consoleAnswer(
      places,
      { district: CAST, staff, isDemo: false, through: "console" },
      requestOf(address, instant, { student, body: more.body ?? null }),
    );
    const prefix = `${recordsKeys.accessLog(CAST)}2022-03-15/${instant.slice(11).replaceAll(":", "")}`;
    const noted: LogEntry[] = [];
    for (const key of await places.records.list(prefix)) {
      noted.push(
        JSON.parse(Buffer.from((await places.records.get(key)) ?? []).toString()) as LogEntry,
      );
    }
    return { answer, text: await textOf(answer), noted };
  };
  const named = (text: string): readonly string[] =>
    [...FACTS.keys()].filter(
      (id) => text.includes(id) || text.includes(familyNames.get(id) || "\u0000"),
    );

  it.each(PEOPLE.map(({ staff }) => staff))(
    "lists to %s the students who are theirs, and nobody else",
    async (staff) => {
      const who = PEOPLE.find((person) => person.staff === staff);
      if (who === undefined) throw new Error("nobody");
      for (const school of [...SCHOOLS, "NO-SUCH"]) {
        for (const list of LISTS) {
          const address = `/console/${list}?school=${school}`;
          const { answer, text, noted } = await ask(staff, address);
          const allowed = [...FACTS]
            .filter(([, facts]) => (facts.school ?? facts.lastSchool) === school)
            .filter(([, facts]) => mayRead(who, facts) !== "nothing")
            .map(([id]) => id);
          const names = named(text);
          expect(
            names.filter((id) => !allowed.includes(id)),
            `${address} names`,
          ).toEqual([]);
          if (answer.status !== 200) {
            expect([400, 403, 404], address).toContain(answer.status);
            expect(names, address).toEqual([]);
            expect(
              noted.map(({ isAllowed }) => isAllowed),
              address,
            ).toEqual([false]);
          } else {
            expect(noted.length, `${address} is noted`).toBeGreaterThan(0);
            expect(noted.every((entry) => entry.who === staff && entry.because !== "")).toBe(true);
          }
          // Whoever is enrolled and theirs is on the list of all students.
          if (list === "students" && who.role !== "state-reporter") {
            const all = [...FACTS]
              .filter(([, facts]) => facts.school === school && mayRead(who, facts) !== "nothing")
              .map(([id]) => id);
            expect(
              all.filter((id) => !names.includes(id)),
              `${address} lacks`,
            ).toEqual([]);
          }
          if (["today", "shared-goals"].includes(list)) expect(names).toEqual([]);
        }
      }
    },
  );

  it("tells a registrar and a state reporter nothing of plans and reviews, whatever they ask for", async () => {
    for (const staff of ["R-CAST-MS", "S-1"]) {
      const { text } = await ask(staff, "/console/students?school=CAST-MS");
      const { students } = JSON.parse(text) as { students: { [name: string]: unknown }[] };
      for (const student of students) {
        const { answer, nextStep, lastReviewOn, actionSteps } = student;
        expect([answer, nextStep, lastReviewOn, actionSteps]).toEqual([null, null, null, null]);
      }
      for (const query of [
        "requirement=review-1&status=not-held",
        "need=overdue",
        "requirement=plan",
        "requirement=all&status=not-met",
      ]) {
        // A count says as much as a name, once it is of one student whom the reader knows.
        for (const more of ["", "&problem=wrong-school", "&counselor=K-71", "&grade=07"]) {
          const address = `/console/students?school=CAST-MS&${query}${more}`;
          const { answer, text: refused, noted } = await ask(staff, address);
          expect([answer.status, refused.includes("counted")], address).toEqual([403, false]);
          expect(noted.map(({ isAllowed }) => isAllowed)).toEqual([false]);
        }
      }
      const { text: work } = await ask(staff, "/console/today?school=CAST-MS");
      const { columns } = JSON.parse(work) as { columns: { id: string }[] };
      expect(columns.map(({ id }) => id)).toEqual(["enrolled", "to-fix"]);
    }
  });

  it("shows one student to whom the student belongs, and answers everybody else as if there were none", async () => {
    const nobody = (await ask("D-1", "/console/student", { student: "C-9999" })).text;
    for (const who of PEOPLE) {
      for (const id of ["C-0401", "C-0412", "C-0409", "C-0404", "C-0413", "C-0442"]) {
        const facts = FACTS.get(id);
        if (facts === undefined) throw new Error(id);
        const { answer, text, noted } = await ask(who.staff, "/console/student", { student: id });
        const may = mayRead(who, facts);
        expect(noted.length, `${who.staff} ${id}`).toBe(1);
        expect(noted[0]?.subject).toMatch(/^[0-9a-f]{24}$/);
        if (may === "nothing" || may === "record to fix") {
          if (answer.status === 404) expect(text).toBe(nobody);
          else expect(may, `${who.staff} ${id}`).toBe("record to fix");
        } else if (facts.school !== null) {
          expect(answer.status, `${who.staff} ${id}`).toBe(200);
        }
        if (answer.status === 200) {
          const { plans } = JSON.parse(text) as { plans: unknown };
          expect(plans === null, `${who.staff} ${id}`).toBe(may !== "plan");
          if (id !== "C-0401" && id !== "C-0412") continue;
          const sheet = await ask(who.staff, "/console/conference-sheet", { student: id });
          expect(sheet.answer.status, `${who.staff} ${id}`).toBe(may === "plan" ? 200 : 403);
          expect(sheet.text.includes("givenName")).toBe(may === "plan");
        }
      }
    }
  });

  it("shows exactly the schools that are theirs, and everything else as the public release has it", async () => {
    const open = JSON.parse(
      Buffer.from((await places.public.get("cast/latest.json")) ?? []).toString(),
    ) as {
      path: string;
    };
    const published = Buffer.from(
      (await places.public.get(`cast/${open.path}rates.csv`)) ?? [],
    ).toString();
    // The public file is for programs, and what staff keep for spreadsheets.
    expect(published).toMatch(/^\w+,/);
    const publicRows = new Map(rowsOf(published).map((row) => [keyOf(row), row]));
    for (const who of PEOPLE) {
      const { answer, text } = await ask(who.staff, "/data/cast/latest.json");
      if (who.role === null) {
        expect(answer.status).toBe(403);
        continue;
      }
      const { path } = JSON.parse(text) as { path: string };
      const {
        text: rates,
        answer: given,
        noted,
      } = await ask(who.staff, `/data/cast/${path}rates.csv`);
      expect(given.status, who.staff).toBe(200);
      expect(String(given.body).startsWith("\uFEFF"), who.staff).toBe(given.fileName !== null);
      const isExact = (row: { [column: string]: string }): boolean =>
        row["level"] === "district"
          ? seesExactly(who, "every school")
          : seesExactly(who, row["school"] ?? "");
      const rows = rowsOf(rates);
      expect(rows.length).toBeGreaterThan(0);
      for (const row of rows) {
        if (isExact(row)) continue;
        expect(row["count"] ?? "", `${who.staff} ${keyOf(row)}`).toBe("");
        const { low, high, state, n } = publicRows.get(keyOf(row)) ?? {};
        expect({ low: row["low"], high: row["high"], state: row["state"], n: row["n"] }).toEqual({
          low,
          high,
          state,
          n,
        });
      }
      const counted = rows.filter(({ count }) => count !== undefined && count !== "");
      expect(counted.length > 0, `${who.staff} has exact figures`).toBe(
        SCHOOLS.some((school) => seesExactly(who, school)),
      );
      // Reading what is public is no look at exact figures.
      expect(noted.length > 0).toBe(path.startsWith("editions/"));
      for (const file of [
        "statuses.csv",
        "standings.csv",
        "next-steps.csv",
        "student-groups.csv",
        "trend.csv",
        "reconciliation.csv",
      ]) {
        const { text: other, answer: otherAnswer } = await ask(
          who.staff,
          `/data/cast/${path}${file}`,
        );
        if (otherAnswer.status !== 200) continue;
        for (const row of rowsOf(other)) {
          if (!isExact(row)) expect(row["count"] ?? "", `${who.staff} ${file}`).toBe("");
        }
      }
    }
  });

  it("gives the rows that somebody sees as CSV as Parquet too", async () => {
    for (const { staff, role } of PEOPLE) {
      if (role === null) continue;
      const { path } = JSON.parse((await ask(staff, "/data/cast/latest.json")).text) as {
        path: string;
      };
      for (const table of ["rates", "statuses", "reconciliation"]) {
        const seen = await ask(staff, `/data/cast/${path}${table}.csv`);
        const { answer, noted } = await ask(staff, `/data/cast/${path}${table}.parquet`);
        expect(answer.status, `${staff} ${table}`).toBe(seen.answer.status);
        if (answer.status !== 200) continue;
        expect(answer.type).toBe("application/vnd.apache.parquet");
        expect(noted.length).toBe(seen.noted.length);
        const text = (row: { readonly [column: string]: unknown }) =>
          Object.fromEntries(
            Object.entries(row).map(([name, value]) => [name, String(value ?? "")]),
          );
        const rows = await parquetRows(answer.body as Uint8Array);
        expect(rows.map(text), `${staff} ${table}`).toEqual(rowsOf(seen.text));
        expect(rows.length).toBeGreaterThan(0);
      }
    }
  });

  it("gives nobody the students of an edition as a file, nor a file of another district or edition", async () => {
    const { text } = await ask("D-1", "/data/cast/latest.json");
    const { path } = JSON.parse(text) as { path: string };
    for (const { staff } of PEOPLE) {
      for (const address of [
        `/data/cast/${path}students.arrow`,
        `/data/cast/${path}students.parquet`,
        `/data/cast/${path}due-days.json`,
        "/data/cast/editions/2021-01-01-00000000/rates.csv",
        "/data/other/latest.json",
        "/data/cast/editions/../../raw/x.csv",
        `/data/cast/${path}constructor.csv`,
      ]) {
        const { answer } = await ask(staff, address);
        expect([403, 404], `${staff} ${address}`).toContain(answer.status);
      }
    }
  });

  it("shows the log to the privacy officer alone", async () => {
    for (const { staff, role } of PEOPLE) {
      const { answer, noted } = await ask(staff, "/console/log");
      expect(answer.status, staff).toBe(role === "privacy-officer" ? 200 : 403);
      expect(noted.map(({ kind, isAllowed }) => [kind, isAllowed])).toEqual([
        ["see-log", role === "privacy-officer"],
      ]);
    }
    const { text } = await ask("O-1", "/console/log");
    expect(named(text)).toEqual([]);
  });

  it("lets those record who may, of the students who are theirs, and notes each try", async () => {
    // A requirement that no mandate has: whoever is permitted is told so, and nothing is recorded.
    const body = {
      requirement: "no-such-rule",
      isMet: true,
      reason: "medical",
      from: "2022-03-01",
      duty: "none",
      on: "2022-03-01",
      counselor: "nobody",
      source: "the register",
      isAccepted: true,
      files: ["none"],
    };
    const permitted = (who: Person, path: string, facts: Facts): boolean => {
      const may = mayRead(who, facts) === "plan";
      if (path.startsWith("duties")) {
        return who.role === "district-leader" || who.role === "state-reporter";
      }
      if (["confirmations", "removals"].includes(path)) return who.role === "district-leader";
      return may && (path.startsWith("attestations") || who.role !== "counselor");
    };
    const keys = studentKeys(await accessSecret(places.records, CAST));
    for (const who of PEOPLE) {
      for (const path of RECORDED) {
        for (const student of ["C-0412", "C-0404", "C-0442"]) {
          const facts = FACTS.get(student);
          if (facts === undefined) throw new Error(student);
          const key = keys.keyOf(student);
          const { answer, text, noted } = await ask(who.staff, `/console/${path}`, {
            body: { ...body, student: key, students: [key] },
          });
          const isPermitted = permitted(who, path, facts);
          expect(answer.status, `${who.staff} ${path} ${student}: ${text}`).toBe(
            isPermitted ? 409 : 403,
          );
          // Permitted, and nothing came of it: that is noted too.
          expect(noted.map(({ isAllowed, who: by }) => [isAllowed, by])).toEqual(
            Array<unknown>(isPermitted ? 2 : 1).fill([isPermitted, who.staff]),
          );
          expect(named(text)).toEqual([]);
        }
      }
    }
  });

  it("answers what nobody listed, and a name without a role, with words and nothing else", async () => {
    for (const staff of ["N-1", "Z-404"]) {
      for (const path of Object.keys(READ_ROUTES)) {
        const { answer, text } = await ask(staff, `${path}?school=CAST-MS`, { student: "C-0401" });
        expect(named(text)).toEqual([]);
        if (path === "/console/me") expect(text).toContain('"notices":[{');
        else expect([403, 404], `${staff} ${path}`).toContain(answer.status);
      }
    }
  });

  it("knows the roles that there are", () => {
    expect(new Set(PEOPLE.map(({ role }) => role))).toEqual(new Set([...STAFF_ROLES, null]));
  });
});

function rowsOf(text: string): readonly { [column: string]: string }[] {
  const [head = "", ...lines] = text.trim().split(/\r?\n/);
  const columns = cellsOf(head);
  return lines.map((line) => {
    const cells = cellsOf(line);
    return Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? ""]));
  });
}

const cellsOf = (line: string): readonly string[] =>
  [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    ([, quoted, plain]) => quoted ?? plain ?? "",
  );

const keyOf = (row: { [column: string]: string }): string =>
  ["measure", "level", "school", "breakdown", "group"].map((column) => row[column] ?? "").join("|");

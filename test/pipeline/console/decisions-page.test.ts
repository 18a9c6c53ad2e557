import { beforeAll, describe, expect, it } from "vitest";
import type {
  DecisionsPage,
  StudentDecisions,
} from "../../../functions/console/decision-answers.ts";
import { studentKeys } from "../../../functions/hashing/student-keys.ts";
import { conformedInForce } from "../../../functions/pipeline/conform/conformed-in-force.ts";
import { accessSecret } from "../../../functions/pipeline/console/access-log.ts";
import { consoleAnswer } from "../../../functions/pipeline/console/routes/console-answer.ts";
import { conformedCast } from "../../support/conformed-districts.ts";
import { CAST, CAST_DAY, publishDay, type MemoryPlaces } from "../../support/local-district.ts";
import { conformedRows } from "../../support/conformed-rows.ts";
import { requestOf, textOf, valueOf } from "../../support/asked-console.ts";
import { setStaff, staffRow } from "../../support/staff-of.ts";

// Enrolled at the middle school, in the caseload of no counselor below, and one of another school.
const [OWN, OTHER] = ["C-0404", "C-0442"];
const STAFF = [
  staffRow("L-1", "district-leader", []),
  staffRow("P-1", "principal", ["CAST-MS"]),
  staffRow("R-1", "registrar", ["CAST-MS"]),
  staffRow("S-1", "state-reporter", []),
  staffRow("C-71", "counselor", ["CAST-MS"], ["K-71"]),
  staffRow("C-72", "counselor", ["CAST-HS"], ["K-72"]),
  staffRow("C-99", "counselor", ["CAST-MS"], ["K-99"]),
];

describe("decisions on the pages of the console", () => {
  let places: MemoryPlaces;
  let keyOf: (student: string) => string;
  let minute = 0;

  beforeAll(async () => {
    places = await conformedCast();
    await publishDay(places, CAST_DAY);
    await setStaff(places, STAFF);
    ({ keyOf } = studentKeys(await accessSecret(places.records, CAST)));
  }, 120_000);

  const answer = (staff: string, address: string, more: Parameters<typeof requestOf>[2] = {}) =>
    consoleAnswer(
      places,
      { district: CAST, staff, isDemo: false, through: "console" },
      requestOf(address, new Date(Date.UTC(2022, 2, 16, 8, minute++)).toISOString(), more),
    );
  const page = async (staff: string, query = "") =>
    valueOf<DecisionsPage>(await answer(staff, `/console/decisions${query}`));
  /** What is recorded is conformed anew, from files that name no staff. */
  const post = async (staff: string, path: string, body: object) => {
    const made = await answer(staff, path, { body });
    await setStaff(places, STAFF);
    return [made.status, await textOf(made)] as const;
  };
  const exemption = (student: string) => ({
    ...{ student: keyOf(student), requirement: "review-1", reason: "medical" },
    from: "2022-03-15",
  });

  it("show a decision to those who see the student, as not yet in the figures, until the next edition", async () => {
    expect((await post("P-1", "/console/exemptions", exemption(OWN)))[0]).toBe(200);
    expect((await post("L-1", "/console/exemptions", exemption(OTHER)))[0]).toBe(200);
    const leader = await page("L-1");
    expect(leader.decided.map(({ by, isPending }) => [by, isPending])).toEqual([
      ["Person L-1 (L-1)", true],
      ["Person P-1 (P-1)", true],
    ]);
    const principal = await page("P-1");
    expect(principal.decided.map(({ student, inWords }) => [student?.key, inWords])).toEqual([
      [keyOf(OWN), "Exempt from First review of the year from March 15, 2022: medical reasons"],
    ]);
    const about = (staff: string) =>
      answer(staff, "/console/student-decisions", { student: keyOf(OWN) });
    const decisions = await valueOf<StudentDecisions>(await about("P-1"));
    expect(decisions).toMatchObject({ canExempt: true, canAttest: true, firstDay: CAST_DAY });
    expect(decisions.decided.map(({ isPending }) => isPending)).toEqual([true]);
    // Who sees the record alone sees no more than of somebody who is not there.
    const refused = await about("R-1");
    expect([refused.status, await textOf(refused)]).toEqual([
      404,
      "There is no student with this id among those whose plans you may see.\n",
    ]);
    await publishDay(places, "2022-03-16");
    expect((await page("P-1")).decided.map(({ isPending }) => isPending)).toEqual([false]);
  }, 60_000);

  it("withdraw by what the page says, record it once, and say that the decision was withdrawn", async () => {
    const [own] = (await page("P-1")).decided;
    const { path, body } = own!.withdraw!;
    expect(await post("R-1", path, body)).toEqual([403, expect.stringContaining("registrar")]);
    const both = await Promise.all([answer("P-1", path, { body }), answer("P-1", path, { body })]);
    await setStaff(places, STAFF);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    const { decided } = await page("P-1");
    expect(
      decided.map(({ isWithdrawal, state, withdraw }) => [isWithdrawal, state, withdraw]),
    ).toEqual([
      [true, "in-force", null],
      [false, "withdrawn", null],
    ]);
    const manifest = await conformedInForce(places.records, CAST);
    expect(
      manifest?.files.filter(({ name }) => name.startsWith("recorded_exemption")),
    ).toHaveLength(3);
  }, 60_000);

  it("tell who decides nothing who does, and others what waits and whose it is", async () => {
    const refused = await answer("R-1", "/console/decisions");
    expect(refused.status).toBe(403);
    expect(await textOf(refused)).toContain("District leaders decide for the whole district");
    const { waiting } = await page("P-1");
    expect([waiting.removals, waiting.duties, waiting.rules]).toEqual([null, null, null]);
    const reporter = await page("S-1");
    expect(reporter.waiting.duties).not.toBeNull();
    expect(reporter.decided).toEqual([]);
    expect((await answer("L-1", "/console/decisions?kind=weather")).status).toBe(400);
    expect((await page("L-1", "?kind=duty")).decided).toEqual([]);
  });

  it("assign several students at once, each noted with a name of its own, or none of them", async () => {
    const counselor = "no-such-counselor";
    const students = [keyOf(OWN), keyOf(OTHER)];
    const path = "/console/caseload-assignments";
    expect((await post("P-1", path, { students, counselor }))[0]).toBe(403);
    const [status, text] = await post("L-1", path, { students, counselor });
    expect([status, text]).toEqual([
      409,
      expect.stringContaining("no plan, caseload or staff list"),
    ]);
    expect((await post("L-1", path, { students: [], counselor }))[0]).toBe(400);
  }, 60_000);

  it.each(["P-1", "L-1"])(
    "give no student to a counselor of another school, whoever decides: %s",
    async (who) => {
      const path = "/console/caseload-assignments";
      const assign = (counselor: string, ...students: readonly string[]) =>
        post(who, path, { students: students.map(keyOf), counselor });
      const rows = async () =>
        conformedRows(places, (await conformedInForce(places.records, CAST))!, "caseload");
      const before = await rows();
      expect(await assign("K-72", OWN)).toEqual([
        409,
        expect.stringContaining("K-72 does not work at the school of 1 student of these"),
      ]);
      // One of another school among several, and none of them is assigned.
      if (who === "L-1") expect((await assign("K-99", OWN, OTHER))[0]).toBe(409);
      expect(await rows()).toEqual(before);
      // By the staff list alone: no plan names her.
      expect((await assign("K-99", OWN))[0]).toBe(200);
      const withdrawn = { students: [keyOf(OWN)], counselor: "K-99" };
      expect((await post(who, `${path}/withdraw`, withdrawn))[0]).toBe(200);
    },
    60_000,
  );
});

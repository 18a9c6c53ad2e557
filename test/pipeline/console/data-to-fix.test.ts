import { beforeAll, describe, expect, it } from "vitest";
import type { StudentList } from "../../../functions/console/answers.ts";
import type { DataToFixPage } from "../../../functions/console/data-to-fix-answers.ts";
import { REJECT_REASON_NAMES } from "../../../functions/domain/records/reject.ts";
import { quarantineShow } from "../../../functions/pipeline/conform/quarantine-list.ts";
import { consoleAnswer } from "../../../functions/pipeline/console/routes/console-answer.ts";
import { requestOf, textOf, valueOf } from "../../support/asked-console.ts";
import { conformedDemo, DEMO } from "../../support/conformed-districts.ts";
import { publishDay, type MemoryPlaces } from "../../support/local-district.ts";
import { setStaff, staffRow } from "../../support/staff-of.ts";

/** Some records of a file that are not in a row, in words: counted here by hand and not by the page. */
function inWords(records: readonly number[]): string {
  const sorted = [...new Set(records)].sort((a, b) => a - b);
  const isRun = sorted.every(
    (record, index) => index === 0 || record > (sorted[index - 1] ?? 0) + 1,
  );
  if (!isRun || sorted.length > 20) return expect.stringMatching(/^\d/) as string;
  const words = sorted.map((record) => record.toLocaleString("en-US"));
  return words.length === 1
    ? String(words[0])
    : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}

const HIGH = "255901001";

describe("data to fix", { timeout: 60_000 }, () => {
  let places: MemoryPlaces;
  let second = 0;

  beforeAll(async () => {
    places = await conformedDemo();
    await publishDay(places, "2022-05-20", DEMO, "staff-only");
    const staff = [
      staffRow("L-1", "district-leader"),
      staffRow("R-1", "registrar", [HIGH]),
      staffRow("P-1", "principal", [HIGH]),
      staffRow("X-1", "researcher"),
    ];
    await setStaff(places, staff, DEMO);
  }, 120_000);

  const ask = (staff: string, address: string) =>
    consoleAnswer(
      places,
      { district: DEMO, staff, isDemo: false, through: "console" },
      requestOf(address, new Date(Date.UTC(2022, 4, 21, 8, 0, second++)).toISOString()),
    );
  const page = async (staff: string, query = "") =>
    valueOf<DataToFixPage>(await ask(staff, `/console/data-to-fix${query}`));

  it.each(["L-1", "R-1", "P-1"])(
    "counts for %s as many students as the list behind each number names",
    async (staff) => {
      const { owners } = await page(staff);
      const problems = owners.flatMap((owner) => owner.problems);
      expect(problems.length).toBeGreaterThan(1);
      for (const { query, students } of problems) {
        const list = await valueOf<StudentList>(await ask(staff, `/console/students?${query}`));
        expect({ query, named: list.named }).toEqual({ query, named: students });
      }
    },
  );

  it("names file, column, reason and what to do by whose it is, and how many students where the file says", async () => {
    const { owners, noFiles } = await page("L-1");
    expect(noFiles).toBeNull();
    const files = new Map(owners.map(({ owner, files: of }) => [owner, of]));
    expect(files.get("vendor")?.find(({ column }) => column === "domain")).toMatchObject({
      ...{ file: "goals.csv", reason: "Not a value that the format lists", records: 1 },
      remedy: expect.stringContaining("academic, career, personal") as string,
    });
    // Whoever is not in the roster is no student of it.
    const unknown = files
      .get("vendor")
      ?.find(({ file, records }) => file === "plans.csv" && records === 3);
    expect(unknown?.students).toBeNull();
    const all = [...files.values()].flat();
    for (const { students, records } of all) {
      if (students !== null) expect(students).toBeLessThanOrEqual(records ?? 0);
    }
    expect(files.get("registrar")?.map(({ file }) => file)).toContain("discipline_incidents.csv");
  });

  it("names the records as ilp quarantine show does, on the page and in the file", async () => {
    const { owners } = await page("L-1");
    const items = owners.flatMap(({ files }) => files).filter(({ records }) => records !== null);
    expect(items.length).toBeGreaterThan(3);
    for (const { file, column, reason, records, recordNumbers: numbers } of items) {
      const { rejects } = await quarantineShow(places, DEMO, file);
      const own = rejects
        .filter((reject) => reject.column === column)
        .filter((reject) => REJECT_REASON_NAMES[reject.reason] === reason)
        .map(({ record }) => record);
      expect(own).toHaveLength(records ?? 0);
      expect({ file, column, numbers }).toEqual({ file, column, numbers: inWords(own) });
    }
    const goal = items.find(({ file, column }) => file === "goals.csv" && column === "domain");
    const csv = await textOf(await ask("L-1", "/console/data-to-fix.csv"));
    const row = csv.split("\r\n").find((line) => line.includes(",goals.csv,domain,"));
    expect(goal?.recordNumbers).toMatch(/^\d[\d,]*$/);
    expect(row).toContain(
      goal?.recordNumbers.includes(",") ? `"${goal.recordNumbers}"` : `,${goal?.recordNumbers},`,
    );
  });

  it("begins for a registrar with what is hers, and keeps files from those who fix none", async () => {
    expect((await page("R-1")).own).toBe("registrar");
    const principal = await page("P-1");
    expect(principal.owners.flatMap(({ files }) => files)).toEqual([]);
    expect(principal.noFiles).toContain("registrars");
    const refused = await ask("X-1", "/console/data-to-fix");
    expect([refused.status, await textOf(refused)]).toEqual([
      403,
      expect.stringContaining("does not include"),
    ]);
    expect((await ask("L-1", "/console/data-to-fix?owner=nobody")).status).toBe(400);
    expect((await ask("R-1", "/console/data-to-fix?school=255901044")).status).toBe(404);
  });

  it("gives the same as a file without a name or id of a student", async () => {
    const csv = await textOf(await ask("L-1", "/console/data-to-fix.csv"));
    const { owners } = await page("L-1");
    const rows = owners.reduce(
      (sum, { problems, files }) => sum + problems.length + files.length,
      0,
    );
    expect(csv.trim().split("\r\n")).toHaveLength(1 + rows);
    expect(csv).not.toMatch(/\b60\d{4}\b/);
  });
});

import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import type { IngestReport } from "../../functions/cli/steps/ingest.ts";
import { ATTENDANCE_HEADER, lines, oneTo, plans, roster } from "../support/ingest-files.ts";
import { ilp } from "../support/run-ilp.ts";
import { scratchFolder } from "../support/scratch-folder.ts";

const CASE = join(import.meta.dirname, "../../fixtures/cases/a-folder-and-its-zip-together");

/** Ingests into a data folder; what became of each file, in order. */
async function ingested(data: string, ...sources: readonly string[]) {
  const { stdout, status } = await ilp(
    ...["ingest", ...sources, "--district", "fern", "--data", data, "--json"],
  );
  const { files, version } = JSON.parse(stdout) as IngestReport;
  const told = files.map(
    ({ file, outcome, isKnown, accepted }) =>
      `${file} ${outcome} ${isKnown ? "known" : "new"} ${accepted}`,
  );
  return { told, files, version, status };
}

/** The roster as a folder, and beside it a zip with plans of its own. */
function folderWith(zipName: string, loosePlans: string, zippedPlans: string): string {
  const folder = join(scratchFolder(), "exports");
  mkdirSync(folder);
  for (const [name, content] of roster(oneTo(10))) writeFileSync(join(folder, name), content);
  writeFileSync(join(folder, "plans.csv"), loosePlans);
  const zip = zipSync({ "plans.csv": new TextEncoder().encode(zippedPlans) });
  writeFileSync(join(folder, zipName), zip);
  return folder;
}

const plansOf = (told: readonly string[]) => told.filter((line) => line.startsWith("plans.csv"));

describe("a folder beside its own zip", () => {
  it.each(["a.zip", "z.zip"])("is later than its zip, named %s", async (zipName) => {
    const data = scratchFolder();
    const folder = folderWith(zipName, plans(oneTo(9)), plans(oneTo(10)));
    const first = await ingested(data, folder);
    expect(plansOf(first.told)).toEqual(["plans.csv superseded new 0", "plans.csv used new 9"]);
    expect(first.files[0]?.message).toBe(
      "Another file of its name came with it in exports and takes its place: where each holds one school, give each a name of its own.",
    );
    const again = await ingested(data, folder);
    expect(plansOf(again.told)).toEqual(["plans.csv superseded new 0", "plans.csv used known 9"]);
    expect(again.version).toBe(first.version);
  });

  it("is earlier than a zip that is handed in after it", async () => {
    const data = scratchFolder();
    const sources = [folderWith("a.zip", plans(oneTo(9)), plans(oneTo(10)))];
    sources.push(join(folderWith("b.zip", plans([]), plans(oneTo(8))), "b.zip"));
    const first = await ingested(data, ...sources);
    const wanted = ["plans.csv superseded new 0", "plans.csv superseded new 0"];
    expect(plansOf(first.told)).toEqual([...wanted, "plans.csv used new 8"]);
    expect(first.files[0]?.message).toContain("Another file of its name came with it in b.zip");
    const again = await ingested(data, ...sources);
    expect(plansOf(again.told)).toEqual([...wanted, "plans.csv used known 8"]);
    expect(again.version).toBe(first.version);
  });

  it.each([
    ["would remove many", plans(oneTo(3)), "waiting"],
    ["holds no record", plans([]), "stopped"],
  ])(
    "is told as not in force where it %s, and its zip as in force",
    async (_what, later, outcome) => {
      const data = scratchFolder();
      const folder = folderWith("z.zip", later, plans(oneTo(10)));
      const first = await ingested(data, folder);
      expect(plansOf(first.told)).toEqual(["plans.csv used new 10", `plans.csv ${outcome} new 0`]);
      const [inForce, held] = first.files.filter(({ file }) => file === "plans.csv");
      expect(inForce?.message).toBe(
        "A later version of this file cannot be used, so this version is still used.",
      );
      expect(held?.message).toContain("The last good version is still used.");
      const again = await ingested(data, folder);
      expect(plansOf(again.told)).toEqual([
        "plans.csv used known 10",
        `plans.csv ${outcome} known 0`,
      ]);
      expect(again.version).toBe(first.version);
    },
  );

  it("is told as it is where neither it nor its zip is used", async () => {
    const data = scratchFolder();
    await ingested(data, folderWith("z.zip", plans(oneTo(10)), plans(oneTo(10))));
    const { files } = await ingested(data, folderWith("z.zip", plans(oneTo(3)), plans(oneTo(2))));
    const both = files.filter(({ file }) => file === "plans.csv");
    expect(both.map(({ outcome }) => outcome)).toEqual(["superseded", "waiting"]);
    expect(both[0]?.message).toBe("there is a later version of it");
  });

  it("is read once where it is the same byte for byte, and nothing is called superseded", async () => {
    const folder = folderWith("z.zip", plans(oneTo(10)), plans(oneTo(10)));
    const { told, files, status } = await ingested(scratchFolder(), folder);
    expect(plansOf(told)).toEqual(["plans.csv used new 10", "plans.csv used known 10"]);
    expect(files.filter(({ message }) => message !== "").map(({ message }) => message)).toEqual([
      "It is the same, byte for byte, as another file of this ingest: it is read once.",
    ]);
    expect(status).toBe(0);
  });

  it("has attendance that adds up, each package's its own from night to night", async () => {
    const data = scratchFolder();
    const folder = folderWith("z.zip", plans(oneTo(10)), plans(oneTo(10)));
    const absences = (...days: readonly string[]) =>
      lines(ATTENDANCE_HEADER, ...days.map((on) => `0001,${on},excused,`));
    const zipped = (text: string) =>
      zipSync({ "daily_attendance.csv": new TextEncoder().encode(text) });
    const path = join(folder, "daily_attendance.csv");
    const zip = join(folder, "attendance.zip");
    const attendanceOf = ({ told }: Awaited<ReturnType<typeof ingested>>) =>
      told.filter((line) => line.startsWith("daily"));
    writeFileSync(path, absences("2022-01-10"));
    await ingested(data, folder);
    writeFileSync(zip, zipped(absences("2022-01-11", "2022-01-12")));
    expect(attendanceOf(await ingested(data, folder))).toEqual([
      "daily_attendance.csv used new 2",
      "daily_attendance.csv used known 1",
    ]);
    // Each takes the place of what its own package brought before, together or alone.
    rmSync(path);
    writeFileSync(zip, zipped(absences("2022-01-11")));
    expect(attendanceOf(await ingested(data, folder))).toEqual(["daily_attendance.csv used new 1"]);
    const inForce = (await ingested(data, "--accept-removals")).files.filter(({ file }) =>
      file.startsWith("daily"),
    );
    expect(inForce.map(({ accepted }) => accepted)).toEqual([1, 1]);
  });

  it("of the case in the fixtures is told as what it is", async () => {
    const { told } = await ingested(scratchFolder(), CASE);
    const knownFiles = ["calendarDates.csv", "educationOrganizations.csv"];
    expect(told.filter((line) => !line.startsWith("expect.json"))).toEqual([
      "calendarDates.csv used new 390",
      "educationOrganizations.csv used new 3",
      "plans.csv used new 40",
      "reviews.csv used new 40",
      "studentSchoolAssociations.csv used new 40",
      "students.csv used new 40",
      `${knownFiles[0]} used known 390`,
      `${knownFiles[1]} used known 3`,
      "plans.csv waiting new 0",
      "reviews.csv waiting new 0",
      "studentSchoolAssociations.csv waiting new 0",
      "students.csv waiting new 0",
    ]);
  });
});

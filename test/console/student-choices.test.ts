import { beforeAll, describe, expect, it } from "vitest";
import type { StudentChoices, StudentList } from "../../functions/console/answers.ts";
import type { LogPage } from "../../functions/console/log-answers.ts";
import { consoleAnswer } from "../../functions/pipeline/console/routes/console-answer.ts";
import { folderStore } from "../../functions/adapters/folder/folder-store.ts";
import type { Places } from "../../functions/pipeline/ports.ts";
import {
  CAST,
  CAST_DAY,
  CAST_EXPORTS,
  ingestPath,
  publishDay,
  putKnownSecret,
} from "../support/local-district.ts";
import { scratchFolderOfAll } from "../support/scratch-folder.ts";
import { memoryTable } from "../support/stores/memory-table.ts";
import { setStaff, staffRow } from "../support/staff-of.ts";
import { requestOf, valueOf } from "../support/asked-console.ts";

describe("the choices of a list of students", { timeout: 60_000 }, () => {
  const folder = scratchFolderOfAll();
  let places: Places;

  beforeAll(async () => {
    const records = folderStore(`${folder}/records`);
    await putKnownSecret(records);
    places = { records, public: folderStore(`${folder}/public`), table: memoryTable() };
    await ingestPath(places, CAST_EXPORTS);
    await publishDay(places, CAST_DAY, CAST, "staff-only");
    await setStaff(places, [
      staffRow("D-1", "district-leader"),
      staffRow("P-MS", "principal", ["CAST-MS"]),
      staffRow("R-MS", "registrar", ["CAST-MS"]),
      staffRow("O-1", "privacy-officer"),
    ]);
  }, 60_000);

  const answerTo = async <T>(staff: string, path: string, query: string): Promise<T> => {
    const answer = await consoleAnswer(
      places,
      { district: CAST, staff, isDemo: false, through: "console" },
      requestOf(`${path}?${query}`, "2022-03-16T08:00:00.000Z"),
    );
    return valueOf<T>(answer);
  };
  const choicesOf = async (staff: string, query = ""): Promise<StudentChoices> =>
    (await answerTo<StudentList>(staff, "/console/students", query)).choices;
  const ids = (choices: readonly { readonly id: string }[]) => choices.map(({ id }) => id);

  it("are the schools that the reader may ask for, with the grades and counselors of those that are asked for", async () => {
    const all = await choicesOf("D-1");
    expect(ids(all.schools).sort()).toEqual(["CAST-ALT", "CAST-ES", "CAST-HS", "CAST-MS"]);
    expect(ids(all.grades)).toContain("12");
    expect(ids(all.counselors)).toEqual(expect.arrayContaining(["K-71", "K-72"]));
    const own = await choicesOf("P-MS");
    expect(ids(own.schools)).toEqual(["CAST-MS"]);
    expect(own.grades).toContainEqual({ id: "06", name: "Grade 6" });
    expect(ids(own.grades)).not.toContain("12");
    expect(ids(own.counselors)).toContain("K-71");
    expect(ids(own.counselors)).not.toContain("K-72");
    expect(ids((await choicesOf("D-1", "school=CAST-MS")).grades)).toEqual(ids(own.grades));
  });

  it("are of each requirement its statuses, and the needs that somebody has", async () => {
    const { requirements, needs } = await choicesOf("P-MS");
    expect(ids(requirements).slice(0, 2)).toEqual(["all", "all-reviews"]);
    const review = requirements.find(({ id }) => id === "review-1");
    expect(ids(review?.statuses ?? [])).toEqual([
      "on-time",
      "held-late",
      "not-held",
      "no-plan",
      "not-determinable",
      "not-due",
      "met",
      "not-met",
      "not-applicable",
    ]);
    expect(review?.needs).toContainEqual({ id: "overdue", name: "Review overdue" });
    expect(ids(needs)).toEqual(expect.arrayContaining(["overdue", "fix-record"]));
    // Each choice asks for something that there is.
    for (const { id, statuses, needs: own } of requirements) {
      for (const status of ids(statuses)) {
        const query = `requirement=${id}&status=${status}`;
        expect((await answerTo<StudentList>("P-MS", "/console/students", query)).asked).toEqual(
          expect.objectContaining({ requirement: id, status }),
        );
      }
      for (const need of ids(own)) {
        const query = `requirement=${id}&need=${need}`;
        const { counted } = await answerTo<StudentList>("P-MS", "/console/students", query);
        expect(counted, query).toBeGreaterThan(0);
      }
    }
  });

  it("have nothing of plans for a reader who sees none", async () => {
    const { requirements, needs, problems, counselors } = await choicesOf("R-MS");
    expect(requirements).toEqual([]);
    expect(ids(needs)).toEqual(["fix-record"]);
    expect(ids(problems)).toContain("wrong-school");
    expect(ids(counselors)).toContain("K-71");
  });

  it("name the schools of the district beside the entries of the log", async () => {
    const { schools } = await answerTo<LogPage>("O-1", "/console/log", "");
    expect(schools).toContainEqual({ id: "CAST-MS", name: "Cast Middle School" });
  });
});

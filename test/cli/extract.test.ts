import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { extractText, listText } from "../../functions/cli/text/extract-text.ts";
import type { ExtractLog } from "../../functions/pipeline/extract/extract-store.ts";
import { CAST_EXPORTS } from "../support/local-district.ts";
import { ilp } from "../support/run-ilp.ts";
import { scratchFolder } from "../support/scratch-folder.ts";

it("asks for whom, for a staff edition, and for a district that is large enough", async () => {
  const options = ["--district", "cast", "--data", scratchFolder()];
  await ilp("ingest", exportsOfTenStudents(), ...options);
  const early = await ilp("extract", "--for", "State University", ...options);
  expect(early).toMatchObject({ status: 1, stdout: "" });
  expect(early.stderr).toBe("ilp: district cast has no staff edition yet: publish one first\n");
  const published = await ilp("publish", "--as-of", "2022-03-15", ...options);
  expect(published).toMatchObject({ status: 0 });

  const forNobody = await ilp("extract", "--for", "  ", ...options);
  expect(forNobody.status).toBe(1);
  expect(forNobody.stderr).toMatch(/^ilp: --for must say who receives the extract.*\n$/);

  const small = await ilp("extract", "--for", "State University", ...options);
  expect(small).toMatchObject({ status: 1, stdout: "" });
  expect(small.stderr).toBe(
    "ilp: the district has too few students for an extract: none is made\n",
  );
  expect((await ilp("extract", "--list", ...options)).stdout).toBe("no extract was made\n");
}, 60_000);

/**
 * The exports of the cast with C-0413 to C-0422 alone as students of its schools: too few for two values
 * of ten students each, whoever is left out at random.
 */
function exportsOfTenStudents(): string {
  const folder = scratchFolder();
  cpSync(CAST_EXPORTS, folder, { recursive: true });
  for (const name of ["enrollments.csv", "roles.csv"]) {
    const file = join(folder, name);
    const lines = readFileSync(file, "utf8").split("\n");
    const kept = lines.filter(
      (line) => !/,C-0|,0098/.test(line) || /,C-04(1[3-9]|2[0-2]),/.test(line),
    );
    writeFileSync(file, kept.join("\n"));
  }
  return folder;
}

const LOG: ExtractLog = {
  extract: "EXT-2021-22-AAAA0000",
  edition: "2022-05-20-1a2b3c4d",
  schoolYear: "2021-22",
  purpose: "State University\u001b[2J",
  madeAt: "2022-06-01T00:00:00.000Z",
  replaces: null,
  flow: { counted: 940, underMandate: 546, notSampled: 48, suppressed: 12 },
  rows: 486,
  columns: [
    {
      name: "sex",
      isIncluded: false,
      because: "equivalence classes would be too small",
      suppressed: 0,
    },
    {
      name: "race_ethnicity",
      isIncluded: true,
      because: "too few students differ in it",
      suppressed: 10,
    },
    { name: "goals", isIncluded: true, because: null, suppressed: 0 },
  ],
  unique: { byQuasiIdentifiers: 0, byAllColumns: 486 },
  files: ["restricted/a/extracts/EXT-2021-22-AAAA0000/students.csv"],
};

it("says what is in an extract, what is not and why, and where it lies", () => {
  const text = extractText(LOG, "/data/records");
  expect(text).toContain(
    "486 of 546 students under the mandate: 48 left out at random or exempt, 12 left out for",
  );
  expect(text).toContain("EXT-2021-22-AAAA0000 of staff edition 2022-05-20-1a2b3c4d, for");
  expect(text).toContain("columns: race_ethnicity, goals\n");
  expect(text).toMatch(/^ {2}sex +left out +equivalence classes would be too small$/m);
  expect(text).toMatch(/^ {2}race_ethnicity +recoded +too few students differ in it$/m);
  expect(text).toContain("unique in all columns: 486 of 486");
  expect(text).toContain(
    "\n  /data/records/restricted/a/extracts/EXT-2021-22-AAAA0000/students.csv\n",
  );
  expect(text).not.toContain("\u001b");
});

it("lists extracts, and for which one each was withdrawn", () => {
  const next = { ...LOG, extract: "EXT-2021-22-BBBB0000", replaces: LOG.extract };
  const [, first, second] = listText([LOG, next]).split("\n");
  expect(first).toMatch(/^EXT-2021-22-AAAA0000 .*2022-06-01.*EXT-2021-22-BBBB0000$/);
  expect(second).toMatch(/^EXT-2021-22-BBBB0000 /);
});

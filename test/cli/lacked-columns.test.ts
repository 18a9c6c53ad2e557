import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { lines, oneTo, plans, roster } from "../support/ingest-files.ts";
import { ilp } from "../support/run-ilp.ts";
import { scratchFolder } from "../support/scratch-folder.ts";

describe("a file that has the name of a known one", () => {
  it("is told which of its columns it lacks, and keeps nobody out of the district", async () => {
    const folder = join(scratchFolder(), "exports");
    mkdirSync(folder);
    for (const [name, content] of roster(oneTo(4))) writeFileSync(join(folder, name), content);
    writeFileSync(join(folder, "plans.csv"), plans(oneTo(4)));
    writeFileSync(
      join(folder, "reviews.csv"),
      lines("review_id,status,held_on,participants", "R1,held,2021-10-04,student"),
    );
    const data = scratchFolder();
    const { stdout } = await ilp("ingest", folder, "--district", "x", "--data", data, "--json");
    const report = JSON.parse(stdout) as {
      files: { file: string; outcome: string; message: string }[];
    };
    const file = report.files.find((file) => file.file === "reviews.csv");
    expect(file).toMatchObject({ outcome: "not-recognized" });
    expect(file?.message).toMatch(/^It has the name of a known file, but lacks plan_id: /);
  });
});

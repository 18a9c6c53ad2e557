import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { mandateText } from "../../functions/cli/text/mandate-text.ts";
import { day } from "../../functions/domain/calendar/day.ts";
import { mandateById, MANDATES } from "../../functions/mandates/rules/mandates.ts";
import { mandateSummary } from "../../functions/editions/mandate-summary.ts";
import { ingestedFolder } from "../support/cast-folder.ts";
import { ilp } from "../support/run-ilp.ts";

describe("ilp mandates", () => {
  it("lists every profile, and says that the text must be checked", async () => {
    const listed = JSON.parse((await ilp("mandates", "--json")).stdout) as { id: string }[];
    expect(listed.map(({ id }) => id)).toEqual(MANDATES.map(({ id }) => id));
    expect((await ilp("mandates")).stdout).toContain(
      "The official text must be checked before use.",
    );
  });

  it("shows one rule by rule with its citation and how far it was checked, in any case of its id", async () => {
    const { stdout, status } = await ilp("mandates", "show", "co");
    expect(status).toBe(0);
    const colorado = mandateById("CO");
    for (const { rule, citation } of [...colorado.requirements, ...colorado.duties]) {
      expect(stdout).toContain(rule);
      expect(stdout).toContain(citation);
    }
    expect(stdout).toContain("Recalled, not checked");
    expect(stdout.trimEnd().endsWith("The official text must be checked before use.")).toBe(true);
    const json = JSON.parse((await ilp("mandates", "show", "CO", "--json")).stdout);
    expect(json.requirements).toHaveLength(colorado.requirements.length);
  });

  it("lists what is known where an id is not", async () => {
    const { status, stderr } = await ilp("mandates", "show", "zz");
    expect(status).toBe(1);
    expect(stderr).toContain("all of them: effective-practice, AK");
  });
});

describe("mandateText", () => {
  it("says of each rule its status and, where the text was read, the day and the edition", () => {
    const colorado = mandateById("CO");
    const [first, ...others] = colorado.requirements;
    const read = { on: "2026-02-03", edition: "1 CCR 301-81, effective 2025-01-30" };
    const summary = mandateSummary(
      { ...colorado, requirements: [{ ...first!, read }, ...others] },
      day("2022-03-15"),
    );
    const text = mandateText({ ...summary, confirmations: [], unconfirmed: [] });
    const withRead = [...summary.requirements, ...summary.duties].filter(
      (summary) => summary.read !== null,
    );
    expect(text).toContain(`(${first!.status}): ${first!.citation}`);
    expect(text.match(/^ {2}Read on /gm)).toHaveLength(withRead.length);
    expect(text).toContain("  Read on February 3, 2026: 1 CCR 301-81, effective 2025-01-30.\n");
  });
});

describe("a district's mandate on the command line", () => {
  it("is set, published by, compared and left alone by a looser overlay", async () => {
    const data = await ingestedFolder();
    const options = ["--district", "cast", "--data", data];
    expect((await ilp("district", "set", "--mandate", "ky", ...options)).status).toBe(0);
    expect((await ilp("district", "show", ...options)).stdout).toContain("is measured by KY");

    const compared = JSON.parse(
      (
        await ilp(
          ...["mandates", "compare", "effective-practice", "ky", "--as-of", "2022-03-15", "--json"],
          ...options,
        )
      ).stdout,
    );
    const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0);
    expect(sum(compared.moves.map((move: { students: number }) => move.students))).toBe(
      compared.students,
    );
    for (const { standings } of [...compared.from.requirements, ...compared.to.requirements]) {
      expect(sum(Object.values(standings))).toBe(compared.students);
    }
    expect(compared.changed).toBeGreaterThan(0);
    expect(JSON.stringify(compared)).not.toMatch(/C-\d{4}/);

    expect((await ilp("publish", "--as-of", "2022-03-15", ...options)).status).toBe(0);
    expect((await ilp("explain", "--student", "C-0402", ...options)).stdout).toContain(
      "Rule: Kentucky",
    );
    expect(
      (await ilp("explain", "--student", "C-0402", "--mandate", "effective-practice", ...options))
        .stdout,
    ).toContain("Rule: Effective practice");

    const review = mandateById("KY").requirements.find(({ id }) => id === "annual-review");
    const overlay = join(data, "overlay.json");
    const requirement = { ...review, modality: "encouraged", rule: "Reviews are welcome." };
    writeFileSync(
      overlay,
      JSON.stringify({ id: "own", title: "Own", requirements: [requirement] }),
    );
    const refused = await ilp(
      "district",
      "set",
      "--mandate",
      "ky",
      "--overlay",
      overlay,
      ...options,
    );
    expect(refused.status).toBe(1);
    expect(refused.stdout).toContain("The plan is reviewed at least once a year.");
    expect(refused.stdout).toContain("Reviews are welcome.");
    expect((await ilp("district", "show", ...options)).stdout).not.toContain("own rules");
  }, 60_000);
});

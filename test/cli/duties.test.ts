import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ingestedFolder } from "../support/cast-folder.ts";
import { ilp } from "../support/run-ilp.ts";

interface DutyState {
  readonly id: string;
  readonly state: string;
  readonly dueOn: string | null;
  readonly doneOn: string | null;
}

async function castDistrict() {
  const data = await ingestedFolder();
  const options = ["--district", "cast", "--data", data];
  const stateOf = async (mandate: string, duty: string, asOf: string) => {
    const asked = ["--mandate", mandate, "--as-of", asOf, "--json"];
    const duties = JSON.parse(
      (await ilp("duties", "list", ...asked, ...options)).stdout,
    ) as DutyState[];
    return duties.find(({ id }) => id === duty);
  };
  return { data, at: options, stateOf };
}

describe("ilp duties", () => {
  it("records a yearly duty as done, shows it with its days, and on the Mandate page's checklist", async () => {
    const { data, at: options, stateOf } = await castDistrict();
    expect(await stateOf("WI", "publish-plan", "2022-03-15")).toMatchObject({
      state: "due",
      dueOn: "2022-06-30",
      doneOn: null,
    });
    const done = async (mandate: string, duty: string) => {
      const record = ["--duty", duty, "--on", "2021-09-14", "--by", "staff-7"];
      return (await ilp("duties", "done", ...record, "--mandate", mandate, ...options)).status;
    };
    expect(await done("WI", "publish-plan")).toBe(0);
    expect(await stateOf("WI", "publish-plan", "2022-03-15")).toMatchObject({
      state: "done",
      doneOn: "2021-09-14",
    });
    // What was true then: before it was done, and a year later, when it is due anew.
    expect(await stateOf("WI", "publish-plan", "2021-09-13")).toMatchObject({ state: "due" });
    expect(await stateOf("WI", "publish-plan", "2022-09-01")).toMatchObject({ state: "due" });

    expect(await done("OH", "advising-policy")).toBe(0);
    await ilp("district", "set", "--mandate", "OH", ...options);
    await ilp("publish", "--as-of", "2022-03-15", ...options);
    const latest = JSON.parse(readFileSync(join(data, "public/cast/latest.json"), "utf8")) as {
      path: string;
    };
    const manifest = JSON.parse(
      readFileSync(join(data, "public/cast", latest.path, "manifest.json"), "utf8"),
    ) as { mandate: { duties: DutyState[] } };
    expect(manifest.mandate.duties.find(({ id }) => id === "advising-policy")).toMatchObject({
      state: "done",
      doneOn: "2021-09-14",
    });
    expect(JSON.stringify(manifest)).not.toContain("staff-7");
  }, 60_000);

  it("are read from a plain file too, and renewed when their years are over", async () => {
    const { data, at: options, stateOf } = await castDistrict();
    expect((await stateOf("OH", "advising-policy", "2022-03-15"))?.state).toBe("no-record");
    const file = join(data, "duties.csv");
    writeFileSync(file, "duty,done_on,done_by\nadvising-policy,2019-09-14,staff-7\n");
    expect((await ilp("ingest", file, ...options)).status).toBe(0);
    expect(await stateOf("OH", "advising-policy", "2021-09-14")).toMatchObject({
      state: "done",
      dueOn: "2021-09-14",
    });
    expect((await stateOf("OH", "advising-policy", "2021-09-15"))?.state).toBe("overdue");
  }, 60_000);

  it("refuse a duty that the mandate does not have and a day to come, and store nothing", async () => {
    const { at: options } = await castDistrict();
    const refused = (...args: string[]) =>
      ilp("duties", "done", "--by", "staff-7", ...args, ...options);
    const unknown = await refused("--duty", "publish-pln", "--on", "2021-09-14", "--mandate", "WI");
    expect(unknown.status).toBe(1);
    expect(unknown.stderr).toContain("use one of: publish-plan, staff-development, planning-tool");
    const none = await refused("--duty", "publish-plan", "--on", "2021-09-14");
    expect(none.stderr).toMatch(
      /sets no duties for districts, so there is none to record; check that .*mandate/,
    );
    const ahead = await refused("--duty", "publish-plan", "--on", "2999-01-01", "--mandate", "WI");
    expect(ahead.stderr).toContain("is still to come");
  }, 60_000);
});

describe("a record that names a rule", () => {
  it("is rejected, with what to do, where no mandate has the rule", async () => {
    const { data, at: options } = await castDistrict();
    const write = (name: string, ...lines: string[]) => {
      writeFileSync(join(data, name), `${lines.join("\n")}\n`);
      return join(data, name);
    };
    const files = [
      write(
        "exemptions.csv",
        "student_id,requirement,reason,decided_by,from_on,until_on",
        "C-0401,all,medical,K-71,2021-09-01,",
        "C-0402,review-1,medical,K-71,2021-09-01,",
        "C-0403,reveiw-1,medical,K-71,2021-09-01,",
      ),
      write(
        "attestations.csv",
        "student_id,requirement,is_met,reason,attested_by,from_on,until_on",
        "C-0402,review-1,yes,minutes,K-71,2021-09-01,",
        "C-0401,all,yes,minutes,K-71,2021-09-01,",
      ),
      write(
        "duties.csv",
        "duty,done_on,done_by",
        "publish-plan,2021-09-14,staff-7",
        "publish-pln,2021-09-14,staff-7",
      ),
    ];
    await ilp("ingest", ...files, ...options);
    const rejects = async (file: string) =>
      (
        JSON.parse((await ilp("quarantine", "show", file, "--json", ...options)).stdout) as {
          rejects: { record: number; column: string; reason: string }[];
        }
      ).rejects.map(({ record, column, reason }) => [record, column, reason]);
    expect(await rejects("exemptions.csv")).toEqual([[3, "requirement", "unknown-requirement"]]);
    expect(await rejects("attestations.csv")).toEqual([[2, "requirement", "unknown-requirement"]]);
    expect(await rejects("duties.csv")).toEqual([[2, "duty", "unknown-duty"]]);
    expect((await ilp("quarantine", "list", ...options)).stdout).toContain(
      "ilp mandates show lists",
    );
  }, 60_000);

  it("is used where the district's own rules have it, from the next ingest on", async () => {
    const { data, at: options } = await castDistrict();
    const file = join(data, "exemptions.csv");
    writeFileSync(
      file,
      "student_id,requirement,reason,decided_by,from_on\nC-0401,third-review,medical,K-71,2021-09-01\nC-0402,review-1,medical,K-71,2021-09-01\n",
    );
    await ilp("ingest", file, ...options);
    const counts = async () =>
      JSON.parse(
        (await ilp("quarantine", "list", "--json", ...options)).stdout,
      ) as readonly unknown[];
    expect(await counts()).toHaveLength(1);
    const rules = join(data, "rules.json");
    writeFileSync(
      rules,
      JSON.stringify({
        id: "cast",
        title: "Cast School District",
        requirements: [
          {
            kind: "recurring-review",
            id: "third-review",
            name: "Third review",
            rule: "The plan is reviewed a third time by the end of the school year.",
            citation: "Board policy 6.2",
            status: "confirmed",
            modality: "must",
            nth: 3,
            minimumDaysApart: 0,
            span: "school-year",
            due: { kind: "year-end" },
            dueBasis: "text",
          },
        ],
      }),
    );
    const set = await ilp(
      "district",
      "set",
      "--mandate",
      "effective-practice",
      "--overlay",
      rules,
      ...options,
    );
    expect(set.stderr).toBe("");
    await ilp("ingest", file, ...options);
    expect(await counts()).toHaveLength(0);
  }, 60_000);
});

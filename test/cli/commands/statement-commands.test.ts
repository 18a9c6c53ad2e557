import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ingestedFolder } from "../../support/cast-folder.ts";
import { ilp } from "../../support/run-ilp.ts";

const of = (student: string) => ["--student", student, "--by", "staff-7", "--from", "2021-09-01"];

/** The cast's district, ingested into a folder of its own. */
async function castDistrict() {
  const data = await ingestedFolder();
  const options = ["--district", "cast", "--data", data];
  const statusOf = async (student: string, id: string, mandate = "effective-practice") => {
    const asked = ["--student", student, "--as-of", "2022-03-15", "--mandate", mandate, "--json"];
    const { requirements } = JSON.parse((await ilp("explain", ...asked, ...options)).stdout) as {
      requirements: { id: string; status: string }[];
    };
    return requirements.find((requirement) => requirement.id === id);
  };
  return { data, at: options, statusOf };
}

describe("ilp exempt and ilp attest", () => {
  it("take a student out of a denominator for a time, and back", async () => {
    const { at: options, statusOf } = await castDistrict();
    expect((await statusOf("C-0403", "review-1"))?.status).toBe("not-held");
    const review = ["--requirement", "review-1", "--reason", "medical"];
    const recorded = await ilp("exempt", ...of("C-0403"), ...review, ...options);
    expect(recorded.status).toBe(0);
    expect(recorded.stdout).not.toContain("C-0403");
    expect(await statusOf("C-0403", "review-1")).toMatchObject({
      status: "exempt",
      evidence: [{ record: "exemption", name: "medical", on: "2021-09-01" }],
    });
    const why = (await ilp("explain", "--student", "C-0403", "--as-of", "2022-03-15", ...options))
      .stdout;
    expect(why).toContain("Exempt from review-1 since September 1, 2021: Medical reasons");

    await ilp("publish", "--as-of", "2022-03-15", ...options);
    const list = (await ilp("worklist", "--json", ...options)).stdout;
    const entries = JSON.parse(list) as { student: string; requirement: string }[];
    expect(entries.length).toBeGreaterThan(0);
    expect(
      entries.some((entry) => entry.student === "C-0403" && entry.requirement === "review-1"),
    ).toBe(false);

    await ilp("exempt", ...of("C-0403"), ...review, "--until", "2021-12-01", ...options);
    expect((await statusOf("C-0403", "review-1"))?.status).toBe("not-held");
  }, 60_000);

  it("refuse what nobody could mean, with the list, and store nothing", async () => {
    const { at: options } = await castDistrict();
    const refused = async (...args: string[]) => {
      const { status, stderr } = await ilp("exempt", ...args, ...options);
      expect(status).toBe(1);
      return stderr;
    };
    const medical = ["--reason", "medical"];
    const before = (await ilp("quarantine", "list", "--json", ...options)).stdout;
    expect(await refused(...of("C-0402"), ...medical, "--requirement", "review-9")).toContain(
      "use one of: all, plan, review-1, review-2",
    );
    expect(await refused(...of("C-0402"), "--requirement", "all", "--reason", "weather")).toContain(
      "parent-declined, iep-team-decision",
    );
    const nobody = await refused(...of("C-9999"), ...medical, "--requirement", "all");
    expect(nobody).toContain("no student with this identifier");
    expect(nobody).not.toContain("C-9999");
    expect((await ilp("quarantine", "list", "--json", ...options)).stdout).toBe(before);
  }, 60_000);

  it("decide by attestation where neither text nor records do, and nowhere else", async () => {
    const { at: options, statusOf } = await castDistrict();
    const attest = (requirement: string) =>
      ilp(
        ...["attest", ...of("C-0403"), "--mandate", "ky", "--requirement", requirement],
        ...["--reason", "Opened in grade 6, as the paper file shows", ...options],
      );
    const opened = "plan-opened-until-2023";
    expect((await statusOf("C-0403", opened, "ky"))?.status).toBe("not-determinable");
    expect((await attest(opened)).status).toBe(0);
    expect(await statusOf("C-0403", opened, "ky")).toMatchObject({ status: "met" });
    expect((await attest("annual-review")).status).toBe(0);
    expect((await statusOf("C-0403", "annual-review", "ky"))?.status).toBe("pending");
  }, 60_000);

  it("say nothing of a student in a file's name", async () => {
    const { data, at: options } = await castDistrict();
    await ilp("exempt", ...of("C-0403"), "--requirement", "all", "--reason", "waiver", ...options);
    const latest = JSON.parse(
      readFileSync(join(data, "records/conformed/cast/latest.json"), "utf8"),
    ) as { version: string };
    const manifest = JSON.parse(
      readFileSync(join(data, `records/conformed/cast/manifests/${latest.version}.json`), "utf8"),
    ) as { files: { name: string }[] };
    const names = manifest.files
      .map(({ name }) => name)
      .filter((name) => name.startsWith("recorded"));
    expect(names).toHaveLength(1);
    for (const name of names)
      expect(name).toMatch(/^recorded_(exemption|attestation)_[a-p]{32}\.csv$/);
  });
});

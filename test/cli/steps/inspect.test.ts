import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { ilp } from "../../support/run-ilp.ts";
import { scratchFolder } from "../../support/scratch-folder.ts";

const HEADER = "plan_id,student_id,plan_type,school_year,status,opened_on,closed_on,counselor_id";
const PLANS = `${HEADER}\nZQ-1,zq0417,ILP,2022,active,2021-09-13,,\n`;

/** A folder with the files, outside of any data folder. */
function folderOf(files: { readonly [name: string]: string | Uint8Array }): string {
  const folder = join(scratchFolder(), "exports");
  mkdirSync(folder);
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return folder;
}

describe("ilp inspect", () => {
  it("tells what a file is and ends well where a profile matches", async () => {
    const folder = folderOf({ "plans.csv": PLANS });
    const { status, stdout, stderr } = await ilp("inspect", join(folder, "plans.csv"));
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).toContain("plain/plans.csv, version ");
    expect(stdout).toContain("identified by its columns plan_id, student_id, plan_type");
    expect(stdout).toContain("1 read, 1 can be used, 0 cannot");
    expect(stdout).not.toMatch(/zq/i);
  });

  it("says which table a missing column costs, and that the other records are used", async () => {
    const folder = folderOf({ "users.csv": "sourcedId,givenName,familyName\nzq1,Zq,Zq\n" });
    const { stdout } = await ilp("inspect", folder);
    expect(stdout).toContain(
      "orgSourcedIds or orgs, for enrollment.school: without it this file gives no enrollment records; its other records are used\n",
    );
    expect(stdout).toContain("1 read, 1 can be used, 0 cannot\n");
  });

  it("counts the lines above a header, and shows none of them", async () => {
    const folder = folderOf({
      "one.csv": `Plans of Zq School\n${PLANS}`,
      "two.csv": `Plans of Zq School\nprinted today\n${PLANS}`,
    });
    const { stdout } = await ilp("inspect", folder);
    expect(stdout).toContain("8 columns, below 1 line of something else\n");
    expect(stdout).toContain("8 columns, below 2 lines of something else\n");
    expect(stdout).not.toMatch(/zq/i);
  });

  it("reports each file of a folder and of a zip, and the broken ones beside the others", async () => {
    const zip = zipSync({ "plans.csv": new TextEncoder().encode(PLANS) });
    const folder = folderOf({
      "a.zip": zip,
      "b.zip": "PK\u0003\u0004 and no more",
      "menu.csv": "dish,price\nsoup,3\n",
    });
    const { status, stdout, stderr } = await ilp("inspect", folder, "--json");
    const { files } = JSON.parse(stdout);
    expect(files).toMatchObject([
      { file: "plans.csv", outcome: "used", match: { kind: "plain/plans.csv" } },
      { file: "b.zip", outcome: "not-opened" },
      { file: "menu.csv", outcome: "not-recognized", match: null },
    ]);
    expect(status).toBe(1);
    expect(stderr).toBe(
      'ilp: 2 of 3 files cannot be used without changes: see the lines "records" and "problems" above\n',
    );
  });

  it("ends badly where every record is rejected, or the file cannot be read to its end", async () => {
    const folder = folderOf({
      "plans.csv": PLANS.replace("active", "asleep"),
      "reviews.csv": 'review_id,plan_id,status\nR-1,P-1,"held\n',
    });
    expect((await ilp("inspect", join(folder, "plans.csv"))).status).toBe(1);
    const cut = await ilp("inspect", join(folder, "reviews.csv"));
    expect(cut.status).toBe(1);
    expect(cut.stdout).toContain("a quotation mark is not closed (record 1)");
  });

  it("takes a district's own profile, named or beside the exports, and refuses one that is not sound", async () => {
    const folder = folderOf({ "ours.csv": "Nr;Tag\n0417;13.9.2021\n" });
    const path = join(folder, "ilp.profile.json");
    const column = (to: string, from: string) => ({ to, from: [from], isRequired: true });
    const columns = [column("student", "Nr"), column("on", "Tag"), { to: "kind", value: "absent" }];
    const file = {
      ...{ file: "ours", name: "Absences", pattern: "^ours", signature: ["Nr", "Tag"] },
      reads: [{ table: "attendance", columns }],
    };
    const profile = { id: "ours", version: 1, title: "Ours", files: [file] };
    writeFileSync(path, JSON.stringify(profile));
    expect((await ilp("inspect", join(folder, "ours.csv"))).status).toBe(1);
    const own = await ilp("inspect", join(folder, "ours.csv"), "--profile", path);
    expect(own.status).toBe(0);
    expect(own.stdout).toContain("ours/ours, version 1: Absences; fills attendance");

    const beside = await ilp("inspect", folder);
    expect(beside.status).toBe(0);
    expect(beside.stdout).toContain("valid; the other files are read with it");

    writeFileSync(path, JSON.stringify({ ...profile, files: [{ ...file, pattern: "(" }] }));
    const faulty = await ilp("inspect", folder);
    expect(faulty.status).toBe(1);
    expect(faulty.stdout).toContain("files[0].pattern is no regular expression");
    const refused = await ilp("inspect", join(folder, "ours.csv"), "--profile", path);
    expect(refused).toMatchObject({ status: 1, stdout: "" });
    expect(refused.stderr).toContain("files[0].pattern is no regular expression");
  });
});

describe("ilp profile", () => {
  it("makes a profile that reads the file it was made for", async () => {
    const [first, ...records] = PLANS.split("\n");
    const theirs = [first?.replaceAll("_", " ").replace("plan id", "Plan No"), ...records].join(
      "\n",
    );
    const folder = folderOf({ "ilps.csv": theirs.replaceAll(",", "|") });
    const file = join(folder, "ilps.csv");
    const out = join(folder, "ilp.profile.json");
    const made = await ilp("profile", "new", file, "--out", out);
    expect(made).toMatchObject({ status: 0, stdout: "" });
    expect(made.stderr).toContain("check each column");
    expect(readFileSync(out, "utf8")).not.toMatch(/zq/i);
    expect(await ilp("profile", "check", out)).toMatchObject({ status: 0, stderr: "" });
    expect((await ilp("inspect", file, "--profile", out)).stdout).toContain(
      "1 read, 1 can be used",
    );
  });

  it("writes to standard output, and never over a file that is there", async () => {
    const folder = folderOf({ "plans.csv": PLANS, "mine.json": "mine" });
    const printed = await ilp("profile", "new", join(folder, "plans.csv"));
    expect(JSON.parse(printed.stdout)).toMatchObject({
      sources: ["made by ilp profile new; check each column"],
    });
    const out = join(folder, "mine.json");
    const refused = await ilp("profile", "new", join(folder, "plans.csv"), "--out", out);
    expect(refused.status).toBe(1);
    expect(refused.stderr).toContain("already exists");
    expect(readFileSync(out, "utf8")).toBe("mine");
    const two = await ilp("profile", "new", folder, "--out", join(folder, "new.json"));
    expect(two.status).toBe(1);
    expect(existsSync(join(folder, "new.json"))).toBe(false);
  });

  it("names the path of each fault, and shows nothing of a file that is no profile", async () => {
    const folder = folderOf({
      "a.json": JSON.stringify({ id: "a", version: "1", title: "A", files: [] }),
      "plans.csv": `zq0417\n`,
    });
    const faulty = await ilp("profile", "check", join(folder, "a.json"), "--json");
    expect(faulty.status).toBe(1);
    const { isSound, faults } = JSON.parse(faulty.stdout);
    expect(isSound).toBe(false);
    expect(faults.map(({ path }: { path: string }) => path).sort()).toEqual(["files", "version"]);
    const wrong = await ilp("profile", "check", join(folder, "plans.csv"));
    expect(wrong.status).toBe(1);
    expect(wrong.stdout).toContain("is not JSON");
    expect(wrong.stdout + wrong.stderr).not.toContain("zq0417");
  });

  it("warns of a target day that is mapped to the day a goal was set, in each command", async () => {
    const rows = Array.from({ length: 5 }, (_, n) => `G${n},P1,zq goal,met,2098-06-01`);
    const columns = ["Goal No", "Plan No", "Wording", "State", "Target Date"];
    const folder = folderOf({
      "our goals.csv": [columns.join(","), ...rows, ""].join("\n"),
      "ilp.profile.json": JSON.stringify({
        ...{ id: "ours", version: 1, title: "Ours" },
        files: [
          {
            ...{ file: "our goals.csv", name: "Goals", pattern: "^our goals", signature: columns },
            reads: [
              {
                table: "goal",
                columns: ["goal", "plan", "description", "status", "setOn"].map((to, index) => ({
                  ...{ to, from: [columns[index]] },
                })),
              },
            ],
          },
        ],
      }),
    });
    const profile = join(folder, "ilp.profile.json");
    const checked = await ilp("profile", "check", profile, join(folder, "our goals.csv"));
    expect(checked.status).toBe(0);
    const warnings = checked.stdout.split("\n").filter((line) => line.startsWith("  warning: "));
    expect(warnings).toEqual([
      expect.stringContaining('names "Target Date", which by its name holds another day'),
      expect.stringContaining("Target Date is read as goal.setOn, and in 5 records"),
    ]);
    const told = [
      (await ilp("inspect", folder)).stdout,
      (await ilp("ingest", folder, "--district", "ours", "--data", join(folder, "data"))).stdout,
    ];
    for (const text of told) {
      expect(text).toContain("which by its name holds another day than goal.setOn");
      expect(text).toContain("Target Date is read as goal.setOn, and in 5 records");
    }
    expect(told.join("") + checked.stdout).not.toMatch(/zq|2098/);
  });

  it("lists the profiles that ship, with their files", async () => {
    const { stdout } = await ilp("profile", "list", "--json");
    const plain = JSON.parse(stdout).find(({ id }: { id: string }) => id === "plain");
    expect(plain.files).toContain("plans.csv");
    expect((await ilp("profile", "list")).stdout).toContain(
      `plain, version ${plain.version}: ${plain.title}`,
    );
  });
});

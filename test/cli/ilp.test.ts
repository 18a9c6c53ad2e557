import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { folderStore } from "../../functions/adapters/folder/folder-store.ts";
import { ingestedFolder } from "../support/cast-folder.ts";
import { CAST_EXPORTS, putKnownSecret } from "../support/local-district.ts";
import { ilp, ilpProcess } from "../support/run-ilp.ts";
import { scratchFolder } from "../support/scratch-folder.ts";
import { LAUNCH } from "../support/serving-console.ts";

const published = (data: string) => {
  const latest = JSON.parse(readFileSync(join(data, "public/cast/latest.json"), "utf8"));
  return readFileSync(join(data, "public/cast", latest.path, "rates.csv"), "utf8");
};

describe("ilp", () => {
  it("goes from exports to a release, a worklist and an explanation", async () => {
    const data = scratchFolder();
    const ingested = await ilp(
      "ingest",
      CAST_EXPORTS,
      "--district",
      "cast",
      "--data",
      data,
      "--json",
    );
    expect(ingested.status).toBe(0);
    const report = JSON.parse(ingested.stdout);
    expect(report.files.length).toBeGreaterThan(10);
    for (const { records, accepted, rejected, notCounted } of report.files) {
      expect(accepted + rejected + notCounted).toBe(records);
    }

    const release = await ilp(
      ...["publish", "--district", "cast", "--as-of", "2022-03-15", "--data", data, "--json"],
    );
    expect(release.status).toBe(0);
    expect(JSON.parse(release.stdout)).toMatchObject({ asOf: "2022-03-15", isNew: true });
    expect(published(data)).toContain("review-timeliness");

    const list = await ilp("worklist", "--district", "cast", "--data", data, "--json");
    const entries = JSON.parse(list.stdout) as { student: string; status: string }[];
    expect(entries).toContainEqual(
      expect.objectContaining({ student: "C-0403", status: "not-held", dueOn: "2022-01-19" }),
    );
    expect(entries.map(({ student }) => student)).not.toContain("C-0401");
    const csv = await ilp("worklist", "--district", "cast", "--data", data, "--format", "csv");
    expect(csv.stdout.split("\r\n")[0]).toBe(
      "\uFEFFschool,studentId,familyName,givenName,grade,counselor,requirement,need,status,dueOn,daysLeft,because,owner,sinceOn,rule,citation",
    );
    const school = await ilp(
      "worklist",
      "--district",
      "cast",
      "--school",
      "CAST-HS",
      "--data",
      data,
      "--json",
    );
    expect(
      new Set((JSON.parse(school.stdout) as { school: string }[]).map((entry) => entry.school)),
    ).toEqual(new Set(["CAST-HS"]));

    const why = await ilp("explain", "--district", "cast", "--student", "C-0402", "--data", data);
    expect(why.stdout).toContain("held-late");
    expect(why.stdout).toContain("January 20, 2022, after the due date, January 19, 2022");
  });

  it("says what is wrong in one line, without a student's data, and exits 1", async () => {
    const data = scratchFolder();
    const nothing = ilpProcess(
      "publish",
      "--district",
      "cast",
      "--as-of",
      "2022-03-15",
      "--data",
      data,
    );
    expect(nothing).toMatchObject({ status: 1, stdout: "" });
    expect(nothing.stderr).toMatch(/^ilp: nothing is ingested for district cast: .*\n$/);

    const missing = await ilp("ingest", join(data, "none"), "--district", "cast", "--data", data);
    expect(missing.status).toBe(1);
    expect(missing.stderr).toContain("does not exist");

    const day = await ilp("publish", "--district", "cast", "--as-of", "2022-02-30", "--data", data);
    expect(day.status).toBe(1);
    expect(day.stderr).toContain("YYYY-MM-DD");

    await ingestedFolder(data);
    const future = await ilp(
      "publish",
      "--district",
      "cast",
      "--as-of",
      "2099-01-01",
      "--data",
      data,
    );
    expect(future).toMatchObject({ status: 1, stdout: "" });
    expect(future.stderr).toContain("is in the future");
    const nobody = await ilp(
      "publish",
      "--district",
      "cast",
      "--as-of",
      "2015-01-01",
      "--data",
      data,
    );
    expect(nobody).toMatchObject({ status: 1, stdout: "" });
    expect(nobody.stderr).toContain("has an instructional day in the school year 2014-15");
    const summer = await ilp(
      "publish",
      "--district",
      "cast",
      "--as-of",
      "2024-02-29",
      "--data",
      data,
    );
    expect(summer).toMatchObject({ status: 1, stdout: "" });
    expect(summer.stderr).toContain("has an instructional day in the school year 2023-24");
    expect(existsSync(join(data, "public/cast"))).toBe(false);

    const id = await ilp("ingest", data, "--district", "Grand Bend", "--data", data);
    expect(id.status).toBe(1);
    expect(id.stderr).toContain("lower-case letters");
  });

  it("publishes nothing and exits 1 when a folder holds no usable file", async () => {
    const data = scratchFolder();
    const folder = join(data, "exports");
    mkdirSync(folder);
    writeFileSync(join(folder, "minutes.txt"), "Dear all,\n");
    const ingested = await ilp("ingest", folder, "--district", "cast", "--data", data);
    expect(ingested.status).toBe(1);
    expect(ingested.stdout).toContain("not-recognized");
    expect(ingested.stderr).toContain("no usable file");
    expect(existsSync(join(data, "public/cast"))).toBe(false);
  });

  it("says of a used file what nobody reads of it that would make figures wrong", async () => {
    const data = scratchFolder();
    const folder = join(data, "exports");
    mkdirSync(folder);
    const exports = {
      "schools.csv": "School_id,School_name,School_number\n7,North High,7\n",
      "students.csv":
        "Student_id,School_id,Last_name,First_name,Dob,Entry_Date,Exit_Date\n007,7,Okafor,Ada,4/17/2007,9/7/2021,11/15/2021\n",
      "daily_attendance.csv":
        "student_id,date,status,period\n007,2022-03-14,excused,1\n007,2022-03-14,present,2\n",
      "plans.json": '[{"plan_id":"p1"}]',
    };
    for (const [name, text] of Object.entries(exports)) writeFileSync(join(folder, name), text);
    const { stdout } = await ilp("ingest", folder, "--district", "cast", "--data", data);
    expect(stdout).toContain("students.csv: Nothing is read from Entry_Date, Exit_Date:");
    expect(stdout).toContain("nothing is read from period.");
    expect(stdout).toContain("plans.json: It is a JSON array.");

    // Two schools that each send a file of one name.
    const other = join(data, "other");
    mkdirSync(other);
    writeFileSync(join(other, "schools.csv"), `${exports["schools.csv"]}8,South,8\n`);
    const both = (await ilp("ingest", folder, other, "--district", "cast", "--data", data)).stdout;
    expect(both).toContain("schools.csv: Another file of its name came with it");
  });

  it("publishes the rest when a zip in the folder is broken, and says so", async () => {
    const data = scratchFolder();
    const folder = join(data, "exports");
    mkdirSync(folder);
    for (const file of ["orgs.csv", "users.csv", "roles.csv", "calendarDates.csv"]) {
      writeFileSync(join(folder, file), readFileSync(join(CAST_EXPORTS, file)));
    }
    writeFileSync(join(folder, "nightly.zip"), "PK\u0003\u0004 and no more");
    const ingested = await ilp("ingest", folder, "--district", "cast", "--data", data);
    expect(ingested.status).toBe(2);
    expect(ingested.stderr).toContain("nightly.zip (unreadable)");
    expect(ingested.stdout).toMatch(/nightly\.zip +unreadable/);
    const release = await ilp(
      "publish",
      "--district",
      "cast",
      "--as-of",
      "2022-03-15",
      "--data",
      data,
    );
    expect(release.status).toBe(0);
  });

  it("says of a workbook and of an empty file what they are, and does not deny what is in force", async () => {
    const data = await ingestedFolder();
    const folder = join(data, "more");
    mkdirSync(folder);
    writeFileSync(
      join(folder, "plans.xls"),
      Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1),
    );
    writeFileSync(join(folder, "marks.csv"), "");
    const ingested = await ilp("ingest", folder, "--district", "cast", "--data", data);
    expect(ingested.status).toBe(1);
    expect(ingested.stdout).toContain("plans.xls: It is an old Excel workbook");
    expect(ingested.stdout).toContain("marks.csv: It is empty.");
    expect(ingested.stderr).toContain("the files used before are still used");
    expect((await ilp("inspect", join(folder, "plans.xls"))).stdout).toContain(
      "old Excel workbook",
    );
  });

  it("is killed at any moment and started again, and ends in the same release", async () => {
    const whole = scratchFolder();
    await putKnownSecret(folderStore(join(whole, "records")));
    await ilp("ingest", CAST_EXPORTS, "--district", "cast", "--data", whole);
    await ilp("publish", "--district", "cast", "--as-of", "2022-03-15", "--data", whole);
    const data = scratchFolder();
    await putKnownSecret(folderStore(join(data, "records")));
    for (const command of [
      ["ingest", CAST_EXPORTS],
      ["publish", "--as-of", "2022-03-15"],
    ]) {
      for (const milliseconds of [300, 500, 700]) {
        const args = [LAUNCH, ...command, "--district", "cast", "--data", data];
        const child = spawn(process.execPath, args, { stdio: "ignore" });
        await Promise.race([wait(milliseconds), new Promise((end) => child.once("exit", end))]);
        child.kill("SIGKILL");
        await new Promise((end) =>
          child.exitCode === null && child.signalCode === null ? child.once("exit", end) : end(0),
        );
      }
      expect(ilpProcess(...command, "--district", "cast", "--data", data).status).toBe(0);
    }
    expect(published(data)).toBe(published(whole));
    const list = async (of: string) =>
      (await ilp("worklist", "--district", "cast", "--json", "--data", of)).stdout;
    expect(await list(data)).toBe(await list(whole));
    expect(JSON.parse(await list(data)).length).toBeGreaterThan(10);
  }, 60_000);

  it("gives help on each command", async () => {
    expect(ilpProcess("ingest", "--help").stdout).toContain("Exit codes:");
    for (const command of ["ingest", "publish", "serve", "worklist", "explain"]) {
      const help = await ilp(command, "--help");
      expect(help.status).toBe(0);
      expect(help.stdout).toContain(`Usage: ilp ${command}`);
    }
  });
});

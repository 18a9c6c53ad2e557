import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { LogEntry } from "../../functions/access/log-entry.ts";
import { folderStore } from "../../functions/adapters/folder/folder-store.ts";
import { localFolders } from "../../functions/cli/arguments/local-places.ts";
import { day } from "../../functions/domain/calendar/day.ts";
import { longDay } from "../../functions/domain/calendar/long-day.ts";
import { CAST, CAST_DAY, CAST_EXPORTS } from "../support/local-district.ts";
import { mailServer, type Behavior, type MailServer } from "../support/mail-server.ts";
import { ilp } from "../support/run-ilp.ts";
import { scratchFolderOfAll } from "../support/scratch-folder.ts";
import { setStaff, staffRow } from "../support/staff-of.ts";

const PRINCIPAL = "principal@north.example";
const COUNSELOR = "counselor@north.example";
const WEEK = "2022-03-14";

describe("ilp digest", { timeout: 120_000 }, () => {
  const data = scratchFolderOfAll();
  const of = ["--district", CAST, "--data", data];
  let behavior: Behavior = { password: "pa55word" };
  let server: MailServer;
  const run = (folder: string, ...more: readonly string[]) =>
    ilp("digest", ...of, "--week", WEEK, "--out", join(data, folder), ...more);

  beforeAll(async () => {
    await ilp("ingest", CAST_EXPORTS, ...of);
    await ilp("publish", ...of, "--as-of", CAST_DAY);
    await setStaff({ records: folderStore(localFolders(data).records) }, [
      { ...staffRow("P-1", "principal", ["CAST-MS"]), email: PRINCIPAL },
      { ...staffRow("K-71", "counselor", ["CAST-MS"], ["K-71"]), email: COUNSELOR },
      staffRow("K-72", "counselor", ["CAST-HS"], ["K-72"]),
      { ...staffRow("L-1", "district-leader"), email: "leader@north.example" },
    ]);
    server = await mailServer(() => behavior);
    process.env["ILP_SMTP_URL"] = server.url.replace("smtp://", "smtp://ilp:pa55word@");
  }, 120_000);
  afterAll(async () => {
    delete process.env["ILP_SMTP_URL"];
    await server.close();
  });

  it("writes a mail for each counselor and principal, and a calendar for each counselor", async () => {
    const { status, stdout } = await run("one");
    expect(status).toBe(0);
    expect(readdirSync(join(data, "one"))).toEqual([
      ...["2022-03-14-K-71.eml", "2022-03-14-K-71.ics", "2022-03-14-K-72.eml"],
      ...["2022-03-14-K-72.ics", "2022-03-14-P-1.eml"],
    ]);
    expect(stdout).toMatch(/K-72 {2}2022-03-14-K-72\.eml {2}no e-mail address: cannot be sent/);
    expect(stdout).not.toMatch(/P-1 .*cannot be sent/);
    await run("principals", "--to", "principal");
    expect(readdirSync(join(data, "principals"))).toEqual(["2022-03-14-P-1.eml"]);
    expect(server.mails).toEqual([]);
  });

  it("writes for a staff member her own mail alone, for who sees every student everybody's, and else none", async () => {
    const files = (folder: string) => readdirSync(join(data, folder));
    expect((await run("own", "--as", "K-71")).status).toBe(0);
    expect(files("own")).toEqual(["2022-03-14-K-71.eml", "2022-03-14-K-71.ics"]);
    expect((await run("leads", "--as", "L-1")).status).toBe(0);
    expect(files("leads")).toEqual(files("one"));
    for (const [folder, ...asked] of [
      ["nobody", "--as", "Z-9"],
      ["other-role", "--as", "P-1", "--to", "counselor"],
    ] as const) {
      const { status, stderr } = await run(folder, ...asked);
      expect(status).toBe(1);
      expect(stderr).toContain(`there is no digest that ${asked[1]} may write`);
      expect(readdirSync(data)).not.toContain(folder);
    }
    const log = await ilp("access-log", ...of, "--json", "--kind", "see-figures");
    const looks = JSON.parse(log.stdout) as readonly LogEntry[];
    expect(looks.slice(0, 4).map(({ who, role, isAllowed }) => [who, role, isAllowed])).toEqual([
      ["P-1", null, false],
      ["Z-9", null, false],
      ["L-1", "district-leader", true],
      ["K-71", "counselor", true],
    ]);
  });

  it("names no student in any byte of a mail or a calendar", async () => {
    await run("names");
    const text = readdirSync(join(data, "names"))
      .map((name) => readFileSync(join(data, "names", name), "utf8"))
      .join("\n")
      .replace(/=\r?\n/g, "");
    const users = readFileSync(join(CAST_EXPORTS, "users.csv"), "utf8").trim().split(/\r?\n/);
    const [head = "", ...lines] = users.map((line) => line.split(","));
    const columns = ["sourcedId", "familyName"].map((name) => head.indexOf(name));
    const students = lines.filter((cells) => cells[0]?.startsWith("C-"));
    expect(students.length).toBeGreaterThan(40);
    for (const cells of students) {
      for (const column of columns) expect(text).not.toContain(cells[column]);
    }
  });

  it("refuses to send without a sender or a mail server, and tells no password", async () => {
    const { status, stderr } = await run("refused", "--send");
    expect(status).toBe(1);
    expect(stderr).toContain("ilp district mail --from <address>");
    const set = await ilp("district", "mail", ...of, "--from", "ilp@north.example");
    expect(set.stdout).toContain("mail comes from ilp@north.example");
    expect((await ilp("district", "mail", ...of)).stdout).toBe(set.stdout);
    const url = process.env["ILP_SMTP_URL"];
    process.env["ILP_SMTP_URL"] = "ftp://ilp:pa55word@north.example";
    const wrong = await run("refused", "--send");
    process.env["ILP_SMTP_URL"] = url;
    expect(wrong.status).toBe(1);
    expect(wrong.stderr).not.toContain("pa55word");
  });

  it("sends what it can, tells by staff id what was refused, and tries that again alone", async () => {
    behavior = { password: "pa55word", refuses: COUNSELOR };
    const first = await run("sent", "--send");
    expect(first.status).toBe(2);
    expect(first.stdout).toMatch(/K-71 .*not sent: the mail server refused the address \(550\)/);
    expect(first.stdout).toMatch(/P-1 .*eml {2}sent\n/);
    expect(`${first.stdout}${first.stderr}`).not.toContain(COUNSELOR);
    expect(server.mails.map(({ to }) => to)).toEqual([PRINCIPAL]);
    // The bytes that were written are those that were sent.
    expect(server.mails[0]?.text.trim()).toBe(
      readFileSync(join(data, "sent", "2022-03-14-P-1.eml"), "utf8").trim(),
    );

    behavior = { password: "pa55word", drops: { to: COUNSELOR, when: "after" } };
    const second = await run("sent", "--send");
    expect(second.status).toBe(2);
    expect(second.stdout).toMatch(/K-71 .*unknown whether it was sent/);
    expect(second.stdout).toMatch(/P-1 .*sent before, not again/);

    behavior = { password: "pa55word" };
    const third = await run("sent", "--send");
    expect(third.status).toBe(2);
    expect(server.mails.map(({ to }) => to)).toEqual([PRINCIPAL, COUNSELOR]);
    const fourth = await run("sent", "--send", "--again");
    expect(fourth.status).toBe(0);
    const fifth = await run("sent", "--send");
    expect(fifth.status).toBe(0);
    expect(server.mails.map(({ to }) => to)).toEqual([PRINCIPAL, COUNSELOR, COUNSELOR]);
  });

  it("keeps the password in no record", () => {
    const kept = readdirSync(join(data, "records"), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith(".json"))
      .map((entry) => readFileSync(join(entry.parentPath, entry.name), "utf8"));
    expect(kept.length).toBeGreaterThan(5);
    for (const text of kept) expect(text).not.toContain("pa55word");
  });

  it("takes the week by the district's clock", async () => {
    const bad = await ilp("district", "mail", ...of, "--time-zone", "Chicago");
    expect(bad.stderr).toContain("expected an IANA time zone");
    await ilp("district", "mail", ...of, "--time-zone", "Pacific/Kiritimati");
    const { status, stderr } = await ilp("digest", ...of, "--out", join(data, "zone"));
    // Fourteen hours ahead of Greenwich, all year.
    const there = new Date(Date.now() + 14 * 3_600_000);
    there.setUTCDate(there.getUTCDate() - ((there.getUTCDay() + 6) % 7));
    const week = longDay(day(there.toISOString().slice(0, 10)));
    expect(status).toBe(1);
    expect(stderr).toContain(
      `the data is as of March 15, 2022, more than 7 days before the week of ${week}: publish newer data first`,
    );
    expect(readdirSync(data)).not.toContain("zone");
    expect((await run("zone")).status).toBe(0);
    const [file = ""] = readdirSync(join(data, "zone"));
    expect(readFileSync(join(data, "zone", file), "utf8")).toMatch(/^Date: .* \+1400\r$/m);
  });
});

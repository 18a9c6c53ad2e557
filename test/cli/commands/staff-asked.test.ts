import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { emailGiven, roleGiven, rolesTaken } from "../../../functions/cli/commands/staff-asked.ts";
import { listedStaff, staffText } from "../../../functions/cli/text/staff-text.ts";
import type { StaffRecord } from "../../../functions/domain/people/staff-member.ts";
import { conformedInForce } from "../../../functions/pipeline/conform/conformed-in-force.ts";
import type { ConformedManifest } from "../../../functions/conformed/conformed-manifest.ts";
import { withLocalPlaces } from "../../../functions/cli/arguments/local-places.ts";
import { CAST, CAST_EXPORTS } from "../../support/local-district.ts";
import { ilp } from "../../support/run-ilp.ts";
import { scratchFolder } from "../../support/scratch-folder.ts";

const record = (given: Partial<StaffRecord>): StaffRecord => ({
  ...{ staff: "S-1", name: "A. Rivera", role: "counselor", schools: ["S1"], counselors: ["K-1"] },
  ...{ isRemoved: false, recordedAt: "", ...given },
});
const schools = [
  { id: "S1", name: "North Middle School", partitions: [] },
  { id: "S2", name: "South High School", partitions: [] },
  { id: "S3", name: "South High School", partitions: [] },
];
const manifest = (...staff: readonly StaffRecord[]) =>
  ({ district: CAST, schools, staff }) as unknown as ConformedManifest;
const KNOWN = manifest(
  record({}),
  record({ role: "registrar", schools: ["S2"], counselors: [] }),
  record({ staff: "S-2", name: "B. Lund", role: null, schools: [], counselors: [] }),
);
const of = { district: CAST, data: "" };
const given = (more: Partial<Parameters<typeof roleGiven>[1]>) =>
  roleGiven(KNOWN, {
    ...of,
    ...{ staff: "S-9", name: "C. Poe", role: "principal", school: ["S1"], ...more },
  });
const taken = (staff: string, role?: string) =>
  rolesTaken(KNOWN, { ...of, staff, ...(role !== undefined && { role }) });

describe("ilp staff email", () => {
  const email = (staff: string, address: string) => emailGiven(KNOWN, { ...of, staff, address });

  it("gives somebody of the list an address and leaves the roles as they are", () => {
    expect(email("S-1", " rivera@north.example ")).toEqual({
      ...{ staff: "S-1", name: "A. Rivera", role: null, isRemoved: false },
      ...{ schools: [], counselors: [], email: "rivera@north.example" },
    });
  });

  it("takes the address away by a word", () => {
    expect(email("S-1", "None")).toMatchObject({ email: "none" });
  });

  it("refuses what is no address, and somebody who is not in the list", () => {
    expect(() => email("S-1", "rivera")).toThrow("--address must be one e-mail address");
    expect(() => email("S-8", "a@b.org")).toThrow("the staff list has no S-8");
    expect(() => given({ email: "a@b, c@d.org" })).toThrow("--email must be one e-mail address");
    expect(given({ email: "a@b.org" })).toMatchObject({ email: "a@b.org" });
  });
});

describe("ilp staff add", () => {
  it("takes roles in words and schools by id or name, each once", () => {
    expect(given({ role: "State Reporter", school: [] })).toEqual({
      ...{ staff: "S-9", name: "C. Poe", role: "state-reporter", isRemoved: false },
      ...{ schools: [], counselors: [] },
    });
    expect(
      given({
        role: "counselor",
        school: ["north middle school", "S1", "S2"],
        counselor: ["K-2", "K-2"],
      }),
    ).toMatchObject({ schools: ["S1", "S2"], counselors: ["K-2"] });
  });

  it("keeps the name of somebody who is in the list, and asks for that of anybody else", () => {
    const { name: _name, ...nameless } = {
      ...of,
      staff: "S-1",
      name: "",
      role: "principal",
      school: ["S1"],
    };
    expect(roleGiven(KNOWN, nameless)).toMatchObject({ staff: "S-1", name: "A. Rivera" });
    expect(() => roleGiven(KNOWN, { ...nameless, staff: "S-8" })).toThrow(
      "S-8 is not in the staff list yet: give the person's name with --name",
    );
    expect(() => given({ name: "  " })).toThrow("give the person's name with --name");
  });

  it.each([
    [{ role: "principle" }, 'there is no role "principle"; use one of: district-leader, principal'],
    [{ school: ["S7"] }, 'no school "S7" in this district; use one of: S1 (North Middle School)'],
    [
      { school: ["south high school"] },
      "several schools have this name; use one of these ids: S2, S3",
    ],
    [{ school: [] }, "--school is required"],
    [{ role: "researcher" }, "a researcher always sees the whole district"],
    [{ role: "researcher", school: [], counselor: ["K-1"] }, "leave --counselor out"],
    [{ role: "counselor", counselor: ["K-1;K-2"] }, "without a semicolon"],
    [{ staff: " " }, "--staff must be a staff id"],
  ])("refuses %j in words", (asked, words) => {
    expect(() => given(asked)).toThrow(words);
  });
});

describe("ilp staff remove", () => {
  it("takes away one role, or each that is held", () => {
    const rows = (staff: string, role?: string) => taken(staff, role).map((row) => row.role);
    expect(rows("S-1", "Registrar")).toEqual(["registrar"]);
    expect(rows("S-1")).toEqual(["counselor", "registrar"]);
    expect(taken("S-1").every(({ isRemoved }) => isRemoved)).toBe(true);
  });

  it.each([
    ["S-9", undefined, "the staff list has no S-9; use one of: S-1, S-2"],
    ["S-2", undefined, "S-2 has no role: there is nothing to remove"],
    [
      "S-1",
      "principal",
      "does not have the role principal; the person's roles are: counselor, registrar",
    ],
    ["S-1", "princpal", 'there is no role "princpal"; use one of'],
  ])("refuses %s and %s in words", (staff, role, words) => {
    expect(() => taken(staff, role)).toThrow(words);
  });
});

describe("ilp staff list", () => {
  it("shows roles in words and schools by name, and who may see nothing", () => {
    const list = listedStaff(
      manifest(...(KNOWN.staff ?? []), record({ staff: "S-3", name: "C\u001b[2J", schools: [] })),
    );
    expect(staffText(list)).toMatch(/^S-1 +A\. Rivera +counselor +North Middle School +K-1$/m);
    expect(staffText(list)).toMatch(/^S-1 +A\. Rivera +registrar +South High School$/m);
    expect(staffText(list)).toMatch(/^S-2 +B\. Lund +no role$/m);
    expect(staffText(list)).toMatch(/^S-3 .* no school, so sees nothing +K-1$/m);
    expect(staffText(list)).not.toContain("\u001b");
  });

  it("says what to do where there is no list yet", () => {
    expect(staffText(listedStaff({ schools: [] }))).toMatch(
      /^the district has no staff list yet.*staff\.csv/,
    );
  });
});

describe("the staff commands together", () => {
  it("record a role as a file as sent, show it at once, and take it away again", async () => {
    const data = scratchFolder();
    const options = ["--district", "cast", "--data", data];
    expect((await ilp("staff", "list", ...options)).stderr).toContain(
      "nothing is ingested for district cast",
    );
    await ilp("ingest", CAST_EXPORTS, ...options);
    const roles = async () =>
      Object.fromEntries(
        (
          JSON.parse((await ilp("staff", "list", "--json", ...options)).stdout) as ReturnType<
            typeof listedStaff
          >
        ).map(({ staff, roles: held }) => [
          staff,
          held.map((role) => [role.role, ...role.schools.map(({ name }) => name)].join(", ")),
        ]),
      );
    const before = await roles();
    expect(Object.keys(before)).toHaveLength(11);
    expect(before).toMatchObject({ "D-1": ["district-leader"], "N-1": [] });

    const schools = ["--school", "cast middle school", "CAST-HS"];
    const add = await ilp(
      ...["staff", "add", "--staff", "N-1", "--role", "Principal", ...schools, ...options],
    );
    expect(add.stderr).toBe("");
    expect(add.stdout).toMatch(
      /^N-1 +Barnaby Linnetorpe +principal +Cast Middle School, Cast High School$/m,
    );
    expect(add.stdout).toMatch(/recorded in recorded_staff_[a-p]{32}\.csv/);
    expect(await roles()).toEqual({
      ...before,
      "N-1": ["principal, Cast Middle School, Cast High School"],
    });
    const removed = await ilp("staff", "remove", "--staff", "N-1", "--json", ...options);
    expect(JSON.parse(removed.stdout)).toMatchObject({ staff: [{ staff: "N-1", roles: [] }] });
    expect(await roles()).toEqual(before);
    // A refusal stores nothing.
    const files = async () =>
      withLocalPlaces(
        data,
        async ({ records }) => (await conformedInForce(records, CAST))!.files.length,
      );
    const stored = await files();
    const refused = await ilp("staff", "remove", "--staff", "N-1", ...options);
    expect([refused.status, refused.stderr]).toEqual([
      1,
      "ilp: N-1 has no role: there is nothing to remove\n",
    ]);
    expect(await files()).toBe(stored);
    expect(stored).toBe(19);
    // A list may give a time of today that is still to come: what is taken away now comes after it.
    const soon = new Date(Date.now() + 3_600_000).toISOString();
    const list = join(data, "recorded_staff_soon.csv");
    writeFileSync(
      list,
      `staff_id,role,school_ids,is_removed,recorded_at\nN-1,registrar,CAST-MS,no,${soon}\n`,
    );
    await ilp("ingest", list, ...options);
    expect(await roles()).toMatchObject({ "N-1": ["registrar, Cast Middle School"] });
    await ilp("staff", "remove", "--staff", "N-1", "--role", "registrar", ...options);
    expect(await roles()).toEqual(before);
  }, 60_000);
});

import { describe, expect, it } from "vitest";
import {
  isEmail,
  staffMembers,
  staffRoleOf,
  type StaffRecord,
  type StaffRole,
} from "../../../functions/domain/people/staff-member.ts";

const row = (role: StaffRole | null, given: Partial<StaffRecord> = {}): StaffRecord => ({
  ...{ staff: "S-1", name: "A. Rivera", role, schools: ["S1"], counselors: [] },
  ...{ isRemoved: false, recordedAt: "", ...given },
});
const MONDAY = "2022-03-14T08:00:00.000Z";
const TUESDAY = "2022-03-15T08:00:00.000Z";

const rolesOf = (...records: readonly StaffRecord[]) =>
  staffMembers(records).map(({ staff, roles }) => [staff, ...roles.map(({ role }) => role)]);

describe("staffRoleOf", () => {
  it.each([
    ["counselor", "counselor"],
    ["COUNSELOR", "counselor"],
    ["District Leader", "district-leader"],
    ["state_reporter", "state-reporter"],
    [" privacy  officer ", "privacy-officer"],
    ["privacy - officer", "privacy-officer"],
  ])("reads %j as %s", (word, role) => {
    expect(staffRoleOf(word)).toBe(role);
  });

  it.each(["", "districtleader", "counsellor", "counselor;principal", "principal 2"])(
    "reads no role in %j",
    (word) => {
      expect(staffRoleOf(word)).toBeNull();
    },
  );
});

describe("staffMembers", () => {
  it("lists each person once, by id, with the roles in the order of lists", () => {
    const other = row("researcher", { staff: "S-0", name: "B. Lund", schools: [] });
    expect(rolesOf(row("registrar"), other, row("principal"))).toEqual([
      ["S-0", "researcher"],
      ["S-1", "principal", "registrar"],
    ]);
  });

  it("keeps a person without a role in the list, who holds none", () => {
    expect(rolesOf(row(null))).toEqual([["S-1"]]);
    expect(rolesOf(row(null), row("principal"))).toEqual([["S-1", "principal"]]);
  });

  it("takes of one role the row recorded last, in whatever order they come", () => {
    const first = row("principal", { recordedAt: MONDAY, schools: ["S1"] });
    const last = row("principal", { recordedAt: TUESDAY, schools: ["S2"] });
    for (const records of [
      [first, last],
      [last, first],
    ]) {
      expect(staffMembers(records)[0]?.roles).toEqual([
        { role: "principal", schools: ["S2"], counselors: [] },
      ]);
    }
  });

  it("takes a row without an instant for recorded before every other", () => {
    const removal = row("principal", { recordedAt: MONDAY, isRemoved: true });
    expect(rolesOf(row("principal"), removal)).toEqual([["S-1"]]);
    expect(rolesOf(removal, row("principal"))).toEqual([["S-1"]]);
  });

  it("takes away one role alone, until it is given again", () => {
    const removal = row("principal", { recordedAt: MONDAY, isRemoved: true });
    const again = row("principal", { recordedAt: TUESDAY });
    expect(rolesOf(row("principal"), row("registrar"), removal)).toEqual([["S-1", "registrar"]]);
    expect(rolesOf(row("principal"), removal, again)).toEqual([["S-1", "principal"]]);
  });

  it.each([
    ["the instant before", "2022-03-14T07:59:59.999Z", []],
    ["the same instant", MONDAY, []],
    ["the instant after", "2022-03-14T08:00:00.001Z", ["principal"]],
  ])(
    "takes away with an empty role every role recorded until then: %s",
    (_when, recordedAt, roles) => {
      const removal = row(null, { recordedAt: MONDAY, isRemoved: true });
      expect(
        rolesOf(removal, row("principal", { recordedAt: recordedAt }), row("registrar")),
      ).toEqual([["S-1", ...roles]]);
    },
  );

  it("knows a person by the name recorded last, also after it was left out", () => {
    const named = row("principal", { recordedAt: MONDAY, name: "A. Rivera-Poe" });
    const bare = row("registrar", { recordedAt: TUESDAY, name: "" });
    expect(staffMembers([row("principal"), named, bare]).map(({ name }) => name)).toEqual([
      "A. Rivera-Poe",
    ]);
  });

  it("knows the address recorded last, until one is taken away", () => {
    const given = row("principal", { recordedAt: MONDAY, email: "a@north.example" });
    const again = row(null, { recordedAt: TUESDAY, email: "b@north.example" });
    const gone = row(null, { recordedAt: TUESDAY, email: "none" });
    const emailOf = (...records: readonly StaffRecord[]) => staffMembers(records)[0]?.email;
    expect(emailOf(row("principal"))).toBeUndefined();
    expect(emailOf(given, row("registrar", { recordedAt: TUESDAY }))).toBe("a@north.example");
    expect(emailOf(again, given)).toBe("b@north.example");
    expect(emailOf(given, gone)).toBeUndefined();
    // It takes no role with it.
    expect(rolesOf(given, gone)).toEqual([["S-1", "principal"]]);
  });
});

describe("isEmail", () => {
  it.each(["a@b.org", "first.last+ilp@mail.district.k12.tx.us", "o’hara@b.org"])(
    "is %j",
    (text) => {
      expect(isEmail(text)).toBe(true);
    },
  );

  it.each([
    ...[
      "",
      "a",
      "a@b",
      "@b.org",
      "a@",
      "a b@c.org",
      "a@b.org, c@d.org",
      "a@b.org;c@d.org",
      "a@b..org",
    ],
    ...["A <a@b.org>", "a@b.org\nBcc: c@d.org", `${"a".repeat(250)}@b.org`],
  ])("is not %j", (text) => {
    expect(isEmail(text)).toBe(false);
  });
});

import { describe, expect, it } from "vitest";
import { SYSTEM, type Reader } from "../../functions/access/reader.ts";
import { exactPlaces, namesSeen, seesPlans } from "../../functions/access/seen-schools.ts";
import type { HeldRole, StaffRole } from "../../functions/domain/people/staff-member.ts";

const SCHOOLS = [
  { id: "A", name: "North High School" },
  { id: "B", name: "South High School" },
];
const held = (role: StaffRole, schools: readonly string[] = []): HeldRole => ({
  role,
  schools,
  counselors: [],
});
const reader = (...roles: readonly HeldRole[]): Reader => ({
  kind: "staff",
  staff: "S-1",
  name: "",
  roles,
});

describe("the places that a reader sees exactly", () => {
  it.each<[string, Reader, boolean, readonly string[]]>([
    ["every one for the system account", SYSTEM, true, ["A", "B"]],
    ["every one for a district leader", reader(held("district-leader")), true, ["A", "B"]],
    ["her school for a principal", reader(held("principal", ["B"])), false, ["B"]],
    [
      "the schools of several roles",
      reader(held("principal", ["B"]), held("counselor", ["A"])),
      false,
      ["A", "B"],
    ],
    ["none for a registrar", reader(held("registrar", ["A"])), false, []],
    ["none for a school that is not there", reader(held("principal", ["Z"])), false, []],
    ["none for a name without a role", reader(), false, []],
  ])("are %s", (_name, who, isWholeDistrict, schools) => {
    expect(exactPlaces(who, SCHOOLS)).toMatchObject({ isWholeDistrict, schools });
  });

  it("have the reason of each role that shows one, once", () => {
    const two = reader(held("principal", ["B"]), held("counselor", ["A"]));
    expect(exactPlaces(two, SCHOOLS).because).toBe(
      "You are counselor at North High School. You are principal of South High School.",
    );
  });
});

describe("whom a reader may see by name", () => {
  it.each([
    ["district-leader", "plans"],
    ["principal", "plans"],
    ["counselor", "plans"],
    ["registrar", "records"],
    ["state-reporter", "records"],
    ["researcher", "nobody"],
    ["privacy-officer", "nobody"],
  ] as const)("for a %s: %s", (role, names) => {
    expect(namesSeen(reader(held(role, ["A"])))).toBe(names);
    expect(seesPlans(reader(held(role, ["A"])))).toBe(names === "plans");
  });
});

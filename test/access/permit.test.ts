import { describe, expect, it } from "vitest";
import { REQUEST_KINDS, type RequestKind } from "../../functions/access/grants.ts";
import {
  DISTRICT,
  ofSchool,
  ofStudent,
  permit,
  type Asked,
  type StudentScope,
} from "../../functions/access/permit.ts";
import { SYSTEM, type Reader } from "../../functions/access/reader.ts";
import {
  STAFF_ROLES,
  type HeldRole,
  type StaffRole,
} from "../../functions/domain/people/staff-member.ts";

const SCHOOLS = [
  { id: "A", name: "North High School" },
  { id: "B", name: "South High School" },
];

const holding = (...roles: readonly HeldRole[]): Reader => ({
  kind: "staff",
  staff: "S-1",
  name: "R. Vane",
  roles,
});
const as = (role: StaffRole, schools: readonly string[] = ["A"]): Reader =>
  holding({ role, schools, counselors: role === "counselor" ? ["K-1", "K-9"] : [] });

const student = (given: Partial<StudentScope> = {}): StudentScope => ({
  school: "A",
  isEnrolled: true,
  counselors: ["K-2"],
  ...given,
});
const allows = (reader: Reader, kind: RequestKind, asked: Asked): boolean =>
  permit(reader, kind, asked, SCHOOLS).isAllowed;

/** Everything that can be asked, each in the kinds that are asked of it. */
const CASES: readonly (readonly [name: string, kind: RequestKind, asked: Asked])[] = [
  ["the district's figures", "see-figures", DISTRICT],
  ["figures of the own school", "see-figures", ofSchool("A")],
  ["figures of another school", "see-figures", ofSchool("B")],
  ...(
    [
      "see-student",
      "see-records",
      "see-data-to-fix",
      "record-exemption",
      "record-attestation",
      "assign-counselor",
    ] as const
  ).flatMap((kind) => [
    [`${kind}, own school, other counselor`, kind, ofStudent(student())] as const,
    [
      `${kind}, own school, own caseload`,
      kind,
      ofStudent(student({ counselors: ["K-2", "K-9"] })),
    ] as const,
    [`${kind}, own school, no counselor`, kind, ofStudent(student({ counselors: [] }))] as const,
    [`${kind}, own school, left`, kind, ofStudent(student({ isEnrolled: false }))] as const,
    [
      `${kind}, own caseload, left`,
      kind,
      ofStudent(student({ isEnrolled: false, counselors: ["K-1"] })),
    ] as const,
    [
      `${kind}, other school, own caseload`,
      kind,
      ofStudent(student({ school: "B", counselors: ["K-1"] })),
    ] as const,
    [
      `${kind}, other school, no counselor`,
      kind,
      ofStudent(student({ school: "B", counselors: [] })),
    ] as const,
    [`${kind}, other school, other counselor`, kind, ofStudent(student({ school: "B" }))] as const,
  ]),
  ["shared goals by counselor, own school", "see-shared-by-counselor", ofSchool("A")],
  ["shared goals by counselor, other school", "see-shared-by-counselor", ofSchool("B")],
  ["shared goals by counselor, district", "see-shared-by-counselor", DISTRICT],
  ["files of the own school", "see-rejected-files", ofSchool("A")],
  ["the log", "see-log", DISTRICT],
  ["a research extract", "make-extract", DISTRICT],
  ["a duty", "record-duty", DISTRICT],
  ["a rule", "confirm-rule", DISTRICT],
  ["removals", "decide-removals", DISTRICT],
  ["the staff list", "change-staff", DISTRICT],
];

/** What of the cases each role may do, written from the rules and not from the table in the code. */
const PERMITTED: { readonly [role in StaffRole]: readonly string[] } = {
  "district-leader": CASES.map(([name]) => name).filter(
    (name) =>
      !["the log", "a research extract"].includes(name) &&
      !name.startsWith("shared goals by counselor"),
  ),
  principal: [
    "figures of the own school",
    "shared goals by counselor, own school",
    ...[
      "see-student",
      "see-records",
      "see-data-to-fix",
      "record-exemption",
      "record-attestation",
      "assign-counselor",
    ].flatMap((kind) => [
      `${kind}, own school, other counselor`,
      `${kind}, own school, own caseload`,
      `${kind}, own school, no counselor`,
    ]),
  ],
  counselor: [
    "figures of the own school",
    ...["see-student", "see-records", "see-data-to-fix", "record-attestation"].flatMap((kind) => [
      `${kind}, own school, own caseload`,
      `${kind}, own school, no counselor`,
      `${kind}, other school, own caseload`,
    ]),
  ],
  registrar: [
    "files of the own school",
    ...["see-records", "see-data-to-fix"].flatMap((kind) => [
      `${kind}, own school, other counselor`,
      `${kind}, own school, own caseload`,
      `${kind}, own school, no counselor`,
      `${kind}, own school, left`,
      `${kind}, own caseload, left`,
    ]),
  ],
  "state-reporter": [
    "the district's figures",
    "figures of the own school",
    "figures of another school",
    ...CASES.map(([name]) => name).filter((name) => name.startsWith("see-data-to-fix")),
    "files of the own school",
    "a duty",
  ],
  researcher: [
    "the district's figures",
    "figures of the own school",
    "figures of another school",
    "a research extract",
  ],
  "privacy-officer": ["the log"],
};

describe("what a role may see and do", () => {
  it.each(STAFF_ROLES)("of a %s is what the rules say, in each case", (role) => {
    const permitted = CASES.filter(([, kind, asked]) => allows(as(role), kind, asked));
    expect(permitted.map(([name]) => name).sort()).toEqual([...PERMITTED[role]].sort());
  });

  it("is nothing for a name without a role, nor for an id that the list does not have", () => {
    const nobody: readonly Reader[] = [holding(), { kind: "unknown", staff: "S-7" }];
    for (const reader of nobody) {
      for (const [, kind, asked] of CASES) {
        const { isAllowed, because, role } = permit(reader, kind, asked, SCHOOLS);
        expect({ isAllowed, role }).toEqual({ isAllowed: false, role: null });
        expect(because).toMatch(/staff list/);
      }
    }
  });

  it("is nothing at a school for a principal, counselor or registrar of no school", () => {
    for (const role of ["principal", "registrar"] as const) {
      for (const [, kind, asked] of CASES) expect(allows(as(role, []), kind, asked)).toBe(false);
    }
    const seen = CASES.filter(([, kind, asked]) => allows(as("counselor", []), kind, asked));
    expect(seen.every(([name]) => name.includes("own caseload"))).toBe(true);
  });

  it("is everything for the system account of the machine that keeps the records", () => {
    for (const kind of REQUEST_KINDS) expect(allows(SYSTEM, kind, DISTRICT)).toBe(true);
  });

  it("is the sum of several roles, with the reason of the one that decides", () => {
    const both = holding(
      { role: "counselor", schools: ["A"], counselors: ["K-1"] },
      { role: "registrar", schools: ["B"], counselors: [] },
    );
    const records = permit(both, "see-records", ofStudent(student({ school: "B" })), SCHOOLS);
    expect(records).toEqual({
      isAllowed: true,
      because: "You are registrar of South High School.",
      role: "registrar",
    });
    expect(allows(both, "see-student", ofStudent(student({ school: "B" })))).toBe(false);
  });
});

describe("the reason", () => {
  it.each<[string, Reader, RequestKind, Asked]>([
    ["You are a district leader.", as("district-leader"), "see-figures", DISTRICT],
    ["You are principal of North High School.", as("principal"), "see-figures", ofSchool("A")],
    [
      "You are principal of North High School and South High School.",
      as("principal", ["A", "B"]),
      "see-figures",
      ofSchool("B"),
    ],
    [
      "You are counselor at North High School, and the student is in your caseload.",
      as("counselor"),
      "see-student",
      ofStudent(student({ counselors: ["K-9"] })),
    ],
    [
      "You are counselor at North High School, and the student has no counselor.",
      as("counselor"),
      "see-student",
      ofStudent(student({ counselors: [] })),
    ],
    ["You are the privacy officer.", as("privacy-officer"), "see-log", DISTRICT],
  ])("is said in words: %s", (because, reader, kind, asked) => {
    expect(permit(reader, kind, asked, SCHOOLS).because).toBe(because);
  });

  it("of a refusal says which role it is and what that does not include, and not where a student is", () => {
    expect(permit(as("principal"), "see-figures", ofSchool("B"), SCHOOLS).because).toBe(
      "You are principal of North High School, and that does not include exact figures of South High School.",
    );
    expect(
      permit(as("principal"), "see-student", ofStudent(student({ school: "B" })), SCHOOLS).because,
    ).toBe(
      "You are principal of North High School, and that does not include the names and plans of this student.",
    );
  });
});

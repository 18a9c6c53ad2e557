import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { day } from "../../../functions/domain/calendar/day.ts";
import { conform } from "../../../functions/pipeline/conform/conform.ts";
import { conformedInForce } from "../../../functions/pipeline/conform/conformed-in-force.ts";
import type { ConformedManifest } from "../../../functions/conformed/conformed-manifest.ts";
import type { Places } from "../../../functions/pipeline/ports.ts";
import { receive } from "../../../functions/pipeline/intake/receive.ts";
import { conformedRows } from "../../support/conformed-rows.ts";
import {
  ATTENDANCE_HEADER,
  FERNHILL,
  incoming,
  ingestFiles,
  lines,
  oneTo,
  ORGS,
  plans,
  roles,
  ROLES_HEADER,
  roster,
  users,
  USERS_HEADER,
  type HandedIn,
} from "../../support/ingest-files.ts";
import { freshPlaces, quiet } from "../../support/local-district.ts";

const MILDEST_FIRST = ["present", "excused", "unexcused", "absent"];

/** What is handed in together. */
type Delivery = readonly HandedIn[];

/** Deliveries ingested in groups, some of which may hold nothing yet that a district can be made of. */
async function ingestAll(places: Places, groups: readonly (readonly Delivery[])[]) {
  for (const group of groups) {
    await receive(FERNHILL, incoming(group.flat()), places, day("2022-06-01"), quiet);
    await conform(FERNHILL, { name: null, acceptRemovals: false }, places, quiet);
  }
  const manifest = await conformedInForce(places.records, FERNHILL);
  if (manifest === null) throw new Error("expected a conformed district");
  return manifest;
}

/** Deliveries in any order, cut into any ingests. */
const anyOrder = (deliveries: readonly Delivery[]) =>
  fc
    .tuple(
      fc.shuffledSubarray([...deliveries], { minLength: deliveries.length }),
      fc.array(fc.boolean(), { minLength: deliveries.length, maxLength: deliveries.length }),
    )
    .map(([order, cuts]) => {
      const groups: Delivery[][] = [[]];
      for (const [index, delivery] of order.entries()) {
        if (cuts[index] === true && groups.at(-1)!.length > 0) groups.push([]);
        groups.at(-1)!.push(delivery);
      }
      return groups;
    });

const manifestOf = (mode: string) =>
  lines("propertyName,value", `file.users,${mode}`, `file.roles,${mode}`, `file.orgs,bulk`);

const bulk = (on: string, numbers: readonly number[], grade: string): Delivery => [
  [`roster-${on}.zip/manifest.csv`, manifestOf("bulk")],
  [`roster-${on}.zip/orgs.csv`, ORGS],
  [`roster-${on}.zip/users.csv`, users(numbers, grade)],
  [`roster-${on}.zip/roles.csv`, roles(numbers)],
  [`plans_${on}.csv`, plans(numbers)],
];

const changedUser = (student: string, status: string, dayOfMonth: string, given: string): string =>
  `${student},${status},2022-03-${dayOfMonth}T06:00:00.000Z,u,${given},Family,900,10`;
const changedRole = (
  id: string,
  student: string,
  status: string,
  dayOfMonth: string,
  until = "",
): string =>
  `${id},${status},2022-03-${dayOfMonth}T06:00:00.000Z,${student},primary,student,2021-08-23,${until},S1,`;

const delta = (place: string, changes: readonly string[], moves: readonly string[]): Delivery => [
  [`${place}/manifest.csv`, manifestOf("delta")],
  [`${place}/users.csv`, lines(USERS_HEADER, ...changes)],
  [`${place}/roles.csv`, lines(ROLES_HEADER, ...moves)],
];

const attendance = (on: string, ...records: readonly string[]): Delivery => [
  [`daily_attendance_${on}.csv`, lines(ATTENDANCE_HEADER, ...records)],
];

const all = oneTo(12);
const without = (gone: number) => all.filter((n) => n !== gone);

describe("deliveries that state their day", () => {
  const deliveries = [
    bulk("2022-03-01", all, "09"),
    bulk("2022-03-02", without(5), "09"),
    bulk("2022-03-03", without(6), "10"),
    delta(
      "changes-2022-03-04.zip",
      [
        changedUser("0001", "active", "04", "Ann"),
        changedUser("0002", "tobedeleted", "04", "Given2"),
      ],
      [
        changedRole("R2", "0002", "tobedeleted", "04"),
        changedRole("R3", "0003", "active", "04", "2022-03-04"),
      ],
    ),
    delta(
      "changes-2022-03-05.zip",
      [changedUser("0001", "active", "05", "Anna")],
      [changedRole("R3", "0003", "active", "05", "2022-03-11")],
    ),
    attendance("2022-03-01", "0001,2022-02-28,absent,", "0003,2022-03-01,unexcused,"),
    attendance("2022-03-02", "0001,2022-02-28,present,", "0004,2022-03-02,absent,0.5"),
    attendance("2022-03-03", "0003,2022-03-01,excused,", "0001,2022-02-28,excused,0.5"),
  ];

  it("come to the same conformed version in any order and any number of ingests", async () => {
    const inOrder = await ingestAll(
      await freshPlaces(),
      deliveries.map((delivery) => [delivery]),
    );
    // The role went together with its student; the plan is still sent.
    expect(inOrder.rejects).toMatchObject([{ kind: "plain/plans.csv", reason: "unknown-student" }]);
    await fc.assert(
      fc.asyncProperty(anyOrder(deliveries), async (groups) => {
        const manifest = await ingestAll(await freshPlaces(), groups);
        expect(manifest.files).toEqual(inOrder.files);
        expect(manifest.schools).toEqual(inOrder.schools);
        expect(manifest.version).toBe(inOrder.version);
      }),
      { numRuns: 2 },
    );
  });

  it("come to what the last of them says", async () => {
    const places = await freshPlaces();
    const manifest = await ingestAll(places, [[...deliveries].reverse()]);
    const students = await conformedRows(places, manifest, "student");
    const told = new Map(students.map(({ student, givenName }) => [student, givenName]));
    expect(told.get("0001")).toBe("Anna");
    expect([told.has("0002"), told.has("0005"), told.has("0006")]).toEqual([false, true, false]);
    const enrollments = await conformedRows(places, manifest, "enrollment");
    expect(enrollments.find(({ student }) => student === "0003")).toMatchObject({
      withdrewOn: "2022-03-11",
    });
    expect(await conformedRows(places, manifest, "absence")).toMatchObject([
      { student: "0001", on: "2022-02-28", absentMilli: 500, excusal: "excused" },
      { student: "0003", on: "2022-03-01", absentMilli: 1000, excusal: "excused" },
      { student: "0004", on: "2022-03-02", absentMilli: 500 },
    ]);
  });
});

describe("changes that say when they were made", () => {
  const changes = ["07", "09", "11", "08"].map((dayOfMonth, index) =>
    delta(
      `changes-${index}.zip`,
      [
        changedUser("0001", "active", dayOfMonth, `Ann${dayOfMonth}`),
        changedUser(`000${index + 2}`, "active", dayOfMonth, `New${dayOfMonth}`),
      ],
      [
        changedRole(
          "R3",
          "0003",
          dayOfMonth === "09" ? "tobedeleted" : "active",
          dayOfMonth,
          `2022-04-${dayOfMonth}`,
        ),
      ],
    ),
  );

  it("come to the same conformed version in whatever order they come after the whole files", async () => {
    const versions = new Set<string>();
    await fc.assert(
      fc.asyncProperty(anyOrder(changes), async (groups) => {
        const places = await freshPlaces();
        const manifest = await ingestAll(places, [[roster(all)], ...groups]);
        versions.add(manifest.version);
        expect([...versions]).toHaveLength(1);
        const [first] = await conformedRows(places, manifest, "student");
        expect(first).toMatchObject({ student: "0001", givenName: "Ann11" });
      }),
      { numRuns: 2 },
    );
  });

  it("touch the partitions of their students' schools and no other", async () => {
    const places = await freshPlaces();
    const before = await ingestAll(places, [[roster(all)]]);
    const after = await ingestAll(places, [
      [delta("changes.zip", [changedUser("0001", "active", "07", "Ann")], [])],
    ]);
    const hashes = ({ schools }: ConformedManifest, id: string) =>
      schools
        .find((school) => school.id === id)!
        .partitions.map(({ name, hash }) => `${name} ${hash}`);
    expect(hashes(after, "S2")).toEqual(hashes(before, "S2"));
    const changed = hashes(after, "S1").filter((hash) => !hashes(before, "S1").includes(hash));
    expect(changed.map((name) => name.split(" ")[0])).toEqual([
      expect.stringMatching(/^student\//),
    ]);
  });
});

describe("attendance with corrections", () => {
  const statement = fc.record({
    student: fc.constantFrom("0001", "0002", "0009"),
    on: fc.constantFrom("2022-03-01", "2022-03-02"),
    status: fc.constantFrom("absent", "excused", "unexcused", "present"),
  });
  const cuts = fc.array(fc.boolean(), { minLength: 12, maxLength: 12 });

  it("comes to the last file's statement of each day, and of one file's to the mildest", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(statement, { minLength: 4, maxLength: 12 }),
        cuts,
        fc.infiniteStream(fc.nat(1_000)),
        async (statements, cutAt, chance) => {
          const last = new Map<string, { readonly file: number; readonly status: string }>();
          const files: string[][] = [[]];
          for (const [index, { student, on, status }] of statements.entries()) {
            if (cutAt[index] === true && files.at(-1)!.length > 0) files.push([]);
            files.at(-1)!.push(`${student},${on},${status},`);
            const before = last.get(`${student} ${on}`);
            const isMilder =
              before?.file !== files.length ||
              MILDEST_FIRST.indexOf(status) < MILDEST_FIRST.indexOf(before.status);
            if (isMilder) last.set(`${student} ${on}`, { file: files.length, status });
          }
          const order = files
            .map((records, index) => ({
              place: chance.next().value,
              delivery: attendance(`2022-04-${String(index + 1).padStart(2, "0")}`, ...records),
            }))
            .sort((a, b) => a.place - b.place);
          const places = await freshPlaces();
          const half = Math.ceil(order.length / 2);
          const groups = [order.slice(0, half), order.slice(half)].map((group) =>
            group.map(({ delivery }) => delivery),
          );
          const manifest = await ingestAll(places, [[roster(all)], ...groups]);
          const absences = await conformedRows(places, manifest, "absence");
          const told = absences.map(
            ({ student, on, excusal }) => `${String(student)} ${String(on)} ${String(excusal)}`,
          );
          const expected = [...last]
            .filter(([, { status }]) => status !== "present")
            .map(([key, { status }]) => `${key} ${status === "absent" ? "unknown" : status}`);
          expect(told.sort()).toEqual(expected.sort());
        },
      ),
      { numRuns: 2 },
    );
  });
});

describe("a file that is known", () => {
  it("is not read again, and one under another name says nothing twice", async () => {
    const places = await freshPlaces();
    const first = await ingestFiles(places, roster(all));
    const reads = await places.records.list("");
    const again = await ingestFiles(places, roster(all), { on: "2022-06-02" });
    expect(again.received.map(({ outcome }) => outcome)).toEqual(roster(all).map(() => "known"));
    expect(again.manifest.version).toBe(first.manifest.version);
    expect(await places.records.list("")).toEqual(reads);
    const faulty = lines(ATTENDANCE_HEADER, "0001,2022-03-01,absent,", "9999,2022-03-01,absent,");
    const { manifest } = await ingestFiles(places, [
      ["daily_attendance.csv", faulty],
      ["daily_attendance (1).csv", faulty],
    ]);
    expect(manifest.rejects).toMatchObject([{ reason: "unknown-student", records: 1 }]);
  });
});

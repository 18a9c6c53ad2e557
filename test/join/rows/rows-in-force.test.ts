import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { conformedRows } from "../../support/conformed-rows.ts";
import {
  ingestFiles,
  lines,
  oneTo,
  ORGS,
  roster,
  USERS_HEADER,
} from "../../support/ingest-files.ts";
import { freshPlaces } from "../../support/local-district.ts";

const REVIEWS = "review_id,plan_id,status,scheduled_on,held_on,participants,focus_areas";
const GOALS = "goal_id,plan_id,domain,description,measurement,set_on,target_on,status,status_on";

/** The rows of a table after records of one file came in some order, and what became of the file. */
async function heldOf(
  table: "review" | "goal" | "enrollment" | "student" | "plan",
  name: string,
  header: string,
  rows: readonly string[],
) {
  const places = await freshPlaces();
  const others = roster(oneTo(2)).filter(([other]) => other !== name);
  const { manifest } = await ingestFiles(places, [...others, [name, lines(header, ...rows)]]);
  const { repeated, contradicted } = manifest.files.find((file) => file.name === name)!;
  return { rows: await conformedRows(places, manifest, table), repeated, contradicted };
}

const inAnyOrder = async (
  rows: readonly string[],
  check: (order: readonly string[]) => Promise<void>,
) =>
  fc.assert(fc.asyncProperty(fc.shuffledSubarray([...rows], { minLength: rows.length }), check), {
    numRuns: 4,
  });

describe("of records about the same thing", () => {
  it.each([
    [
      "the one with the later day holds",
      ["R1,P1,scheduled,2021-10-01,,,", "R1,P1,held,2021-10-01,2021-10-04,student,"],
      { state: "held", heldOn: "2021-10-04" },
    ],
    [
      "of the same days the one that says more holds",
      ["R1,P1,held,,2021-10-04,student,", "R1,P1,held,,2021-10-04,student;family,"],
      { participants: "student;family" },
    ],
    [
      "a word that is not listed says less than one that is",
      ["R1,P1,held,,2021-10-04,student;madre,", "R1,P1,held,,2021-10-04,student;family,"],
      { participants: "student;family" },
    ],
  ] as const)("%s", async (_fact, rows, wanted) => {
    await inAnyOrder(rows, async (order) => {
      const held = await heldOf("review", "reviews.csv", REVIEWS, order);
      expect(held.rows).toMatchObject([wanted]);
      expect(held).toMatchObject({ repeated: 0, contradicted: 1 });
    });
  });

  it("keeps goals of one number in two plans apart", async () => {
    const rows = [
      "1,P1,career,Ask about the work,,2021-09-10,,met,",
      "1,P2,career,Ask about the work,,2021-09-10,,met,",
      "1,P2,career,Ask about the work,,2021-09-10,,met,",
    ];
    await inAnyOrder(rows, async (order) => {
      const held = await heldOf("goal", "goals.csv", GOALS, order);
      expect(held.rows.map(({ plan }) => plan).sort()).toEqual(["P1", "P2"]);
      expect(held).toMatchObject({ repeated: 1, contradicted: 0 });
    });
  });

  it.each([
    ["2021-11-01", "2022-02-01", "2022-02-01"],
    ["2021-11-01", "", null],
  ])("an enrollment that ends on %s and %j ends on %s", async (first, other, withdrewOn) => {
    const header = "userSourcedId,role,beginDate,endDate,orgSourcedId,roleType,sourcedId";
    const rows = [
      `0001,student,2021-08-23,${first},S1,primary,`,
      `0001,student,2021-08-23,${other},S1,primary,`,
      "0002,student,2021-08-23,,S1,primary,",
    ];
    await inAnyOrder(rows, async (order) => {
      const held = await heldOf("enrollment", "roles.csv", header, order);
      const own = held.rows.filter(({ student }) => student === "0001");
      expect(own.map((row) => row["withdrewOn"])).toEqual([withdrewOn]);
      expect(held).toMatchObject({ repeated: 0, contradicted: 1 });
    });
  });

  it("a student listed once for each section counts once, and a grade that differs is told", async () => {
    const places = await freshPlaces();
    const rows = ["0001,,,u1,A,B,901,09", "0001,,,u1,A,B,901,09", "0001,,,u1,A,B,901,10"];
    const files = roster(oneTo(2)).filter(([name]) => name !== "users.csv" && name !== "orgs.csv");
    for (const order of [rows, rows.toReversed()]) {
      const users = lines(USERS_HEADER, ...order, "0002,,,u2,A,B,902,09");
      const { manifest } = await ingestFiles(places, [
        ...([
          ["orgs.csv", ORGS],
          ["users.csv", users],
        ] as const),
        ...files,
      ]);
      const rows = await conformedRows(places, manifest, "student");
      expect(rows.filter(({ student }) => student === "0001")).toMatchObject([{ grade: "10" }]);
      expect(manifest.files.find(({ name }) => name === "users.csv")).toMatchObject({
        ...{ records: 4, accepted: 2, repeated: 1, contradicted: 1 },
      });
    }
  });
});

import { beforeAll, describe, expect, it } from "vitest";
import { studentKeys } from "../../../functions/hashing/student-keys.ts";
import { accessSecret } from "../../../functions/pipeline/console/access-log.ts";
import { consoleCase } from "../../../functions/pipeline/console/console-case.ts";
import { consoleAnswer } from "../../../functions/pipeline/console/routes/console-answer.ts";
import {
  KIND_REQUESTS,
  seenDecisions,
  statementOf,
} from "../../../functions/pipeline/console/seen-decisions.ts";
import type { Decided } from "../../../functions/pipeline/decisions/decided.ts";
import { requestOf } from "../../support/asked-console.ts";
import { conformedCast } from "../../support/conformed-districts.ts";
import { CAST, CAST_DAY, publishDay, type MemoryPlaces } from "../../support/local-district.ts";
import { setStaff, staffRow } from "../../support/staff-of.ts";

const AT = "2022-03-16T08:00:00.000Z";
const STUDENT = "C-0404";
const STAFF = [
  staffRow("L-1", "district-leader", []),
  staffRow("S-1", "state-reporter", []),
  staffRow("P-2", "principal", ["CAST-HS"]),
];

describe("the decisions that a reader may see", { timeout: 120_000 }, () => {
  let places: MemoryPlaces;

  beforeAll(async () => {
    places = await conformedCast();
    await publishDay(places, CAST_DAY);
    await setStaff(places, STAFF);
    const { keyOf } = studentKeys(await accessSecret(places.records, CAST));
    const body = {
      ...{ student: keyOf(STUDENT), requirement: "review-1", reason: "medical" },
      from: "2022-03-15",
    };
    const who = { district: CAST, staff: "L-1", isDemo: false, through: "console" } as const;
    const made = await consoleAnswer(places, who, requestOf("/console/exemptions", AT, { body }));
    expect(made.status).toBe(200);
    await setStaff(places, STAFF);
  }, 120_000);

  const seen = async (staff: string | null) => {
    const who = { district: CAST, staff, isDemo: false, through: "console" } as const;
    return seenDecisions(await consoleCase(places, who, AT), new Map());
  };

  it("of a student who is in no edition are for those who see every student", async () => {
    expect((await seen("L-1")).map(({ decided, row }) => [decided.student, row])).toEqual([
      [STUDENT, null],
    ]);
    expect(await seen("S-1")).toEqual([]);
    expect(await seen("P-2")).toEqual([]);
  });

  it("are pending until an edition was made from their files", async () => {
    expect((await seen("L-1")).map(({ isPending }) => isPending)).toEqual([true]);
    await publishDay(places, "2022-03-16");
    expect((await seen("L-1")).map(({ isPending }) => isPending)).toEqual([false]);
  });

  it("are none before anything was ingested", async () => {
    const who = { district: CAST, staff: null, isDemo: false, through: "console" } as const;
    const of = await consoleCase(places, who, AT);
    expect(await seenDecisions({ ...of, manifest: null }, new Map())).toEqual([]);
  });
});

describe("what a decision states", () => {
  const decided: Omit<Decided, "kind"> = {
    state: "in-force",
    ...{ sha256: "ab", at: AT, by: "L-1", isWithdrawal: false },
    ...{ student: STUDENT, about: "review-1", on: "2022-03-15", until: "", reason: "" },
    isYes: null,
  };

  it("about a student is an exemption or an attestation", () => {
    const kinds = Object.keys(KIND_REQUESTS) as (keyof typeof KIND_REQUESTS)[];
    const stating = kinds.filter((kind) => statementOf({ ...decided, kind }) !== null);
    expect(stating).toEqual(["exemption", "attestation"]);
    expect(statementOf({ ...decided, kind: "exemption" })).not.toBe(
      statementOf({ ...decided, kind: "attestation" }),
    );
  });
});

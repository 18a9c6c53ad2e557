import { beforeAll, describe, expect, it } from "vitest";
import { mandateById } from "../../../functions/mandates/rules/mandates.ts";
import { conformedInForce } from "../../../functions/pipeline/conform/conformed-in-force.ts";
import {
  assignCounselor,
  withdrawAssignment,
} from "../../../functions/pipeline/decisions/assign-counselor.ts";
import { decidedOneByOne } from "../../../functions/pipeline/decisions/decided.ts";
import {
  recordAttestation,
  recordExemption,
  withdrawAttestation,
  withdrawExemption,
} from "../../../functions/pipeline/decisions/decisions.ts";
import { recordDuty, withdrawDuty } from "../../../functions/pipeline/decisions/duty-decisions.ts";
import type { Recording } from "../../../functions/pipeline/decisions/recording.ts";
import { conformedCast } from "../../support/conformed-districts.ts";
import { conformedRows } from "../../support/conformed-rows.ts";
import {
  CAST,
  EFFECTIVE_PRACTICE,
  quiet,
  type MemoryPlaces,
} from "../../support/local-district.ts";

const STUDENT = "C-0403";

describe("a decision that is withdrawn", () => {
  let places: MemoryPlaces;
  let minute = 0;
  const recording = (mandate = EFFECTIVE_PRACTICE): Recording => ({
    ...{ places, district: CAST, mandate, progress: quiet },
    at: new Date(Date.UTC(2022, 2, 15, 8, minute++)).toISOString(),
  });
  const rowsOf = async (table: "exemption" | "attestation" | "caseload") =>
    conformedRows(places, (await conformedInForce(places.records, CAST))!, table);
  const decided = async () =>
    (await decidedOneByOne(places.records, (await conformedInForce(places.records, CAST))!)).map(
      ({ kind, by, isWithdrawal, state }) => ({ kind, by, isWithdrawal, state }),
    );
  beforeAll(async () => {
    places = await conformedCast();
  });

  const about = { student: STUDENT, requirement: "review-1", from: "2021-09-01" };

  it("holds no more, if it is an exemption, and both records are kept", async () => {
    const asked = { ...about, until: null, reason: "medical", by: "A" };
    await recordExemption(recording(), asked);
    expect(await rowsOf("exemption")).toHaveLength(1);
    await expect(recordExemption(recording(), asked)).rejects.toThrow(
      "this exemption is recorded already, by A: nothing was recorded again",
    );
    await withdrawExemption(recording(), { ...about, by: "B" });
    expect(await rowsOf("exemption")).toEqual([]);
    expect(await decided()).toEqual([
      { kind: "exemption", by: "B", isWithdrawal: true, state: "in-force" },
      { kind: "exemption", by: "A", isWithdrawal: false, state: "withdrawn" },
    ]);
    await expect(withdrawExemption(recording(), { ...about, by: "B" })).rejects.toThrow(
      "no exemption from review-1 that begins on 2021-09-01: there is nothing to withdraw",
    );
    // What was withdrawn may be decided again.
    await recordExemption(recording(), asked);
    expect(await rowsOf("exemption")).toHaveLength(1);
  });

  it("is recorded once where two forms are sent at the same moment", async () => {
    const asked = { ...about, from: "2021-10-01", until: null, reason: "waiver", by: "A" };
    const both = await Promise.allSettled([
      recordExemption(recording(), asked),
      recordExemption(recording(), asked),
    ]);
    expect(both.map(({ status }) => status)).toEqual(["fulfilled", "rejected"]);
    const rows = await rowsOf("exemption");
    expect(rows.filter(({ from }) => from === "2021-10-01")).toHaveLength(1);
  });

  it("says why, if it is an attestation", async () => {
    const asked = { ...about, until: null, by: "A", isMet: true };
    await recordAttestation(recording(), { ...asked, reason: "the paper file" });
    await expect(
      withdrawAttestation(recording(), { ...about, by: "A", reason: " " }),
    ).rejects.toThrow("say why the statement is withdrawn");
    await withdrawAttestation(recording(), { ...about, by: "A", reason: "wrong student" });
    expect(await rowsOf("attestation")).toEqual([]);
    const manifest = (await conformedInForce(places.records, CAST))!;
    const [last] = await decidedOneByOne(places.records, manifest);
    expect(last).toMatchObject({ kind: "attestation", reason: "wrong student", isYes: true });
  });

  it("is no longer done, if it is a duty", async () => {
    const wisconsin = mandateById("WI");
    const asked = { duty: "publish-plan", on: "2021-09-14", by: "A" };
    const duties = async () => (await conformedInForce(places.records, CAST))?.duties;
    await recordDuty(recording(wisconsin), asked);
    expect(await duties()).toHaveLength(1);
    await withdrawDuty(recording(wisconsin), { ...asked, by: "B" });
    expect(await duties()).toEqual([]);
    await expect(withdrawDuty(recording(wisconsin), asked)).rejects.toThrow("nothing to withdraw");
  });

  it("takes students out of a caseload again, if it is an assignment, and names no student that is not there", async () => {
    const [first, second] = [STUDENT, "C-0402"];
    // Whom plans of the middle school name, where both of them are.
    const named = "K-71";
    const asked = { students: [first, second], counselor: named.toLowerCase(), by: "A" };
    await assignCounselor(recording(), asked);
    const caseloads = async () => (await rowsOf("caseload")).map(({ student }) => student).sort();
    const assigned = [...new Set(await caseloads())];
    expect(assigned).toEqual([second, first]);
    await expect(assignCounselor(recording(), asked)).rejects.toThrow("recorded already, by A");
    await withdrawAssignment(recording(), { students: [first], counselor: named, by: "B" });
    expect([...new Set(await caseloads())]).toEqual([second]);
    const nobody = assignCounselor(recording(), { ...asked, students: ["C-9999"] });
    await expect(nobody).rejects.toThrow("do not hold 1 of these students");
    await expect(nobody).rejects.not.toThrow("C-9999");
    await expect(
      assignCounselor(recording(), { ...asked, counselor: "nobody at all" }),
    ).rejects.toThrow('no plan, caseload or staff list names "nobody at all"');
    await assignCounselor(recording(), { ...asked, students: [first] });
    const elsewhere = { ...asked, counselor: "K-72" };
    await withdrawAssignment(recording(), { ...asked, counselor: named });
    await expect(assignCounselor(recording(), elsewhere)).rejects.toThrow(
      "K-72 does not work at the school of 2 students of these",
    );
    expect(await caseloads()).toEqual([]);
  });
});

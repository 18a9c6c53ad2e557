import { beforeEach, describe, expect, it } from "vitest";
import { day } from "../../../functions/domain/calendar/day.ts";
import { sendDigests } from "../../../functions/pipeline/digest/send-digests.ts";
import type { Mailer, MailOutcome } from "../../../functions/pipeline/ports.ts";
import { CAST } from "../../support/local-district.ts";
import { memoryStore, type MemoryStore } from "../../support/stores/memory-store.ts";

const sending = {
  ...{ district: CAST, monday: day("2022-05-23"), isAgain: false },
  at: "2022-05-23T12:00:00.000Z",
};
const mails = ["S-1", "S-2"].map((staff) => ({
  staff,
  mail: { from: "ilp@n.example", to: `${staff}@n.example`, bytes: new Uint8Array() },
}));

describe("sendDigests", () => {
  let records: MemoryStore;
  let handed: string[];
  beforeEach(() => {
    records = memoryStore();
    handed = [];
  });
  /** A mailer that answers for S-2 as it is told, and takes in every other mail. */
  const mailer = (of: MailOutcome["kind"]): Mailer => ({
    send: ({ to }) => {
      handed.push(to.slice(0, 3));
      const why = "told";
      return Promise.resolve(
        to.startsWith("S-1") || of === "accepted" ? { kind: "accepted" } : { kind: of, why },
      );
    },
  });
  const states = async (of: MailOutcome["kind"], more = {}) =>
    (await sendDigests(records, mailer(of), { ...sending, ...more }, mails)).map(
      ({ state }) => state,
    );

  it("sends each mail once: a second run in the week sends nothing", async () => {
    expect(await states("accepted")).toEqual(["sent", "sent"]);
    expect(await states("accepted")).toEqual(["before", "before"]);
    expect(await states("accepted", { isAgain: true })).toEqual(["before", "before"]);
    expect(handed).toEqual(["S-1", "S-2"]);
  });

  it("sends anew in another week", async () => {
    await states("accepted");
    expect(await states("accepted", { monday: day("2022-05-30") })).toEqual(["sent", "sent"]);
  });

  it("tries a refused mail again, and that one alone", async () => {
    expect(await states("refused")).toEqual(["sent", "refused"]);
    expect(await states("accepted")).toEqual(["before", "sent"]);
    expect(handed).toEqual(["S-1", "S-2", "S-2"]);
  });

  it("does not send again of what nobody knows, unless that is asked for", async () => {
    expect(await states("unknown")).toEqual(["sent", "unknown"]);
    expect(await states("accepted")).toEqual(["before", "unknown"]);
    expect(handed).toEqual(["S-1", "S-2"]);
    expect(await states("accepted", { isAgain: true })).toEqual(["before", "sent"]);
    expect(await states("accepted", { isAgain: true })).toEqual(["before", "before"]);
  });

  it("does not know of a mail whose run was killed before it was marked", async () => {
    const killed: Mailer = { send: () => Promise.reject(new Error("killed")) };
    await expect(sendDigests(records, killed, sending, mails)).rejects.toThrow("killed");
    expect(await states("accepted")).toEqual(["unknown", "sent"]);
  });

  it("sends each mail once where two runs meet", async () => {
    const both = await Promise.all([states("accepted"), states("accepted")]);
    expect(handed.toSorted()).toEqual(["S-1", "S-2"]);
    expect(both.flat().filter((state) => state === "sent")).toHaveLength(2);
  });

  it("keeps nothing of an address", async () => {
    await states("refused");
    const keys = await records.list("digests/");
    expect(keys).toEqual(["digests/cast/2022-05-23/S-1.json", "digests/cast/2022-05-23/S-2.json"]);
    for (const key of keys) {
      expect(Buffer.from((await records.get(key))!).toString()).not.toContain("@");
    }
  });
});

import { expect } from "vitest";
import type { Cloud } from "../cloud/cloud.ts";
import { DAY, readers, redriven, ringing, type Stage, started, today } from "./operator.ts";

const SECRET = "protection/cast/2021-22/secret";
const SETTING = "conformed/cast/settings/protection.json";
const set = (cloud: Cloud, setting: object) =>
  cloud.records.put(SETTING, Buffer.from(JSON.stringify(setting)));
const daysOf = (entries: readonly { readonly asOf: string }[] = []) =>
  entries.map(({ asOf }) => asOf);

/** What readers of public figures have when something is lost, wrong or asked for twice. */
export function rehearseFigures({ rehearse, rehearseLong }: Stage): void {
  rehearseLong(
    "No secret",
    "restored from its versions, a redrive makes the release",
    async (cloud) => {
      const before = await readers(cloud);
      const bytes = await cloud.records.get(SECRET);
      await cloud.records.delete([SECRET]);
      const run = await started(cloud, { public: true });
      expect(run.cause).toContain("the secret");
      expect(run.cause).toContain("is missing");
      expect(ringing(cloud)).toEqual(["run-failed", "release-failed"]);
      expect((await readers(cloud)).open).toEqual(before.open);
      await cloud.records.put(SECRET, bytes!);
      expect((await redriven(cloud, run)).status).toBe("SUCCEEDED");
      expect((await readers(cloud)).open?.asOf).toBe(today(cloud));
    },
  );

  rehearse(
    "Day not covered",
    "between two school years nothing is made and no run fails, and the next day with school is as any other",
    async (cloud) => {
      const before = await readers(cloud);
      const summer = await started(cloud, { asOf: "2021-07-12", public: true });
      expect(summer.status).toBe("SUCCEEDED");
      expect(ringing(cloud)).toEqual(["day-not-covered"]);
      expect(await readers(cloud)).toEqual(before);
      cloud.clock.skip(DAY);
      expect((await started(cloud)).status).toBe("SUCCEEDED");
      expect((await readers(cloud)).staff?.asOf).toBe(today(cloud));
      expect(ringing(cloud)).toEqual([]);
    },
  );

  rehearseLong(
    "How a run begins",
    "two days that are asked for at once come one after the other, and both are listed",
    async (cloud) => {
      const first = today(cloud);
      await started(cloud);
      cloud.clock.skip(DAY);
      const second = today(cloud);
      const runs = [first, second].map((asOf) => cloud.run({ asOf, public: true }));
      expect((await Promise.all(runs)).map(({ status }) => status)).toEqual([
        "SUCCEEDED",
        "SUCCEEDED",
      ]);
      await cloud.quiet();
      const { staff, open } = await readers(cloud);
      expect(daysOf(staff?.editions).slice(0, 2)).toEqual([second, first]);
      expect(daysOf(open?.releases).slice(0, 2)).toEqual([second, first]);
      expect([staff?.asOf, open?.asOf]).toEqual([second, second]);
      // A day of the past is for staff, and sets nobody back.
      const past = "2022-04-15";
      expect((await started(cloud, { asOf: past, public: true })).status).toBe("SUCCEEDED");
      const now = await readers(cloud);
      expect(daysOf(now.staff?.editions)).toContain(past);
      expect(now.staff?.edition).toBe(staff?.edition);
      expect(now.open).toEqual(open);
    },
  );

  rehearseLong(
    "No secret",
    "lost for good, staff have their edition without it, and a new one makes the release",
    async (cloud) => {
      while (today(cloud) < "2022-06-01") {
        cloud.clock.skip(DAY);
        if (today(cloud) < "2022-06-01") await started(cloud);
      }
      const { open } = await readers(cloud);
      const bytes = await cloud.records.get(SECRET);
      await cloud.records.delete([SECRET]);
      const run = await started(cloud);
      expect(run.cause).toContain("is missing");
      expect(ringing(cloud)).toEqual(["run-failed", "release-failed"]);
      await set(cloud, { calendar: "by-hand" });
      expect((await redriven(cloud, run)).status).toBe("SUCCEEDED");
      expect((await readers(cloud)).staff?.asOf).toBe(today(cloud));
      expect((await readers(cloud)).open).toEqual(open);
      const anew = await started(cloud, { public: true, newSecret: true });
      expect(anew.status).toBe("SUCCEEDED");
      expect((await readers(cloud)).open?.asOf).toBe(today(cloud));
      expect(await cloud.records.get(SECRET)).not.toEqual(bytes);
      await set(cloud, {});
    },
  );

  rehearseLong(
    "Withdraw a release",
    "readers have the one before, and the calendar does not bring it back",
    async (cloud) => {
      const before = await cloud.public.get("cast/latest.json");
      await started(cloud, { public: true });
      const { open } = await readers(cloud);
      expect(open?.asOf).toBe(today(cloud));
      await set(cloud, { calendar: "by-hand" });
      await cloud.public.put("cast/latest.json", before!);
      cloud.clock.skip(DAY);
      await started(cloud);
      const { open: now } = await readers(cloud);
      expect(daysOf(now?.releases)).not.toContain(open?.asOf);
      expect(now).toEqual(JSON.parse(Buffer.from(before!).toString()));
      await set(cloud, {});
    },
  );
}

import { describe, expect, it } from "vitest";
import { recordsKeys } from "../../../functions/layout.ts";
import {
  ATTENDANCE_HEADER,
  FERNHILL,
  ingestFiles,
  lines,
  oneTo,
  plans,
  roster,
  type HandedIn,
} from "../../support/ingest-files.ts";
import { everything, freshPlaces } from "../../support/local-district.ts";

const attendance = (...rows: readonly string[]): HandedIn => [
  "attendance.csv",
  lines(ATTENDANCE_HEADER, ...rows),
];
const ROSTER = roster(oneTo(8));
const FIRST = attendance("0001,2022-03-01,absent,1");
const SECOND = attendance("0001,2022-03-01,absent,1", "0005,2022-04-01,absent,1");

describe("the partitions of a night on which attendance alone changed", () => {
  it("are those of a district that had all its files at once", async () => {
    const places = await freshPlaces();
    await ingestFiles(places, [...ROSTER, FIRST]);
    const { manifest } = await ingestFiles(places, [SECOND]);
    const fresh = await ingestFiles(await freshPlaces(), [...ROSTER, SECOND]);
    expect(manifest.schools).toEqual(fresh.manifest.schools);
    expect(manifest.version).toBe(fresh.manifest.version);
  });

  it("are carried over: nothing but absences is written", async () => {
    const places = await freshPlaces();
    const first = await ingestFiles(places, [...ROSTER, FIRST]);
    const before = Object.keys(await everything(places.records, "conformed/"));
    const second = await ingestFiles(places, [SECOND]);
    expect(second.manifest.joinedFrom).toBe(first.manifest.joinedFrom);
    const written = Object.keys(await everything(places.records, "conformed/")).filter(
      (key) => !before.includes(key) && key.endsWith(".arrow"),
    );
    expect(written).toHaveLength(1);
    expect(written[0]).toContain("absence/S2/2022-04");
  });

  it("are made again where one of them is cut off", async () => {
    const places = await freshPlaces();
    const { manifest } = await ingestFiles(places, [...ROSTER, FIRST]);
    const plan = manifest.schools[0]?.partitions.find(({ table }) => table === "plan");
    const key = recordsKeys.conformed(FERNHILL, plan?.name ?? "", plan?.hash ?? "");
    const whole = (await places.records.get(key)) ?? new Uint8Array();
    await places.records.put(key, whole.slice(0, -9));
    await ingestFiles(places, [SECOND]);
    expect(await places.records.get(key)).toEqual(whole);
  });

  it("are built anew where a plan changed too", async () => {
    const places = await freshPlaces();
    const first = await ingestFiles(places, [...ROSTER, FIRST]);
    const changed: HandedIn = ["plans.csv", plans(oneTo(7))];
    const { manifest } = await ingestFiles(places, [SECOND, changed]);
    expect(manifest.joinedFrom).not.toBe(first.manifest.joinedFrom);
    const fresh = await ingestFiles(await freshPlaces(), [
      ...ROSTER.filter(([name]) => name !== "plans.csv"),
      ...[SECOND, changed],
    ]);
    expect(manifest.schools).toEqual(fresh.manifest.schools);
  });
});

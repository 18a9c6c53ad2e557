import { beforeAll, describe, expect, it } from "vitest";
import { toArrow } from "../../functions/releases/arrow-rows.ts";
import { fromArrow } from "../../functions/releases/arrow-rows.ts";
import { publicKeys } from "../../functions/layout.ts";
import { auditPublished } from "../../functions/pipeline/audit.ts";
import type { Places } from "../../functions/pipeline/ports.ts";
import type { LinearSolver } from "../../functions/disclosure/linear-solver.ts";
import { rates, statuses } from "../../functions/releases/tables.ts";
import { readySolver } from "../disclosure/ready-solver.ts";
import {
  CAST,
  CAST_DAY,
  CAST_EXPORTS,
  freshPlaces,
  ingestPath,
  publishDay,
} from "../support/local-district.ts";

let solve: LinearSolver;
beforeAll(async () => {
  solve = await readySolver();
});

async function publishedYear(): Promise<{ readonly places: Places; readonly release: string }> {
  const places = await freshPlaces();
  await ingestPath(places, CAST_EXPORTS);
  await publishDay(places, "2022-01-31");
  const { release } = await publishDay(places, CAST_DAY);
  return { places, release };
}

describe("the audit of what is published", { timeout: 240_000 }, () => {
  it("works out nothing, and finds every leak that is planted", async () => {
    const { places, release } = await publishedYear();
    const audit = () => auditPublished(places, CAST, release, solve);
    const [january, march] = await audit();
    expect(january!.findings).toEqual([]);
    expect(march!.findings).toEqual([]);
    expect(march!.figures).toBeGreaterThan(100);
    expect(march!.sensitiveCells).toBeGreaterThan(100);

    const key = `${publicKeys.release(CAST, release)}rates.arrow`;
    const before = (await places.public.get(key))!;
    const rows = fromArrow(rates, before);
    // The band of a group that is hidden: its students are too few for any.
    const leaking = rows.map((row) =>
      row.measure === "plan-coverage" && row.school === "CAST-ALT"
        ? { ...row, band: "GE50", state: "shown" }
        : row,
    );
    await places.public.put(key, toArrow(rates, leaking));
    expect((await audit())[1]!.findings.map(({ kind }) => kind)).toContain("too-narrow");

    // A figure that an earlier release of the year hides.
    const statusKey = `${publicKeys.release(CAST, release)}statuses.arrow`;
    const open = fromArrow(statuses, (await places.public.get(statusKey))!).map((row) =>
      row.state === "hidden" ? { ...row, band: "LT50", state: "shown" } : row,
    );
    await places.public.put(key, before);
    await places.public.put(statusKey, toArrow(statuses, open));
    expect((await audit())[1]!.findings.map(({ kind }) => kind)).toContain(
      "shown-though-hidden-before",
    );
  });
});

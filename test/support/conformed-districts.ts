import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { generateGrandBend } from "../../fixtures/grand-bend/generate.ts";
import { districtId } from "../../functions/domain/ids.ts";
import { keptPlaces } from "./stores/kept-places.ts";
import { CAST_EXPORTS, ingestPath, type MemoryPlaces } from "./local-district.ts";

export const DEMO = districtId("grand-bend");

/** The cast: its exports ingested, nothing published. */
export const conformedCast = (): Promise<MemoryPlaces> =>
  keptPlaces("the cast ingested", (places) => ingestPath(places, CAST_EXPORTS));

/** The demo: its exports ingested, nothing published. */
export const conformedDemo = (): Promise<MemoryPlaces> =>
  keptPlaces("the demo ingested", async (places) => {
    const folder = await mkdtemp(join(tmpdir(), "ilp-demo-"));
    try {
      await generateGrandBend(folder);
      await ingestPath(places, folder, DEMO);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

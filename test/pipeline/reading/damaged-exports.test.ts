import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { day } from "../../../functions/domain/calendar/day.ts";
import { conform } from "../../../functions/pipeline/conform/conform.ts";
import { quarantineOf } from "../../../functions/pipeline/conform/quarantine.ts";
import { receive } from "../../../functions/pipeline/intake/receive.ts";
import { FERNHILL, incoming, type HandedIn } from "../../support/ingest-files.ts";
import { CAST_EXPORTS, freshPlaces, quiet } from "../../support/local-district.ts";
import { mutations } from "../../support/mutations.ts";

/** The cast's exports. */
const exports: readonly HandedIn[] = readdirSync(CAST_EXPORTS)
  .sort()
  .map((name) => [name, readFileSync(join(CAST_EXPORTS, name))]);

const REJECT_KEYS = ["column", "file", "reason", "record"];

describe("a district whose exports were damaged", () => {
  it("is conformed or said to be unusable, every record of every file accepted or rejected", async () => {
    const damages = fc.array(fc.tuple(fc.nat(exports.length - 1), mutations), {
      minLength: 1,
      maxLength: 6,
    });
    const options = { name: null, acceptRemovals: false };
    await fc.assert(
      fc.asyncProperty(damages, async (damaged) => {
        const places = await freshPlaces();
        const ingest = async (files: readonly HandedIn[], on: string) => {
          await receive(FERNHILL, incoming(files), places, day(on), quiet);
          return conform(FERNHILL, options, places, quiet);
        };
        const after = exports.map(([name, content], index): HandedIn => {
          const own = damaged.filter(([of]) => of === index);
          return [name, own.reduce<Buffer>((now, [, mutate]) => mutate(now), Buffer.from(content))];
        });
        for (const conformed of [
          await ingest(after, "2022-06-01"),
          await ingest(exports, "2022-06-02"),
          await ingest(after, "2022-06-03"),
        ]) {
          const files = conformed.kind === "conformed" ? conformed.manifest.files : conformed.files;
          expect(files.length).toBeGreaterThan(0);
          for (const { name, sha256, records, accepted, rejected, repeated, ...more } of files) {
            const duplicates = repeated + (more.contradicted ?? 0);
            expect(accepted + rejected + duplicates, name).toBe(records);
            expect(Math.min(accepted, rejected), name).toBeGreaterThanOrEqual(0);
            for (const reject of (await quarantineOf(places.records, FERNHILL, sha256)).first) {
              expect(Object.keys(reject).sort()).toEqual(REJECT_KEYS);
            }
          }
        }
      }),
      { numRuns: 1 },
    );
  });
});

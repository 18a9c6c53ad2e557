import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { mandateById } from "../../functions/mandates/rules/mandates.ts";
import type { TableDefinition } from "../../functions/domain/records/table-definition.ts";
import type { Latest, ReleaseManifest } from "../../functions/releases/manifest/manifest.ts";
import { STAFF_TABLES, TABLES } from "../../functions/releases/tables/tables.ts";
import { conformedCast } from "../support/conformed-districts.ts";
import { CAST_DAY } from "../support/local-district.ts";
import { madeInMemory, readCast, type MadeEdition } from "../support/stores/made-in-memory.ts";
import { CHROMIUM } from "../dashboard/browser.ts";
import { checkPages, DESKTOP, PHONE } from "../dashboard/check-pages.ts";
import { fixtureSite, spaced } from "../dashboard/fixture-site.ts";
import { writeEdition, writeJson } from "../dashboard/fixture/write-edition.ts";

/** That of good practice, one with many requirements, one with few, one without reviews, and one that is a plan alone. */
const MANDATES = ["effective-practice", "KY", "PA", "TX", "NY"];

/** Writes both editions of the cast under each mandate, as a server has them under `/data/`. */
async function writeEditions(folder: string): Promise<void> {
  const cast = await readCast(await conformedCast(), CAST_DAY);
  const districts: { id: string; name: string }[] = [];
  for (const id of MANDATES) {
    const { staff, public: forAll } = madeInMemory(cast, mandateById(id), CAST_DAY);
    for (const [kind, edition, definitions] of [
      ["staff", staff, STAFF_TABLES],
      ["public", forAll, TABLES],
    ] as const) {
      const district = `${id}-${kind}`.toLowerCase();
      writeDistrict(join(folder, district), definitions, edition);
      districts.push({ id: district, name: edition.manifest.district.name });
    }
  }
  writeJson(join(folder, "districts.json"), { districts });
}

function writeDistrict(
  folder: string,
  definitions: readonly TableDefinition[],
  { asOf, tables, manifest }: MadeEdition,
): void {
  const name = `${asOf}-cast`;
  const path = `releases/${name}/`;
  const about = { ...manifest, release: name };
  writeEdition(join(folder, path), about, definitions, (table) => tables[table]);
  const release = { release: name, asOf, path };
  writeJson(join(folder, "latest.json"), {
    ...release,
    district: manifest.district,
    publishedAt: new Date().toISOString(),
    calendar: "by-hand",
    staleAfterDays: null,
    nextDueOn: null,
    releases: [release],
  } satisfies Latest);
}

/** What a page says of records that were not sent. */
const MISSING = /no plans were sent|not enough data/i;

describe.skipIf(CHROMIUM === undefined)("the pages under a mandate", { timeout: 120_000 }, () => {
  const site = fixtureSite(writeEditions);

  it.each(MANDATES.flatMap((id) => [`${id}-staff`, `${id}-public`]))(
    "have no empty chart, no heading with nothing under it, and no fault on a desktop or a phone: %s",
    async (edition) => {
      const query = `?district=${edition.toLowerCase()}`;
      expect(
        await checkPages(site.browser, site.address, { query, widths: [DESKTOP, PHONE] }),
      ).toEqual([]);
    },
  );

  it.each(MANDATES)(
    "have a page for each school, and say of no record that was sent that it is missing: %s",
    async (id) => {
      const district = `${id}-staff`.toLowerCase();
      const manifest = await manifestOf(district);
      for (const { id: school } of manifest.schools) {
        await site.open("schools", `?district=${district}&school=${school}`);
        expect(await site.page.locator(".page").getAttribute("data-state")).toBe("ready");
        expect(spaced(await site.page.locator(".answer-first").innerText()).length).toBeGreaterThan(
          20,
        );
        expect(await site.text()).not.toMatch(MISSING);
      }
      await site.open("index", `?district=${district}`);
      // The cast has plans, reviews, goals and attendance on file.
      expect(await site.text()).not.toMatch(MISSING);
    },
  );

  it.each(MANDATES)("say of each requirement in force what it asks: %s", async (id) => {
    const district = `${id}-staff`.toLowerCase();
    const { mandate } = await manifestOf(district);
    await site.open("requirements", `?district=${district}`);
    const said = await site.text();
    for (const { rule, isInForce } of mandate.requirements)
      if (isInForce) expect(said).toContain(spaced(rule));
  });

  async function manifestOf(district: string): Promise<ReleaseManifest> {
    const get = (path: string) => site.page.request.get(`${site.address}/data/${district}/${path}`);
    const { path } = (await (await get("latest.json")).json()) as { readonly path: string };
    return (await (await get(`${path}manifest.json`)).json()) as ReleaseManifest;
  }
});

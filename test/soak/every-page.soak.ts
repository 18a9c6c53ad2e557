import { describe, expect, it } from "vitest";
import { CHROMIUM } from "../dashboard/browser.ts";
import { checkPages } from "../dashboard/check-pages.ts";
import { fixtureSite } from "../dashboard/fixture-site.ts";

const STAFF = "?district=marsh-valley-staff";

describe.skipIf(CHROMIUM === undefined)("every page", { timeout: 120_000 }, () => {
  const site = fixtureSite();

  it.each([
    [
      "the first release of a year, of which every school has others of its level",
      "?district=new-harbor",
    ],
    ["a mandate that names no review", "?district=stone-bridge"],
    ["a district too small for any figure", "?district=quiet-creek"],
    ["a release with a past, in Spanish", "?lang=es"],
    ["a school of the exact edition", `${STAFF}&school=103`],
    ["the exact edition in Spanish", `${STAFF}&lang=es`],
  ])("opens without a fault on a desktop and a phone: %s", async (_, query) => {
    expect(await checkPages(site.browser, site.address, { query })).toEqual([]);
  });
});

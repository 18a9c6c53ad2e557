import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { messageText } from "../../../dashboard/src/words/messages/message-text.ts";
import type { Overview } from "../../../functions/releases/overview/overview.ts";
import { CHROMIUM, openBrowser } from "../../dashboard/browser.ts";
import { addressOf, checkPages, DESKTOP, openPage, PAGES } from "../../dashboard/check-pages.ts";
import { cookieOf, servingDemo, type ServingConsole } from "../../support/serving-console.ts";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));

interface Session {
  readonly isDemo: boolean;
  readonly staff: string;
  readonly choices: readonly { readonly staff: string; readonly roles: readonly string[] }[];
}
interface Me {
  readonly figures: { readonly isWholeDistrict: boolean };
}

describe("npm start", { timeout: 120_000 }, () => {
  const data = mkdtempSync(join(tmpdir(), "ilp-start-"));
  let demo: ServingConsole;
  let address: string;

  beforeAll(async () => {
    demo = await servingDemo(data);
    address = demo.publicSite;
  }, 120_000);
  afterAll(() => {
    demo.kill();
    rmSync(data, { recursive: true, force: true });
  });

  it("serves the demo's current release of 20 May 2022 and its three earlier ones", async () => {
    const latest = (await (await fetch(`${address}/data/grand-bend/latest.json`)).json()) as {
      asOf: string;
      path: string;
      releases: { asOf: string }[];
    };
    expect(latest.releases.map(({ asOf }) => asOf)).toEqual([
      "2022-05-20",
      "2022-03-31",
      "2022-01-28",
      "2021-11-19",
    ]);
    const rates = await fetch(`${address}/data/grand-bend/${latest.path}rates.csv`);
    expect(await rates.text()).toContain("Grand Bend Middle School");
  });

  it("serves nothing but the site and the releases, and is read-only", async () => {
    for (const path of [
      "/data/../records/",
      "/data/%2e%2e/records/conformed",
      "/data/../../package.json",
    ]) {
      expect((await fetch(address + path)).status, path).toBe(404);
    }
    expect((await fetch(`${address}/data/districts.json`, { method: "PUT" })).status).toBe(405);
  });

  it("says nothing of a student of the district in any page or published byte", async () => {
    const names = readFileSync(join(ROOT, "fixtures/grand-bend/as-sent/students.csv"), "utf8")
      .split("\n")
      .slice(1)
      .map((line) => line.split(",")[0] ?? "")
      .filter((id) => id.length === 6);
    expect(names.length).toBe(960);
    const latest = (await (await fetch(`${address}/data/grand-bend/latest.json`)).json()) as {
      path: string;
    };
    for (const table of ["rates", "statuses", "next-steps", "associations", "rejects"]) {
      const bytes = await (
        await fetch(`${address}/data/grand-bend/${latest.path}${table}.csv`)
      ).text();
      expect(
        names.filter((id) => bytes.includes(id)),
        table,
      ).toEqual([]);
    }
  });

  it.skipIf(CHROMIUM === undefined)(
    "opens every page in a browser without a fault, with the figures of the release",
    async () => {
      const browser = await openBrowser();
      try {
        expect(await checkPages(browser, address)).toEqual([]);
        const page = await browser.newPage({ viewport: DESKTOP });
        await openPage(page, addressOf(address, PAGES[0]));
        const overview = (await page.evaluate(`(async () => {
          const latest = await (await fetch("/data/grand-bend/latest.json")).json();
          return (await fetch("/data/grand-bend/" + latest.path + "overview.json")).json();
        })()`)) as Overview;
        const shown = await page.locator("main").innerText();
        expect(overview.kept.length).toBeGreaterThan(0);
        expect(shown).toContain(messageText(overview.kept[0]!, "en"));
        expect(shown).toContain("May 20, 2022");
      } finally {
        await browser.close();
      }
    },
  );

  it("serves the console too, for the district leader of the demo’s staff list, who may take any role of it", async () => {
    const cookie = await cookieOf(demo);
    const get = async (path: string) =>
      (await (await fetch(demo.site + path, { headers: { cookie } })).json()) as Session & Me;
    const { isDemo, staff, choices } = await get("/session");
    expect(isDemo).toBe(true);
    expect(choices.find((choice) => choice.staff === staff)?.roles).toContain("district leader");
    expect(demo.told()).toContain(`for staff id ${staff}, and names students`);
    expect((await get("/console/me")).figures.isWholeDistrict).toBe(true);
    const principal = choices.find(({ roles }) => roles.includes("principal"))!;
    const sent = await fetch(`${demo.site}/session/role`, {
      method: "POST",
      headers: { cookie, origin: demo.site, "content-type": "application/json" },
      body: JSON.stringify({ staff: principal.staff }),
    });
    expect(sent.status).toBe(200);
    expect(await get("/console/me")).toMatchObject({
      staff: principal.staff,
      figures: { isWholeDistrict: false, schools: [expect.anything()] },
    });
  });

  it("ends on Ctrl-C with code 0, and starts again without doing anything anew", async () => {
    demo.child.removeAllListeners("exit");
    demo.child.kill("SIGINT");
    const code = await new Promise((resolve) => demo.child.once("exit", resolve));
    expect(code).toBe(0);
    expect(existsSync(join(data, "public/grand-bend/latest.json"))).toBe(true);
    const before = readFileSync(join(data, "public/grand-bend/latest.json"), "utf8");

    demo = await servingDemo(data);
    expect(demo.told()).toContain("(nothing new)");
    expect(demo.told().match(/there already/g)).toHaveLength(4);
    expect(readFileSync(join(data, "public/grand-bend/latest.json"), "utf8")).toBe(before);
  });
});

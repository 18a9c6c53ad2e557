import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildDashboard } from "../../dashboard/build.ts";
import { scriptHashes } from "../../dashboard/content-security-policy.ts";
import { CONSOLE_SITE, policyOf, PUBLIC_SITE } from "../../functions/cli/server/built-sites.ts";
import { publishedFolder } from "../support/cast-folder.ts";
import { servingConsole, type ServingConsole } from "../support/serving-console.ts";
import { CHROMIUM, openBrowser } from "./browser.ts";

const hashOf = (text: string) => `sha256-${createHash("sha256").update(text).digest("base64")}`;

describe("scriptHashes", () => {
  it("hashes each script that stands in a page, to the letter, and none that is fetched", () => {
    const page = `<script type="module" src="console.js"></script>
      <script type="module">\nimport "./a.js";\n</script >
      <SCRIPT>b("</p>")</SCRIPT><script src = 'x.js'>ignored()</script><script data-src="y">c()</script>`;
    expect(scriptHashes(page)).toEqual(['\nimport "./a.js";\n', 'b("</p>")', "c()"].map(hashOf));
  });
});

describe("the policy of both sites", { timeout: 60_000 }, () => {
  beforeAll(() => buildDashboard(), 120_000);

  it.each([PUBLIC_SITE, CONSOLE_SITE])("lets %s run its own scripts alone", (site) => {
    const policy = policyOf(site);
    const [, scripts] = /script-src ([^;]+);/.exec(policy)!;
    expect(scripts).toMatch(/^'self'( 'sha256-[\w+/]{43}=')+$/);
    expect(policy).toMatch(/^default-src 'none'; /);
    expect(policy).not.toMatch(/https?:|\*|unsafe-eval|script-src[^;]*unsafe-inline/);
    // CloudFront's limit of a header's value.
    expect(policy.length).toBeLessThan(1_783);
    const inPages = /\son[a-z]+\s*=|javascript:/i;
    for (const name of readdirSync(site).filter((file) => file.endsWith(".html"))) {
      expect(readFileSync(join(site, name), "utf8"), name).not.toMatch(inPages);
    }
  });

  describe.skipIf(CHROMIUM === undefined)("in a browser", () => {
    const data = mkdtempSync(join(tmpdir(), "ilp-policy-"));
    let serving: ServingConsole;
    let browser: Browser;
    let context: BrowserContext;

    beforeAll(async () => {
      await publishedFolder(data);
      serving = await servingConsole(data);
      browser = await openBrowser();
      context = await browser.newContext();
      const page = await context.newPage();
      await page.goto(serving.opening);
      await page.close();
    }, 120_000);
    afterAll(async () => {
      await browser.close();
      serving.kill();
      rmSync(data, { recursive: true, force: true });
    });

    /** What the browser refuses to run, load or ask. */
    const refusals = (page: Page): string[] => {
      const refused: string[] = [];
      page.on("console", (message) => {
        if (/content security policy/i.test(message.text())) refused.push(message.text());
      });
      page.on("pageerror", (error) => refused.push(error.message));
      return refused;
    };

    it.each(["publicSite", "site"] as const)(
      "refuses nothing of any page of the %s",
      async (of) => {
        const folder = of === "site" ? CONSOLE_SITE : PUBLIC_SITE;
        const pages = readdirSync(folder).filter((name) => name.endsWith(".html"));
        expect(pages.length).toBeGreaterThanOrEqual(5);
        const shared = new Set(readdirSync(PUBLIC_SITE));
        const page = await context.newPage();
        const refused = refusals(page);
        for (const name of pages) {
          await page.goto(`${serving[of]}/${name}`);
          // The page of an address of nothing draws no figures.
          const isDrawn = shared.has(name) && name !== "404.html";
          await page.waitForSelector(isDrawn ? ".page[data-state=ready]" : "h1");
          expect(refused, name).toEqual([]);
        }
        await page.close();
      },
    );

    it.each(["publicSite", "site"] as const)(
      "refuses a script that somebody brought into a page of the %s",
      async (of) => {
        for (const [planted, what] of [
          ["<script>window.planted = 1</script>", /script/],
          ["<script type=module>window.planted = 1</script>", /script/],
          ['<img src="data:," onerror="window.planted = 1">', /event handler/],
          ['<script src="data:text/javascript,window.planted=1"></script>', /script/],
          ['<script src="https://attacker.example/x.js"></script>', /attacker\.example/],
          ['<iframe srcdoc="<script>parent.planted = 1</script>"></iframe>', /./],
          ['<base href="https://attacker.example/">', /base/i],
        ] as const) {
          const page = await context.newPage();
          const refused = refusals(page);
          await page.route("**/requirements.html", async (route) => {
            const response = await route.fetch();
            const body = (await response.text()).replace("<body>", `<body>${planted}`);
            expect(body).toContain(planted);
            await route.fulfill({ response, body });
          });
          // The browser refuses it as it reads the page: what else the page loads need not come.
          await page.goto(`${serving[of]}/requirements.html`, { waitUntil: "commit" });
          await expect.poll(() => refused.join("\n")).toMatch(what);
          expect(await page.evaluate("window.planted"), planted).toBeUndefined();
          await page.close();
        }
      },
    );

    it("refuses a page's own script once a letter of it is another", async () => {
      const page = await context.newPage();
      const refused = refusals(page);
      await page.route("**/requirements.html", async (route) => {
        const response = await route.fetch();
        const body = (await response.text()).replace("import {define}", "import { define}");
        await route.fulfill({ response, body });
      });
      await page.goto(`${serving.publicSite}/requirements.html`, { waitUntil: "commit" });
      await expect.poll(() => refused.join("\n")).toMatch(/inline script/);
      await page.close();
    });
  });
});

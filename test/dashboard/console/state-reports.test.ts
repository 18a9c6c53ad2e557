/** From the first page of the demo's state reporter to a certified file, as a person clicks there. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Locator, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { CHROMIUM } from "../browser.ts";
import { DESKTOP, PHONE, TABLET } from "../check-pages.ts";
import { drawn, FAULTS_IN_OWN_PAGE, wordsOf } from "./console-pages.ts";
import { demoConsole, hasRole, type IsWho } from "./demo-console.ts";

describe.skipIf(CHROMIUM === undefined)("files for the state", { timeout: 90_000 }, () => {
  const demo = demoConsole();

  async function firstPage(isWho: IsWho): Promise<Page> {
    const { context, site } = await demo.signedIn(isWho);
    const page = await context.newPage();
    await page.goto(`${site}/today.html`);
    await drawn(page);
    return page;
  }

  it("say how many are certified, and of a report first which checks failed", async () => {
    const page = await firstPage(hasRole("state-reporter"));
    const { origin } = new URL(page.url());
    await page.goto(`${origin}/state-reports.html`);
    await drawn(page);
    expect(await wordsOf(page, ".sentence")).toContain("none certified this school year");
    await page.goto(`${origin}/state-reports.html?report=edfacts-fs195`);
    await drawn(page);
    const outcomes = await page
      .locator("tr[data-outcome]")
      .evaluateAll((rows) => rows.map((row) => row.getAttribute("data-outcome")));
    const failed = outcomes.filter((outcome) => outcome === "failed").length;
    expect(failed).toBeGreaterThan(1);
    expect(outcomes.length).toBeGreaterThan(failed);
    expect(outcomes.lastIndexOf("failed")).toBe(failed - 1);
    await page.context().close();
  });

  it("of the demo are certified in four clicks, and the download has the hash that is shown", async () => {
    const page = await firstPage(hasRole("state-reporter"));
    let clicks = 0;
    const click = async (on: Locator): Promise<void> => {
      await on.click();
      clicks++;
    };
    await click(page.getByRole("navigation").getByRole("link", { name: "State reports" }));
    await page.waitForURL(/state-reports\.html/);
    await drawn(page);
    await click(page.getByRole("link", { name: "Plan status file" }));
    await page.waitForURL(/report=plan-status/);
    await drawn(page);
    expect(await wordsOf(page, ".sentence")).toMatch(
      /Every check passed: the file can be certified/,
    );
    await click(page.getByRole("button", { name: "Certify this report" }));
    await click(page.getByRole("button", { name: "Certify and freeze" }));
    const shown = page.locator("section[aria-labelledby=certified] code");
    await shown.waitFor();
    expect(clicks).toBe(4);
    const [sha256] = await shown.allInnerTexts();
    expect(sha256).toMatch(/^[0-9a-f]{64}$/);

    const link = page.getByRole("link", { name: "plan-status-2022-05-20.csv" });
    const [download] = await Promise.all([page.waitForEvent("download"), link.click()]);
    const bytes = readFileSync(await download.path());
    expect(createHash("sha256").update(bytes).digest("hex")).toBe(sha256);
    expect(bytes.toString("utf8").split("\r\n")).toHaveLength(1 + 546 + 1);
    await page.context().close();
  });

  it.each([DESKTOP, TABLET, PHONE])(
    "are listed, checked and to be fixed without a fault at $width pixels",
    async (viewport) => {
      const page = await firstPage(hasRole("state-reporter"));
      await page.setViewportSize(viewport);
      const { origin } = new URL(page.url());
      for (const path of ["state-reports.html", "state-reports.html?report=edfacts-fs195"]) {
        await page.goto(`${origin}/${path}`);
        await drawn(page);
        expect(await page.evaluate(FAULTS_IN_OWN_PAGE), path).toEqual([]);
      }
      await page.context().close();
    },
  );

  it("have no student in an address or a title", async () => {
    const page = await firstPage(hasRole("district-leader"));
    const { origin } = new URL(page.url());
    const asked: string[] = [];
    page.on("request", (request) => void asked.push(request.url()));
    await page.goto(`${origin}/state-reports.html?report=plan-status`);
    await drawn(page);
    const names = (await page.locator("tbody th[scope=row]").allInnerTexts()).flatMap(
      (text) => /^(.+), .+ \((\w+)\)$/.exec(text.trim())?.slice(1) ?? [],
    );
    expect(names.length).toBeGreaterThan(20);
    const said = `${asked.join("\n")}\n${await page.title()}`;
    expect(names.filter((name) => said.includes(encodeURIComponent(name)))).toEqual([]);
    await page.context().close();
  });

  it.each(["principal", "counselor", "registrar", "researcher"])(
    "are not offered to a %s, who gets a sentence there",
    async (role) => {
      const page = await firstPage(hasRole(role));
      const navigation = page.getByRole("navigation").getByRole("link", { name: "State reports" });
      expect(await navigation.count()).toBe(0);
      const { origin } = new URL(page.url());
      for (const path of ["state-reports.html", "state-reports.html?report=plan-status"]) {
        await page.goto(`${origin}/${path}`);
        await drawn(page);
        expect(await wordsOf(page, "#main")).toContain("does not include files for the state");
      }
      await page.context().close();
    },
  );
});

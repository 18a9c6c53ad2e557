// Longer than most: one server and one browser for all that the signed-in side must do and refuse.
import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { get, request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildDashboard } from "../../dashboard/build.ts";
import { CHROMIUM, openBrowser } from "../dashboard/browser.ts";
import { DESKTOP, PHONE } from "../dashboard/check-pages.ts";
import { CAST_EXPORTS } from "../support/local-district.ts";

const LAUNCH = fileURLToPath(new URL("../../functions/cli/launch.mjs", import.meta.url));

interface Serving {
  readonly child: ChildProcess;
  /** The address that opens it, once. */
  readonly opening: string;
  readonly site: string;
  /** All that it has printed. */
  readonly told: () => string;
}

function serving(data: string, ...more: readonly string[]): Promise<Serving> {
  const args = [LAUNCH, "serve", "--staff", "--district", "cast", "--data", data, "--port", "0"];
  const child = spawn(process.execPath, [...args, ...more], { stdio: ["ignore", "pipe", "pipe"] });
  let told = "";
  return new Promise((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      told += chunk.toString();
      const opening = /http:\/\/127\.0\.0\.1:\d+\/open\/\S+/.exec(told)?.[0];
      if (opening === undefined) return;
      resolve({ child, opening, site: new URL(opening).origin, told: () => told });
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    child.once("exit", (code) => reject(new Error(`ended with code ${code}: ${told}`)));
  });
}

/** A request as something else than a browser of today could send it; the status. */
const statusWith = (address: string, headers: { [name: string]: string }): Promise<number> =>
  new Promise((resolve, reject) => {
    get(address, { headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    }).once("error", reject);
  });

const cookieOf = async (opening: string): Promise<string> => {
  const response = await fetch(opening, { redirect: "manual" });
  expect(response.status).toBe(303);
  return (response.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
};

describe("ilp serve --staff", { timeout: 60_000 }, () => {
  const data = mkdtempSync(join(tmpdir(), "ilp-staff-"));
  let staff: Serving;
  let cookie: string;

  beforeAll(async () => {
    const ilp = (...args: readonly string[]) =>
      spawnSync(process.execPath, [LAUNCH, ...args, "--district", "cast", "--data", data]);
    ilp("ingest", CAST_EXPORTS);
    ilp("publish", "--as-of", "2022-03-15");
    await buildDashboard();
    staff = await serving(data);
  }, 120_000);
  afterAll(() => {
    staff.child.removeAllListeners("exit");
    staff.child.kill("SIGKILL");
    rmSync(data, { recursive: true, force: true });
  });

  it("says nothing of anybody without the address that it printed", async () => {
    for (const path of ["/", "/caseload.js", "/staff/places", "/staff/worklist?school=CAST-MS"]) {
      const response = await fetch(staff.site + path);
      expect(response.status, path).toBe(401);
      expect(await response.text(), path).not.toMatch(/C-04|Cedrane|Cast Middle/);
    }
    for (const token of ["", "x", new URL(staff.opening).pathname.slice(6, -1)]) {
      expect((await fetch(`${staff.site}/open/${token}`)).status).toBe(401);
    }
    const forged = { cookie: "ilp-staff-000000000000=x" };
    expect(await statusWith(`${staff.site}/staff/places`, forged)).toBe(401);
  });

  it("stays up whatever address it is asked for", async () => {
    const { port } = new URL(staff.site);
    const status = await new Promise((answer, fail) => {
      request({ port, path: "//", headers: { host: `127.0.0.1:${port}` } }, (response) => {
        response.resume();
        answer(response.statusCode);
      })
        .once("error", fail)
        .end();
    });
    expect(status).toBe(400);
    expect((await fetch(staff.site)).status).toBe(401);
  });

  it("opens once by that address, and to the browser that opened it", async () => {
    cookie = await cookieOf(staff.opening);
    expect((await fetch(staff.opening, { redirect: "manual" })).status).toBe(401);
    const response = await fetch(`${staff.site}/staff/worklist?school=CAST-MS`, {
      headers: { cookie },
    });
    expect(response.status).toBe(200);
    expect(await response.text()).toContain("Cedrane");
  });

  it("lets no browser or proxy keep what it answers, the page among it", async () => {
    for (const path of ["/", "/caseload.js", "/staff/worklist?school=CAST-MS", "/staff/none"]) {
      const { headers } = await fetch(staff.site + path, { headers: { cookie } });
      expect(headers.get("cache-control"), path).toBe("no-store");
      expect(headers.get("etag"), path).toBeNull();
    }
  });

  it("refuses another host's name, another origin's request and a request to write, cookie or not", async () => {
    const address = `${staff.site}/staff/worklist?school=CAST-MS`;
    const { port } = new URL(staff.site);
    expect(await statusWith(address, { cookie })).toBe(200);
    expect(await statusWith(address, { cookie, host: `attacker.example:${port}` })).toBe(421);
    expect(await statusWith(address, { cookie, host: "127.0.0.1" })).toBe(421);
    expect(await statusWith(address, { cookie, "sec-fetch-site": "cross-site" })).toBe(403);
    expect(await statusWith(address, { cookie, "sec-fetch-site": "same-site" })).toBe(403);
    expect((await fetch(address, { method: "POST", headers: { cookie } })).status).toBe(405);
  });

  it("prints neither student nor cookie, and its token once", () => {
    expect(staff.told()).not.toContain(cookie.split("=")[1]);
    expect(staff.told().split(new URL(staff.opening).pathname)).toHaveLength(2);
    expect(staff.told()).not.toMatch(/C-04|Cedrane/);
  });

  it("leaves the table free between answers, so that a command may run beside it", () => {
    const args = [LAUNCH, "worklist", "--district", "cast", "--data", data];
    expect(spawnSync(process.execPath, args).status).toBe(0);
  });

  it("is no part of the public side", async () => {
    const args = [LAUNCH, "serve", "--data", data, "--port", "0", "--json"];
    const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
    const site = await new Promise<string>((resolve) => {
      child.stdout.on("data", (chunk: Buffer) =>
        resolve((JSON.parse(chunk.toString()) as { address: string }).address),
      );
    });
    for (const path of ["/staff/worklist?school=CAST-MS", "/staff/places", "/caseload.js"]) {
      expect((await fetch(site + path, { headers: { cookie } })).status, path).toBe(404);
    }
    child.kill("SIGKILL");
  });

  it("shows one school alone where one is named", async () => {
    const one = await serving(data, "--school", "Cast Middle School");
    const headers = { cookie: await cookieOf(one.opening) };
    const other = await fetch(`${one.site}/staff/worklist?school=CAST-HS`, { headers });
    expect(other.status).toBe(404);
    one.child.removeAllListeners("exit");
    one.child.kill("SIGKILL");
  });

  describe.skipIf(CHROMIUM === undefined)("in a browser", () => {
    let own: Serving;
    let browser: Browser;
    let context: BrowserContext;
    let page: Page;
    const faults: string[] = [];
    const ready = () => page.waitForSelector("#caseload[data-state=ready]", { timeout: 15_000 });
    const entries = () => page.locator(".entry h3").allInnerTexts();

    beforeAll(async () => {
      own = await serving(data);
      browser = await openBrowser();
      context = await browser.newContext({ viewport: DESKTOP });
      page = await context.newPage();
      page.on("pageerror", (error) => faults.push(error.message));
      page.on("console", (message) => faults.push(message.text()));
      page.on("request", (request) => {
        if (new URL(request.url()).origin !== own.site) faults.push(request.url());
      });
      await page.goto(`${own.opening}?school=CAST-MS`);
      await ready();
    }, 60_000);
    afterAll(async () => {
      await browser.close();
      own.child.removeAllListeners("exit");
      own.child.kill("SIGKILL");
    });

    it("shows who needs what next, with rule and citation, and leaves the token in no address", async () => {
      expect(page.url()).toBe(`${own.site}/?school=CAST-MS`);
      expect((await entries()).slice(0, 2)).toEqual(["Doverell, Anselm", "Elmquay, Priska"]);
      const first = (await page.locator(".entry").first().innerText()).replaceAll(/\s+/g, " ");
      expect(first).toContain("141 days overdue Due October 25, 2021 Plan missing");
      expect(first).toContain("A plan is open No plan that the mandate accepts is open");
      const rules = await page.locator(".rules").innerText();
      expect(rules).toContain("reviewed in the first half of the school year");
      expect(rules).toContain("200-RICR-20-10-2.4");
      expect(await page.locator(".shown").innerText()).toBe("13 of 13 shown, most urgent first.");
    });

    it("keeps school, counselor and need in the address, and goes back", async () => {
      await page.getByLabel("Counselor").selectOption("K-71");
      await ready();
      await expect.poll(() => page.locator(".entry").count()).toBe(9);
      await page.getByLabel("To be done").selectOption("overdue");
      await expect.poll(() => page.locator(".entry").count()).toBe(1);
      expect(page.url()).toBe(`${own.site}/?school=CAST-MS&counselor=K-71&need=overdue`);
      await page.reload();
      await ready();
      expect(await entries()).toEqual(["Cedrane, Ilse"]);
      await page.goBack();
      await expect.poll(() => page.locator(".entry").count()).toBe(9);
      await page.goBack();
      await expect.poll(() => page.locator(".entry").count()).toBe(13);
    });

    it("is worked by keyboard alone, and a filter that was used keeps the focus", async () => {
      await page.reload();
      await ready();
      await page.keyboard.press("Tab");
      expect(await page.evaluate("document.activeElement.textContent")).toBe("Skip to the list");
      await page.keyboard.press("Tab");
      expect(await page.evaluate("document.activeElement.value")).toBe("CAST-MS");
      await page.keyboard.press("ArrowUp");
      await expect.poll(() => page.locator(".entry").count()).toBe(9);
      expect(page.url()).toBe(`${own.site}/?school=CAST-HS`);
      expect(await page.evaluate("document.activeElement.value")).toBe("CAST-HS");
      await page.goto(`${own.site}/?school=CAST-MS`);
      await ready();
      await page.locator(".entry a").first().press("Enter");
      await page.waitForURL(/#rule-/);
      expect(await entries()).toHaveLength(13);
    });

    it("fits a phone, with everything that can be tapped 44 pixels high, and prints without controls", async () => {
      await page.setViewportSize(PHONE);
      expect(await page.evaluate("document.documentElement.scrollWidth - innerWidth")).toBe(0);
      const low = await page.evaluate(`[...document.querySelectorAll("select, button, .tools a")]
        .filter((each) => each.checkVisibility() && each.getBoundingClientRect().height < 44).length`);
      expect(low).toBe(0);
      await page.emulateMedia({ media: "print" });
      expect(await page.locator(".filters").isVisible()).toBe(false);
      expect(await page.locator(".tools").isVisible()).toBe(false);
      expect(await page.locator(".entry").first().isVisible()).toBe(true);
      await page.emulateMedia({ media: null });
      await page.setViewportSize(DESKTOP);
    });

    it("takes the list along as spreadsheet and calendar", async () => {
      for (const [name, file] of [
        ["Spreadsheet (CSV)", "worklist.csv"],
        ["Calendar of due days (iCalendar)", "worklist.ics"],
      ] as const) {
        const [download] = await Promise.all([
          page.waitForEvent("download"),
          page.getByRole("link", { name }).click(),
        ]);
        expect(download.suggestedFilename()).toBe(file);
      }
    });

    it("had no fault and asked no other host", () => {
      expect(faults).toEqual([]);
    });

    it("says in words that it cannot show a school that is not there", async () => {
      await page.goto(`${own.site}/?school=NO-SUCH`);
      await page.waitForSelector("#caseload[data-state=failed]");
      expect(await page.getByRole("alert").innerText()).toContain("no such school");
    });
  });
});

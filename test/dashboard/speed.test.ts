import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { CHROMIUM } from "./browser.ts";
import { addressOf, openPage, PAGES } from "./check-pages.ts";
import { fixtureSite } from "./fixture-site.ts";

/** A slow 4G network, and a processor four times slower than this one. */
const SLOW = { latency: 150, bytesPerSecond: (1.6 * 1024 * 1024) / 8, processor: 4 } as const;
const FIRST_FIGURE = ".figure-value";

/** Milliseconds from asking for the overview until its first figure stands. */
async function firstFigureAfter(page: Page, address: string): Promise<number> {
  const started = performance.now();
  await page.goto(address, { waitUntil: "commit" });
  await page.waitForSelector(FIRST_FIGURE, { timeout: 60_000 });
  return performance.now() - started;
}

async function slowed(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: SLOW.latency,
    downloadThroughput: SLOW.bytesPerSecond,
    uploadThroughput: SLOW.bytesPerSecond,
  });
  await session.send("Emulation.setCPUThrottlingRate", { rate: SLOW.processor });
}

/** What only the code of Plot and of Arrow says, whatever their files are named. */
const LIBRARY = /plot-d6a7b5|isArrow/;
const isLibrary = ([path, text]: readonly [path: string, text: string]): boolean =>
  path.endsWith(".js") && LIBRARY.test(text);

/** What a page asked for, by path, with the text of each answer. */
async function answersOf(
  page: Page,
  open: () => Promise<void>,
): Promise<ReadonlyMap<string, string>> {
  const texts: Promise<readonly [string, string]>[] = [];
  page.on("response", (response) => {
    const path = new URL(response.url()).pathname;
    if (response.url().startsWith("data:")) return;
    texts.push(
      response.text().then(
        (text) => [path, text] as const,
        () => [path, ""] as const,
      ),
    );
  });
  await open();
  page.removeAllListeners("response");
  return new Map(await Promise.all(texts));
}

/** Bytes of the answers, compressed here, so that what is counted hangs on no server's setting. */
const compressed = (answers: Iterable<readonly [path: string, text: string]>): number =>
  [...answers].reduce((all, [, text]) => all + gzipSync(text).length, 0);

describe.skipIf(CHROMIUM === undefined)("the speed of the pages", { timeout: 120_000 }, () => {
  const site = fixtureSite();

  it.each(["", "?lang=es"])(
    "need at most 60 KB, compressed, before the first figure, and no library of charts or tables: %s",
    async (query) => {
      const page = await site.browser.newPage();
      const answers = await answersOf(page, async () => {
        await page.goto(addressOf(site.address, "index", query));
        await page.waitForSelector(FIRST_FIGURE);
      });
      await page.close();
      expect(answers.size).toBeGreaterThan(3);
      expect([...answers].filter(isLibrary).map(([path]) => path)).toEqual([]);
      expect(compressed(answers)).toBeLessThanOrEqual(60 * 1024);
    },
  );

  it.each([...PAGES])("need at most 250 KB, compressed, before any table: %s", async (name) => {
    const page = await site.browser.newPage();
    const answers = await answersOf(page, () => openPage(page, addressOf(site.address, name)));
    await page.close();
    const beforeData = [...answers].filter(([path]) => !path.startsWith("/data/"));
    expect(beforeData.length).toBeGreaterThan(2);
    // Every page but the first has a library by now, so that looking for one by its text finds it where it is.
    expect(beforeData.some(isLibrary)).toBe(name !== "index");
    expect(compressed(beforeData)).toBeLessThanOrEqual(250 * 1024);
  });

  it("read the first screen from one file of at most 10 KB", () => {
    for (const district of ["marsh-valley", "new-harbor", "stone-bridge", "quiet-creek"]) {
      const folder = join(site.data, district, "releases", "2022-05-20-fixture");
      for (const file of ["overview.json", "school-reports/school-103.json"]) {
        const path = join(folder, file);
        if (statSync(path, { throwIfNoEntry: false }) === undefined) continue;
        // As a release has it: without the spaces of the fixture.
        const bytes = Buffer.byteLength(JSON.stringify(JSON.parse(readFileSync(path, "utf8"))));
        expect(bytes, `${district} ${file}`).toBeLessThanOrEqual(10 * 1024);
      }
    }
  });

  // Goals: one second from this machine, and three on a slow network. The machine of the test may be as busy as
  // it likes, so that the best of three counts, and twice the goal is still let through.
  it("show the first figure soon from this machine, and on a slow network with a slow processor", async () => {
    const page = await site.browser.newPage();
    const address = addressOf(site.address, "index");
    const times = [];
    for (let round = 0; round < 3; round++) times.push(await firstFigureAfter(page, address));
    await page.close();
    expect(Math.min(...times)).toBeLessThan(2 * 1000);
    const slowTimes = [];
    for (let round = 0; round < 2; round++) {
      // Each in a context of its own, so that nothing is kept from the one before.
      const context = await site.browser.newContext();
      const slow = await context.newPage();
      await slowed(slow);
      slowTimes.push(await firstFigureAfter(slow, address));
      await context.close();
    }
    expect(Math.min(...slowTimes)).toBeLessThan(2 * 3000);
  });
});

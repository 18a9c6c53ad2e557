import { chromium } from "playwright-core";
const [, , base, out, ...pages] = process.argv;
const browser = await chromium.launch({ executablePath: process.env.CHROME ?? "/usr/bin/chromium" });
for (const [w, h, n] of [[1280, 900, "d"], [390, 844, "p"]] as const) {
  const c = await browser.newContext({ viewport: { width: w, height: h } });
  for (const page of pages) {
    const p = await c.newPage();
    await p.goto(`${base}/${page}`);
    await p.waitForSelector(".page[data-state]", { timeout: 15000 });
    await p.waitForTimeout(800);
    await p.screenshot({ path: `${out}/${page.replace(/[^a-z]/g, "_")}-${n}.png`, fullPage: true });
    await p.close();
  }
}
await browser.close();

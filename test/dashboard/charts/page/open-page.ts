import { join } from "node:path";
import { build } from "esbuild";
import type { Browser, Page } from "playwright-core";

const HERE = import.meta.dirname;

let components: Promise<string> | null = null;

/** A plain page with every chart and table, as a string; bundled once. */
export const componentsPage = (): Promise<string> => (components ??= bundledPage());

async function bundledPage(): Promise<string> {
  const [script, style] = await Promise.all([bundled("page.js"), bundled("page.css")]);
  return `<!doctype html>
<html lang="en">
  <meta charset="utf-8" />
  <meta name="viewport" content="width=device-width" />
  <meta name="color-scheme" content="light dark" />
  <title>Charts and tables</title>
  <style>${style}</style>
  <main></main>
  <script>${script.replaceAll("</script", "<\\/script")}</script>
</html>`;
}

async function bundled(file: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(HERE, file)],
    bundle: true,
    format: "iife",
    target: "es2022",
    write: false,
  });
  return outputFiles[0]?.text ?? "";
}

const SITE = "http://site.test";

/**
 * What a part of the pages draws, at an address of a site.
 * @param draw an expression over `parts`, run in the page, for an element or a list of them
 */
export async function drawnPart(browser: Browser, address: string, draw: string): Promise<string> {
  const drawn = await saidAt<string>(
    browser,
    address,
    `[${draw}].flat().map((part) => part === null ? "null" : part.outerHTML).join(" ")`,
  );
  return drawn.replaceAll(/\s+/g, " ").replaceAll(/<!--.*?-->/g, "");
}

/**
 * What a part of the pages says, at an address of a site.
 * @param ask an expression over `parts`, run in the page, for a value or a promise of one
 */
export async function saidAt<Value>(
  browser: Browser,
  address: string,
  ask: string,
): Promise<Value> {
  const page = await browser.newPage();
  const body = await componentsPage();
  await page.route(`${SITE}/**`, (route) => route.fulfill({ body, contentType: "text/html" }));
  await page.goto(`${SITE}${address}`);
  const said = await page.evaluate<Value>(ask);
  await page.close();
  return said;
}

/** Opens the page at a width, and waits until its charts know theirs. */
export async function openAt(browser: Browser, content: string, width: number): Promise<Page> {
  const page = await browser.newPage({ viewport: { width, height: 900 } });
  await page.setContent(content);
  await page.evaluate(
    "new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))",
  );
  return page;
}

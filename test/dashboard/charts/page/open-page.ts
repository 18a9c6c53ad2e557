import { join } from "node:path";
import { build } from "esbuild";
import type { Browser, Page } from "playwright-core";

const HERE = import.meta.dirname;

/** A plain page with every chart and table, as a string. */
export async function componentsPage(): Promise<string> {
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

/** Opens the page at a width, and waits until its charts know theirs. */
export async function openAt(browser: Browser, content: string, width: number): Promise<Page> {
  const page = await browser.newPage({ viewport: { width, height: 900 } });
  await page.setContent(content);
  await page.evaluate(
    "new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))",
  );
  return page;
}

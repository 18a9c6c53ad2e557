import { spawn, type ChildProcess } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CHROMIUM, openBrowser } from "../dashboard/browser.ts";
import { addressOf, checkPages, DESKTOP, openPage, PAGES } from "../dashboard/check-pages.ts";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** What `npm start` runs, on a port that is free. */
function startDemo(data: string): {
  child: ChildProcess;
  address: Promise<string>;
  told: string[];
} {
  const args = [join(ROOT, "functions/cli/launch.mjs"), "start", "--data", data, "--port", "0"];
  const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ["ignore", "pipe", "pipe"] });
  const told: string[] = [];
  const address = new Promise<string>((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      told.push(chunk.toString());
      const found = /http:\/\/localhost:\d+/.exec(told.join(""));
      if (found !== null) resolve(found[0]);
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    child.once("exit", (code) => reject(new Error(`ended with code ${code}: ${told.join("")}`)));
  });
  return { child, address, told };
}

describe("npm start", { timeout: 120_000 }, () => {
  const data = mkdtempSync(join(tmpdir(), "ilp-start-"));
  let demo: ReturnType<typeof startDemo>;
  let address: string;

  beforeAll(async () => {
    demo = startDemo(data);
    address = await demo.address;
  }, 120_000);
  afterAll(() => {
    demo.child.kill("SIGKILL");
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

  it("serves nothing but the site and the releases, and only to be read", async () => {
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
        const manifest = (await page.evaluate(`(async () => {
          const latest = await (await fetch("/data/grand-bend/latest.json")).json();
          return (await fetch("/data/grand-bend/" + latest.path + "manifest.json")).json();
        })()`)) as { sentences: { kept: string } };
        const shown = await page.locator("main").innerText();
        expect(shown).toContain(manifest.sentences.kept.split(". ")[0]);
        expect(shown).toContain("May 20, 2022");
      } finally {
        await browser.close();
      }
    },
  );

  it("ends on Ctrl-C with code 0, and starts again without doing anything anew", async () => {
    demo.child.removeAllListeners("exit");
    demo.child.kill("SIGINT");
    const code = await new Promise((resolve) => demo.child.once("exit", resolve));
    expect(code).toBe(0);
    expect(existsSync(join(data, "public/grand-bend/latest.json"))).toBe(true);
    const before = readFileSync(join(data, "public/grand-bend/latest.json"), "utf8");

    demo = startDemo(data);
    await demo.address;
    expect(demo.told.join("")).toContain("(nothing new)");
    expect(demo.told.join("").match(/there already/g)).toHaveLength(4);
    expect(readFileSync(join(data, "public/grand-bend/latest.json"), "utf8")).toBe(before);
  });
});

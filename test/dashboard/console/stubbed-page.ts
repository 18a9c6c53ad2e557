import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach } from "vitest";
import { buildDashboard } from "../../../dashboard/build.ts";
import { openBrowser } from "../browser.ts";
import { consolePage } from "./console-pages.ts";
import { stubConsole, type Answers, type StubConsole } from "./stub-console.ts";

/** The console with literal answers behind it, and one page of it in a browser. */
export interface StubbedPage {
  readonly stub: StubConsole;
  readonly browser: Browser;
  readonly page: Page;
  /** Everything that the page asks elsewhere, complains of or throws. */
  readonly faults: string[];
}

/**
 * Opens the console for the tests of a `describe`, and closes it after them. Each test begins with these
 * answers, nothing asked and no fault; what is opened is there from the first test on.
 * @param fill writes what `/data/` serves into a folder in the shape of the public bucket
 */
export function stubbedPage(
  answers: Answers,
  fill: (data: string) => void = () => undefined,
): StubbedPage {
  const data = mkdtempSync(join(tmpdir(), "ilp-console-"));
  const own: { opened: StubbedPage | null } = { opened: null };
  const opened = (): StubbedPage => {
    if (own.opened === null) throw new Error("the console is opened before the first test");
    return own.opened;
  };

  beforeAll(async () => {
    await buildDashboard();
    fill(data);
    const stub = await stubConsole({}, data);
    const browser = await openBrowser();
    own.opened = { stub, browser, ...(await consolePage(browser, stub)) };
  }, 120_000);
  afterAll(async () => {
    await own.opened?.browser.close();
    await own.opened?.stub.close();
    rmSync(data, { recursive: true, force: true });
  });
  beforeEach(() => {
    const { stub, faults } = opened();
    stub.asked.length = 0;
    faults.length = 0;
    Object.assign(stub.answers, answers);
  });

  return {
    get stub() {
      return opened().stub;
    },
    get browser() {
      return opened().browser;
    },
    get page() {
      return opened().page;
    },
    get faults() {
      return opened().faults;
    },
  };
}

import type { Browser, Page } from "playwright-core";
import { CommandError } from "../arguments/command-error.ts";

/** A Letter sheet between the margins of the pages' print style, in CSS pixels. */
const SHEET = { width: 725, height: 943 } as const;

/**
 * Does work with one tab of a headless Chromium that lays pages out for paper. The browser reaches no
 * host but this machine, keeps nothing when it ends, and is driven through a pipe, which no other
 * user of the machine can join.
 * @param path of the program
 * @throws CommandError if it does not start
 */
export async function withChromium<T>(path: string, work: (page: Page) => Promise<T>): Promise<T> {
  const browser = await started(path);
  try {
    const page = await browser.newPage({ viewport: SHEET });
    await page.emulateMedia({ media: "print" });
    return await work(page);
  } finally {
    await browser.close();
  }
}

async function started(path: string): Promise<Browser> {
  // No other command needs it.
  const { chromium } = await import("playwright-core");
  try {
    return await chromium.launch({
      executablePath: path,
      // Chromium refuses to start as root inside its sandbox.
      chromiumSandbox: process.getuid?.() !== 0,
      args: [
        "--no-proxy-server",
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
      ],
    });
  } catch {
    throw new CommandError(
      `${path} does not start: ${path} --headless --dump-dom about:blank shows why`,
    );
  }
}

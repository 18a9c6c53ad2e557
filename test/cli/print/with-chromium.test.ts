import { describe, expect, it, onTestFinished } from "vitest";
import { withChromium } from "../../../functions/cli/print/with-chromium.ts";
import { CHROMIUM } from "../../dashboard/browser.ts";
import { smallPage, smallSite } from "../../support/small-site.ts";

describe.skipIf(CHROMIUM === undefined)("withChromium", { timeout: 60_000 }, () => {
  it("lays pages out for paper, and gives back what the work gives", async () => {
    const { address, close } = await smallSite({ "/": smallPage("A page", "") });
    onTestFinished(close);
    const result = await withChromium(CHROMIUM ?? "", async (page) => {
      await page.goto(`${address}/`);
      return page.evaluate("[matchMedia('print').matches, document.title, innerWidth]");
    });
    expect(result).toEqual([true, "A page", 725]);
  });

  it("does not ask another host", async () => {
    await withChromium(CHROMIUM ?? "", async (page) => {
      for (const host of ["example.com", "192.0.2.1", "localhost.example"]) {
        const asked = page.goto(`http://${host}/`, { timeout: 20_000 });
        await expect(asked, host).rejects.toThrow("ERR_NAME_NOT_RESOLVED");
      }
    });
  });

  it("ends with the work, and if the work fails", async () => {
    let isConnected: (() => boolean) | undefined;
    await expect(
      withChromium(CHROMIUM ?? "", (page) => {
        isConnected = () => page.context().browser()?.isConnected() ?? false;
        expect(isConnected()).toBe(true);
        return Promise.reject(new Error("the work failed"));
      }),
    ).rejects.toThrow("the work failed");
    expect(isConnected?.()).toBe(false);
  });
});

describe("withChromium without one that starts", () => {
  it("says how to see why", async () => {
    const work = () => Promise.resolve();
    await expect(withChromium("/bin/false", work)).rejects.toThrow(
      "/bin/false does not start: /bin/false --headless --dump-dom about:blank shows why",
    );
  });
});

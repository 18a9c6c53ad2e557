import { describe, expect, it } from "vitest";
import { CHROMIUM } from "./browser.ts";
import { untilDrawn } from "./check-pages.ts";
import { fixtureSite, spaced } from "./fixture-site.ts";

describe.skipIf(CHROMIUM === undefined)("the address of a page", { timeout: 60_000 }, () => {
  const site = fixtureSite();
  const asked = (name: string) => new URL(site.page.url()).searchParams.get(name);
  const chosen = (name: string) => site.page.locator(`select[data-key=${name}]`).inputValue();
  const go = async (link: string) => {
    await site.page.locator("#pages a", { hasText: link }).click();
    await site.page.waitForLoadState();
    await untilDrawn(site.page);
  };

  it("keeps both of two choices made before the page is drawn again", async () => {
    await site.open("requirements");
    await site.page.evaluate(`(() => {
      const pick = (key, value) => {
        const select = document.querySelector("select[data-key=" + key + "]");
        select.value = value;
        select.dispatchEvent(new Event("change"));
      };
      pick("school", "103");
      pick("grade", "11");
    })()`);
    await untilDrawn(site.page);
    expect([asked("school"), asked("grade")]).toEqual(["103", "11"]);
    expect([await chosen("school"), await chosen("grade")]).toEqual(["103", "11"]);
  });

  it("takes each choice back, one by one", async () => {
    await site.open("requirements");
    await site.page.locator("select[data-key=requirement]").selectOption("review-2");
    await untilDrawn(site.page);
    await site.page.locator("select[data-key=school]").selectOption("103");
    await untilDrawn(site.page);
    expect(await chosen("school")).toBe("103");
    await site.page.goBack();
    await untilDrawn(site.page);
    expect([await chosen("requirement"), await chosen("school")]).toEqual(["review-2", ""]);
    await site.page.goBack();
    await untilDrawn(site.page);
    expect(await chosen("requirement")).toBe("all");
    await site.page.goForward();
    await untilDrawn(site.page);
    expect(await chosen("requirement")).toBe("review-2");
  });

  it("shows whoever is sent it what the sender saw", async () => {
    await site.open("requirements", "?requirement=goals&school=103");
    expect([await chosen("requirement"), await chosen("school")]).toEqual(["goals", "103"]);
    await site.page.reload();
    await untilDrawn(site.page);
    expect([await chosen("requirement"), await chosen("school")]).toEqual(["goals", "103"]);
  });

  it("keeps the school while the day changes", async () => {
    await site.open("schools", "?school=103");
    await site.page.getByLabel("Data as of").first().selectOption("2022-03-11-fixture");
    await site.page.waitForURL("**release=2022-03-11-fixture**");
    await untilDrawn(site.page);
    expect(asked("school")).toBe("103");
    expect(await site.page.locator("h2.school-name").innerText()).toContain(
      "Cedar Ridge High School",
    );
    expect(await site.text()).toContain("March 11, 2022");
  });

  it("takes the school, the day and the language to the other pages", async () => {
    await site.open("schools", "?school=103&release=2022-03-11-fixture&lang=es");
    await go("Requisitos");
    expect([asked("school"), asked("release"), asked("lang")]).toEqual([
      ...["103", "2022-03-11-fixture", "es"],
    ]);
    expect(await chosen("school")).toBe("103");
    await go("Grupos de estudiantes");
    expect([asked("school"), asked("release"), asked("lang")]).toEqual([
      ...["103", "2022-03-11-fixture", "es"],
    ]);
    await go("Escuelas");
    expect(await site.page.locator("h2.school-name").innerText()).toContain(
      "Cedar Ridge High School",
    );
  });

  it("speaks the other language by one link, which keeps what was chosen", async () => {
    await site.open("requirements", "?requirement=goals");
    await site.page.locator("select[data-key=school]").selectOption("103");
    await untilDrawn(site.page);
    await site.page.locator("a.other-language").click();
    await site.page.waitForURL("**lang=es**");
    await untilDrawn(site.page);
    expect([asked("requirement"), asked("school")]).toEqual(["goals", "103"]);
    expect(await site.page.locator("html").getAttribute("lang")).toBe("es");
    expect(spaced(await site.page.locator("h1").innerText())).toBe("Requisitos");
    await site.page.locator("a.other-language").click();
    await untilDrawn(site.page);
    expect(asked("lang")).toBe(null);
    expect(spaced(await site.page.locator("h1").innerText())).toBe("Requirements");
  });

  it("opens at the part that it names, once that is drawn", async () => {
    await site.open("methods", "#privacy");
    await site.page.waitForTimeout(200);
    const box = await site.page.locator("#privacy").boundingBox();
    expect(box!.y).toBeGreaterThan(-50);
    expect(box!.y).toBeLessThan(300);
  });
});

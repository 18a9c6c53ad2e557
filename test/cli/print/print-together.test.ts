import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { printTogether } from "../../../functions/cli/print/print-together.ts";
import { withChromium } from "../../../functions/cli/print/with-chromium.ts";
import { CHROMIUM } from "../../dashboard/browser.ts";
import { NO_PDF_TEXT, sheetsOf } from "../../support/pdf-text.ts";
import { scratchFolder } from "../../support/scratch-folder.ts";
import { smallPage, smallSite } from "../../support/small-site.ts";

const page = (words: string): string => `<div class="page" data-state="ready">${words}</div>`;
/** Draws for paper what a chart does not show on a screen. */
const FOR_PAPER = `addEventListener("beforeprint", () => document.querySelector(".page").append(" drawn for paper"));`;

describe.skipIf(CHROMIUM === undefined)("printTogether", { timeout: 60_000 }, () => {
  let pdf: Buffer;
  let done = 0;

  beforeAll(async () => {
    const pages = {
      "/": smallPage("Cast School District", page("The district")),
      "/a": smallPage("School A", page("School A"), FOR_PAPER),
      "/b": smallPage("School B", page('School B<p style="break-before: page">continued</p>')),
    };
    const { address, close } = await smallSite(pages);
    const addresses = Object.keys(pages).map((path) => address + path);
    const progress = { advance: (by: number) => void (done += by) };
    pdf = Buffer.from(
      await withChromium(CHROMIUM ?? "", (tab) => printTogether(tab, addresses, progress)),
    );
    close();
  }, 60_000);

  it("prints each page from a new sheet on, numbered through, as drawn for paper", (context) => {
    if (NO_PDF_TEXT !== null) context.skip(NO_PDF_TEXT);
    const file = join(scratchFolder(), "report.pdf");
    writeFileSync(file, pdf);
    expect(sheetsOf(file).map((sheet) => sheet.replace(/ ?\/ ?/, "/"))).toEqual([
      "The district 1/4",
      "School A drawn for paper 2/4",
      "School B 3/4",
      "continued 4/4",
    ]);
    expect(done).toBe(3);
  });

  it("gives the PDF the title of the first page, its language, and tags for a screen reader, on Letter paper", () => {
    const text = pdf.toString("latin1");
    expect(text).toContain("/Title (Cast School District)");
    expect(text).toContain("/Lang (en)");
    expect(text).toMatch(/\/MarkInfo\s*<<[^>]*\/Marked true/);
    expect(text).toContain("/StructTreeRoot");
    expect(new Set(text.match(/\/MediaBox\s*\[[^\]]*\]/g))).toEqual(
      new Set(["/MediaBox [0 0 612 792]"]),
    );
  });
});

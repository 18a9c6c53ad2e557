import { here } from "../../release/address.js";
import { LANGUAGE } from "../../words/language.js";
import { pageWords as words } from "../../words/page.js";

/** Puts what stands on the page before its script runs into the reader's language. */
export function speak(): void {
  document.documentElement.lang = LANGUAGE;
  say("a.skip", words.skip);
  say("button.menu", words.pages);
  document.querySelector("#pages")?.setAttribute("aria-label", words.pages);
  for (const link of document.querySelectorAll<HTMLElement>("[data-page]")) {
    link.textContent = words.names[link.dataset["page"] ?? ""] ?? link.textContent;
  }
  const title = document.querySelector("#observablehq-main h1");
  const name =
    words.names[
      document.querySelector<HTMLElement>("[data-page][aria-current]")?.dataset["page"] ?? ""
    ];
  if (title !== null && name !== undefined) title.textContent = name;
  const other = document.querySelector<HTMLAnchorElement>("a[hreflang]");
  if (other === null) return;
  const language = LANGUAGE === "en" ? "es" : "en";
  other.textContent = words.otherLanguage;
  other.lang = language;
  other.hreflang = language;
  other.href = here({ lang: language === "en" ? null : language });
}

function say(selector: string, text: string): void {
  const place = document.querySelector(selector);
  if (place !== null) place.textContent = text;
}

import type { Page } from "playwright-core";
import { DESKTOP, PHONE, TABLET } from "../check-pages.ts";
import { FAULTS_IN_OWN_PAGE, TOO_FAINT } from "./console-pages.ts";

/** What a page is read on. */
export const DEVICES = [
  ["desktop", DESKTOP],
  ["tablet", TABLET],
  ["phone", PHONE],
] as const;

/** Checks a page on one device in light and then in dark, and puts it back as it was. */
export async function inLightAndDark(
  page: Page,
  viewport: (typeof DEVICES)[number][1],
  check: () => Promise<void>,
): Promise<void> {
  await page.setViewportSize(viewport);
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await check();
  }
  await page.emulateMedia({ colorScheme: null });
  await page.setViewportSize(DESKTOP);
}

/** What is wrong with the page for an eye, a keyboard, a screen reader or a finger, words too faint to read among it. */
export const faultsFor = async (page: Page): Promise<readonly string[]> => [
  ...(await page.evaluate<readonly string[]>(FAULTS_IN_OWN_PAGE)),
  ...(await page.evaluate<readonly string[]>(TOO_FAINT)),
];

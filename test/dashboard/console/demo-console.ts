import { fileURLToPath } from "node:url";
import type { Browser, BrowserContext } from "playwright-core";
import { afterAll, beforeAll } from "vitest";
import { buildDashboard } from "../../../dashboard/build.ts";
import { staffMembers, type StaffMember } from "../../../functions/domain/people/staff-member.ts";
import { conformedInForce } from "../../../functions/pipeline/conform/conformed-in-force.ts";
import { consoleAnswer } from "../../../functions/pipeline/console/routes/console-answer.ts";
import { conformedDemo, DEMO } from "../../support/conformed-districts.ts";
import { consoleServer } from "../../support/console-server.ts";
import { publishDay, type MemoryPlaces } from "../../support/local-district.ts";
import { openBrowser } from "../browser.ts";
import { DESKTOP } from "../check-pages.ts";

const PAGES = fileURLToPath(new URL("../../../dashboard/console/dist", import.meta.url));

/** Whom a person of the demo is signed in as. */
export type IsWho = (member: StaffMember) => boolean;

/** Who has a role, at a school if one is given. */
export const hasRole =
  (role: string, school = ""): IsWho =>
  ({ roles }) =>
    roles.some((held) => held.role === role && (school === "" || held.schools.includes(school)));

/** The number that a text has, its thousands separated or not. */
export const countIn = (text: string): number => Number(text.replaceAll(/\D/g, ""));

/** A browser in which a person of the demo is signed in, and the address of the console. */
interface SignedInBrowser {
  readonly context: BrowserContext;
  readonly site: string;
}

/** The console of the demo, with its own server and answers, for the tests of a `describe`. */
export interface DemoConsole {
  /** Signs in as the first member who fits. */
  readonly signedIn: (isWho: IsWho) => Promise<SignedInBrowser>;
}

/** Publishes the demo's staff edition before the first test, and closes the browser after the last. */
export function demoConsole(): DemoConsole {
  const own: { places?: MemoryPlaces; members?: readonly StaffMember[]; browser?: Browser } = {};

  beforeAll(async () => {
    await buildDashboard();
    const places = await conformedDemo();
    await publishDay(places, "2022-05-20", DEMO, "staff-only");
    const members = staffMembers((await conformedInForce(places.records, DEMO))?.staff ?? []);
    Object.assign(own, { places, members, browser: await openBrowser() });
  }, 180_000);
  afterAll(() => own.browser?.close());

  return {
    signedIn: async (isWho) => {
      const { places, members = [], browser } = own;
      const who = members.find(isWho);
      if (places === undefined || browser === undefined) throw new Error("nothing is opened yet");
      if (who === undefined) throw new Error("the demo has nobody of this role");
      const { site, openingFor } = await consoleServer({
        district: DEMO,
        pages: PAGES,
        answer: (reader, request) => consoleAnswer(places, reader, request),
        members: () => Promise.resolve(members),
      });
      const context = await browser.newContext({ viewport: DESKTOP });
      const page = await context.newPage();
      await page.goto(site + openingFor(who.staff));
      await page.close();
      return { context, site };
    },
  };
}

import { mkdir } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { folderStore } from "../../adapters/folder/folder-store.ts";
import type { DistrictId } from "../../domain/ids.ts";
import { staffMembers, type StaffMember } from "../../domain/people/staff-member.ts";
import { conformedInForce } from "../../pipeline/conform/conformed-in-force.ts";
import { consoleAnswer } from "../../pipeline/console/routes/console-answer.ts";
import type { SignedIn } from "../../pipeline/console/console-case.ts";
import { noteSession } from "../../pipeline/console/note-session.ts";
import { CommandError } from "../arguments/command-error.ts";
import { localFolders } from "../arguments/local-places.ts";
import { printable } from "../arguments/printable.ts";
import { CONSOLE_SITE, refuseUnbuilt } from "./built-sites.ts";
import { consoleSite } from "./console-site.ts";
import { listen } from "./listen.ts";
import { openingTokens, type Identity } from "./opening-tokens.ts";
import { publicSite } from "./public-site.ts";
import { OPENING_PATH } from "./session-routes.ts";
import { sessions } from "./sessions.ts";
import { sharedPlaces } from "./shared-places.ts";

/** For whom the console is served. */
export interface ConsoleAsked {
  readonly district: DistrictId;
  readonly isDemo: boolean;
  readonly idleMinutes: number;
  /** How what is looked at is noted in the access log. */
  readonly through: SignedIn["through"];
}

export interface ServedSites {
  readonly servers: readonly Server[];
  /** Where the public site is. */
  readonly address: string;
  /** A new address that opens the console once, for one person; null where it is not served. */
  readonly openingFor: ((identity: Identity) => string) | null;
}

/**
 * Serves the public site on a port of this machine, and the console on the next one: two servers of
 * one program, of which only the second can reach a record.
 * @param port 0 for two that are free
 */
export async function serveSites(
  data: string,
  port: number,
  asked: ConsoleAsked | null,
): Promise<ServedSites> {
  refuseUnbuilt();
  if (asked !== null && port === 65_535) {
    throw new CommandError(
      "the console needs the next port, and there is none after 65535: choose a lower port",
    );
  }
  const releases = localFolders(data).public;
  await mkdir(releases, { recursive: true });
  const everybody = createServer(publicSite(releases));
  const address = `http://localhost:${await listen(everybody, port, "the dashboard")}`;
  if (asked === null) return { servers: [everybody], address, openingFor: null };

  const tokens = openingTokens(Date.now);
  const signedIn = createServer(consoleOf(data, asked, tokens));
  try {
    const next = await listen(signedIn, port === 0 ? 0 : port + 1, "the console");
    return {
      servers: [everybody, signedIn],
      address,
      openingFor: (identity) => `http://127.0.0.1:${next}${OPENING_PATH}${tokens.issue(identity)}`,
    };
  } catch (error) {
    everybody.close();
    throw error;
  }
}

function consoleOf(
  data: string,
  { district, isDemo, idleMinutes, through }: ConsoleAsked,
  tokens: ReturnType<typeof openingTokens>,
) {
  const { reading, writing } = sharedPlaces(data);
  return consoleSite({
    ...{ district, isDemo, through, tokens },
    pages: CONSOLE_SITE,
    sessions: sessions(Date.now, idleMinutes),
    answer: (who, request) => {
      const withPlaces = request.method === "POST" ? writing : reading;
      return withPlaces((places) => consoleAnswer(places, who, request));
    },
    onSession: (event, who, instant) =>
      reading((places) => noteSession(places, who, event, instant)),
    members: () => membersOf(data, district),
    now: Date.now,
    tell: (line) => process.stderr.write(`ilp: ${printable(line)}\n`),
  });
}

/** The staff list of a district, without opening the table. */
export async function membersOf(
  data: string,
  district: DistrictId,
): Promise<readonly StaffMember[]> {
  const manifest = await conformedInForce(folderStore(localFolders(data).records), district);
  return staffMembers(manifest?.staff ?? []);
}

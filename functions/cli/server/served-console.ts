import type { DistrictId } from "../../domain/ids.ts";
import type { StaffMember } from "../../domain/people/staff-member.ts";
import type { ConsoleAnswer, ConsoleRequest } from "../../console/answers.ts";
import type { SignedIn } from "../../pipeline/console/console-case.ts";
import type { Identity, OpeningTokens } from "./opening-tokens.ts";
import type { Sessions } from "./sessions.ts";

/** What happens to a session and is noted in the access log. */
export type SessionEvent = "open-session" | "change-demo-role";

/** What the console of one district is served from. */
export interface ServedConsole {
  readonly district: DistrictId;
  /** Whether anybody may choose any role, as the page says: only in the demo. */
  readonly isDemo: boolean;
  /** The console, or a command that reads its pages, as the access log has it. */
  readonly through: SignedIn["through"];
  /** The folder of its built pages. */
  readonly pages: string;
  readonly tokens: OpeningTokens;
  readonly sessions: Sessions;
  /** Answers `/console/` and `/data/` for whoever is signed in. */
  readonly answer: (who: SignedIn, request: ConsoleRequest) => Promise<ConsoleAnswer>;
  /** Notes an event of a session in the access log, before the event takes place. */
  readonly onSession: (event: SessionEvent, who: SignedIn, instant: string) => Promise<void>;
  /** The district's staff list as it is now. */
  readonly members: () => Promise<readonly StaffMember[]>;
  /** The clock, in milliseconds. */
  readonly now: () => number;
  /** Prints on the terminal why something could not be answered; nothing about a student. */
  readonly tell: (line: string) => void;
}

export const signedInAs = (
  { district, isDemo, through }: ServedConsole,
  staff: Identity,
): SignedIn => ({ district, staff, isDemo, through });

export const instantOf = ({ now }: ServedConsole): string => new Date(now()).toISOString();

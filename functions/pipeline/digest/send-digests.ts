import type { Day } from "../../domain/calendar/day.ts";
import type { DistrictId } from "../../domain/ids.ts";
import { recordsKeys } from "../../layout.ts";
import { changeJson } from "../change-json.ts";
import type { Mailer, ObjectStore, OutgoingMail } from "../ports.ts";
import { jsonBytes } from "../stored-json.ts";

/** What the records hold of the mail of one week to one staff member. */
interface DigestClaim {
  /** On its way, or nobody knows what became of it; taken in by the mail server; or refused, to be tried again. */
  readonly state: "claimed" | "sent" | "refused";
  /** The instant, as ISO text. */
  readonly at: string;
}

/** What became of one mail: `before` one that an earlier run has sent, `unknown` one of which nobody knows. */
export interface SentDigest {
  readonly staff: string;
  readonly state: "sent" | "before" | "refused" | "unknown";
  /** Why it was refused or is unknown; empty otherwise. It holds no address. */
  readonly why: string;
}

/** The week whose mails are sent, and how. */
export interface Sending {
  readonly district: DistrictId;
  readonly monday: Day;
  /** Whether a mail of which nobody knows whether it was sent is sent again. */
  readonly isAgain: boolean;
  /** The instant, as ISO text. */
  readonly at: string;
}

/**
 * Sends the mails of a week, each once: it is claimed before it is sent and marked as sent after. One
 * that was refused is tried again by the next run. One that was claimed and not marked may have been
 * sent: it is not sent again unless that is asked for.
 */
export async function sendDigests(
  records: ObjectStore,
  mailer: Mailer,
  sending: Sending,
  outgoing: readonly { readonly staff: string; readonly mail: OutgoingMail }[],
): Promise<readonly SentDigest[]> {
  const results: SentDigest[] = [];
  for (const { staff, mail } of outgoing) {
    const key = recordsKeys.digest(sending.district, sending.monday, staff);
    const standing = await claim(records, key, sending);
    if (standing !== null) {
      results.push(
        standing.state === "sent"
          ? { staff, state: "before", why: "" }
          : { staff, state: "unknown", why: "an earlier run ended before it was known" },
      );
      continue;
    }
    const outcome = await mailer.send(mail);
    const mark = async (state: DigestClaim["state"]): Promise<void> => {
      await records.put(key, jsonBytes({ state, at: sending.at }), "application/json");
    };
    switch (outcome.kind) {
      case "accepted":
        await mark("sent");
        results.push({ staff, state: "sent", why: "" });
        break;
      case "refused":
        await mark("refused");
        results.push({ staff, state: "refused", why: outcome.why });
        break;
      case "unknown":
        // The claim stays: nobody knows.
        results.push({ staff, state: "unknown", why: outcome.why });
    }
  }
  return results;
}

/** Claims a mail, of two runs at once for one of them; what stands already where it is not to be sent, else null. */
async function claim(
  records: ObjectStore,
  key: string,
  sending: Sending,
): Promise<DigestClaim | null> {
  let standing: DigestClaim | null = null;
  await changeJson<DigestClaim>(records, key, (before) => {
    const isFree =
      before === null ||
      before.state === "refused" ||
      (before.state === "claimed" && sending.isAgain);
    standing = isFree ? null : before;
    return isFree ? { state: "claimed", at: sending.at } : null;
  });
  return standing;
}

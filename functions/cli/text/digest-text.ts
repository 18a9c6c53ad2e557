import { longDay } from "../../domain/calendar/long-day.ts";
import { counted } from "../../domain/text/counted.ts";
import type { SentDigest } from "../../pipeline/digest/send-digests.ts";
import { printable } from "../arguments/printable.ts";

interface Digests {
  readonly monday: string;
  readonly asOf: string;
  readonly folder: string;
  readonly mails: readonly {
    readonly staff: string;
    readonly file: string;
    readonly hasAddress: boolean;
    readonly sent: SentDigest | null;
  }[];
}

const SENT_WORDS: { readonly [state in SentDigest["state"]]: string } = {
  sent: "sent",
  before: "sent before, not again",
  refused: "not sent",
  unknown: "unknown whether it was sent; --again sends it again",
};

/** One line per staff member, by id. */
export const digestText = ({ monday, asOf, folder, mails }: Digests): string =>
  [
    `week of ${longDay(monday)}, data as of ${longDay(asOf)}: ${counted(mails.length, "mail")} in ${printable(folder)}`,
    ...mails.map(
      ({ staff, file, hasAddress, sent }) =>
        `  ${printable(staff)}  ${file}${hasAddress ? "" : "  no e-mail address: cannot be sent (ilp staff email)"}${sent === null ? "" : `  ${SENT_WORDS[sent.state]}${sent.why === "" ? "" : `: ${sent.why}`}`}`,
    ),
  ]
    .join("\n")
    .concat("\n");

import { mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { Option, type Command } from "commander";
import type { Day } from "../../domain/calendar/day.ts";
import { dayIn, mailDate, mondayOf } from "../../domain/calendar/zoned-day.ts";
import { counted } from "../../domain/text/counted.ts";
import { ENVIRONMENT } from "../../layout.ts";
import { sendDigests, type SentDigest } from "../../pipeline/digest/send-digests.ts";
import {
  DIGEST_ROLES,
  staffDigests,
  type DigestRole,
} from "../../pipeline/digest/staff-digests.ts";
import type { Places } from "../../pipeline/ports.ts";
import { mailSetting, type MailSetting } from "../../pipeline/settings/mail-setting.ts";
import { dataTooOld } from "../../reports/digest/data-too-old.ts";
import { digestMail, type Digest } from "../../reports/digest/digest-mail.ts";
import { AS_STAFF, commandCase, type AsStaff } from "../arguments/as-staff.ts";
import { CommandError } from "../arguments/command-error.ts";
import {
  dayArgument,
  ofDistrict,
  parsed,
  print,
  type OfDistrict,
} from "../arguments/command-parts.ts";
import { withLocalPlaces } from "../arguments/local-places.ts";
import { webAddressArgument } from "../arguments/mail-arguments.ts";
import { digestText } from "../text/digest-text.ts";

interface Asked extends OfDistrict, AsStaff {
  readonly week?: Day;
  readonly out?: string;
  readonly send?: true;
  readonly again?: true;
  readonly consoleAddress?: string;
  readonly to?: DigestRole;
}

/** What was written and sent. It names no student. */
export interface DigestReport {
  readonly district: string;
  readonly monday: Day;
  readonly asOf: Day;
  readonly folder: string;
  readonly mails: readonly {
    readonly staff: string;
    readonly file: string;
    readonly hasAddress: boolean;
    /** Null where nothing was to be sent. */
    readonly sent: SentDigest | null;
  }[];
}

/** Adds `ilp digest`, which writes and sends the mail of a week. */
export function addDigestCommand(program: Command): void {
  ofDistrict(
    program,
    "digest",
    "Write the weekly mail of each counselor and principal: counts and links, no student's name.",
  )
    .option(
      "--week <day>",
      "any day of the week, which begins at most 7 days after the day of the data; by default, this week by the district's clock",
      parsed(dayArgument),
    )
    .option("--out <folder>", "where the mails and calendars are written")
    .addOption(new Option("--to <role>", "only staff with this role").choices(DIGEST_ROLES))
    .option(
      "--console-address <address>",
      "where the links lead; by default, as set with ilp district mail",
      parsed(webAddressArgument),
    )
    .option("--send", "also send each mail once, through the mail server in ILP_SMTP_URL")
    .option(...AS_STAFF)
    .option("--again", "with --send: send again where it is unknown whether a mail was sent")
    .addHelpText(
      "after",
      `
ILP_SMTP_URL, such as smtps://user:password@mail.north.example, is read from the environment and kept nowhere.

Exit codes:
  0  every mail was written and, with --send, sent now or before
  1  nothing could be done
  2  some mails were refused, or it is unknown whether they were sent`,
    )
    .action(async (options: Asked) => {
      const report = await withLocalPlaces(options.data, (places) => digest(places, options));
      print(options, report, digestText);
      const failed = report.mails.filter(
        ({ sent }) => sent?.state === "refused" || sent?.state === "unknown",
      ).length;
      if (failed > 0) {
        throw new CommandError(
          `${counted(failed, "mail")} not known to be sent: see the lines above. ilp digest --send tries refused mails again.`,
          2,
        );
      }
    });
}

async function digest(places: Places, options: Asked): Promise<DigestReport> {
  const { district, data } = options;
  const setting = await mailSetting(places.records, district);
  const timezone = timezoneOf(setting);
  const now = new Date();
  const monday = mondayOf(options.week ?? dayIn(timezone, now));
  const server = options.send === true ? await mailServer(setting) : null;
  const of = await commandCase(places, options);
  const refusal = of.latest === null ? null : dataTooOld(of.latest.asOf, monday);
  if (refusal !== null) throw new CommandError(refusal);
  const digests = await staffDigests(
    of,
    monday,
    options.to === undefined ? DIGEST_ROLES : [options.to],
  );
  if (digests === null) throw new CommandError(`district ${district} has no staff edition yet`);
  if (digests.length === 0) {
    throw new CommandError(
      options.as === undefined
        ? "the staff list has no counselor or principal: ingest staff.csv, or use ilp staff add"
        : `there is no digest that ${options.as} may write: counselors and principals write their own, and who may see every student of the district everybody's`,
    );
  }
  const folder = resolve(options.out ?? join(data, "digests", district, monday));
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const links = options.consoleAddress ?? setting.consoleAddress ?? null;
  const written = await Promise.all(
    digests.map(async (own) => {
      const bytes = await bytesOf(own, { setting, links, date: mailDate(timezone, now) });
      const name = `${monday}-${encodeURIComponent(own.staff)}`;
      writeFileSync(join(folder, `${name}.eml`), bytes, { mode: 0o600 });
      if (own.calendar !== null) {
        writeFileSync(join(folder, `${name}.ics`), own.calendar, { mode: 0o600 });
      }
      return { digest: own, bytes, file: `${name}.eml` };
    }),
  );
  const results =
    server === null
      ? []
      : await sendDigests(
          places.records,
          server.mailer,
          { district, monday, isAgain: options.again === true, at: now.toISOString() },
          written.flatMap(({ digest: { staff, email }, bytes }) =>
            email === undefined ? [] : [{ staff, mail: { from: server.from, to: email, bytes } }],
          ),
        );
  return {
    ...{ district, monday, folder, asOf: digests[0]?.asOf ?? monday },
    mails: written.map(({ digest: { staff, email }, file }) => ({
      ...{ staff, file, hasAddress: email !== undefined },
      sent: results.find((result) => result.staff === staff) ?? null,
    })),
  };
}

/** The district's own, else that of its stack, else the machine's. */
const timezoneOf = ({ timezone }: MailSetting): string =>
  timezone ??
  process.env[ENVIRONMENT.timezone] ??
  new Intl.DateTimeFormat().resolvedOptions().timeZone;

/** @throws CommandError, without the password, where mail cannot be sent */
async function mailServer({ from }: MailSetting) {
  const url = process.env["ILP_SMTP_URL"] ?? "";
  if (url === "") {
    throw new CommandError("--send needs the mail server in the environment variable ILP_SMTP_URL");
  }
  if (from === undefined) {
    throw new CommandError(
      "--send needs the address that the mail comes from: ilp district mail --from <address>",
    );
  }
  const { smtpMailer } = await import("../../adapters/mail/smtp-mailer.ts");
  return { from, mailer: smtpMailer(url) };
}

/** In place of an address that is not set: a mail that is only looked at. */
const NOBODY = "ilp@localhost";

async function bytesOf(
  digest: Digest,
  how: { readonly setting: MailSetting; readonly links: string | null; readonly date: string },
): Promise<Uint8Array> {
  const { staff, name, email, monday, calendar } = digest;
  const { composeMail } = await import("../../adapters/mail/compose-mail.ts");
  return composeMail({
    ...digestMail(digest, how.links),
    from: how.setting.from ?? NOBODY,
    to: email === undefined ? null : { name, address: email },
    date: how.date,
    id: `${monday}-${staff.replace(/[^A-Za-z0-9]/g, "-")}`,
    calendar,
  });
}

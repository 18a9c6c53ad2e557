import MailComposer from "nodemailer/lib/mail-composer";
import type { WrittenMail } from "../../pipeline/ports.ts";

/**
 * The bytes of a mail (RFC 5322): its text, the same as HTML, and a calendar to take along. Nothing is
 * fetched for it, whatever its text says.
 */
export function composeMail(mail: WrittenMail): Promise<Uint8Array> {
  const { from, to, subject, date, id, text, html, calendar } = mail;
  const composer = new MailComposer({
    from,
    // Without an address the file is kept for somebody to look at.
    ...(to !== null && { to: { name: to.name, address: to.address } }),
    ...{ subject, text, html, messageId: `<${id}@digest.ilp-observatory>` },
    headers: {
      date,
      // No mail program answers it by itself.
      "auto-submitted": "auto-generated",
      precedence: "bulk",
    },
    // As mail has it on its way (RFC 5322, 2.3).
    newline: "windows",
    disableFileAccess: true,
    disableUrlAccess: true,
    ...(calendar !== null && {
      attachments: [
        {
          filename: "due-days.ics",
          content: calendar,
          contentType: "text/calendar; charset=utf-8; method=PUBLISH",
        },
      ],
    }),
  });
  const message = composer.compile();
  // The same mail has the same bytes, so that a look at the file shows what is sent.
  message.baseBoundary = id;
  return new Promise((resolve, reject) => {
    message.build((error, bytes) => {
      if (error !== null) reject(error);
      else resolve(new Uint8Array(bytes));
    });
  });
}

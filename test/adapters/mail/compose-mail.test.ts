import { describe, expect, it } from "vitest";
import { composeMail } from "../../../functions/adapters/mail/compose-mail.ts";
import type { WrittenMail } from "../../../functions/pipeline/ports.ts";

const MAIL: WrittenMail = {
  from: "ilp@north.example",
  to: { name: "Ana Núñez", address: "nunez@north.example" },
  subject: "Plans this week: 5 reviews",
  date: "Mon, 23 May 2022 07:00:00 -0500",
  id: "2022-05-23-0a1b",
  text: "Hello,\n\n5 reviews.\n",
  html: "<p>Hello,</p>\n<p>5 reviews.</p>\n",
  calendar: "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n",
};
const composed = async (given: Partial<WrittenMail> = {}) =>
  Buffer.from(await composeMail({ ...MAIL, ...given })).toString("utf8");

describe("composeMail", () => {
  it("has the headers that were asked for, the date as the district's clock gives it", async () => {
    const head = (await composed()).split("\r\n\r\n", 1)[0];
    expect(head).toContain("From: ilp@north.example");
    expect(head).toMatch(/^To: =\?UTF-8\?.+\?= <nunez@north\.example>$/m);
    expect(head).toContain("Subject: Plans this week: 5 reviews");
    expect(head).toContain("Date: Mon, 23 May 2022 07:00:00 -0500");
    expect(head).toContain("Message-ID: <2022-05-23-0a1b@digest.ilp-observatory>");
    expect(head).toContain("Auto-Submitted: auto-generated");
  });

  it("has the text, the same as HTML and the calendar", async () => {
    const bytes = await composed();
    expect(bytes).toContain("Content-Type: text/plain; charset=utf-8");
    expect(bytes).toContain("Content-Type: text/html; charset=utf-8");
    expect(bytes).toContain("text/calendar; charset=utf-8; method=PUBLISH");
    expect(bytes).toContain("5 reviews.");
    expect(await composed({ calendar: null })).not.toContain("text/calendar");
  });

  it("ends each line as mail does", async () => {
    expect((await composed()).replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
  });

  it("gives the same bytes for the same mail", async () => {
    expect(await composed()).toBe(await composed());
  });

  it("has nobody in To where no address is known", async () => {
    expect(await composed({ to: null })).not.toMatch(/^To:/m);
  });

  it("keeps a line break in a name or a subject out of the headers", async () => {
    const bytes = await composed({
      subject: "Plans\r\nBcc: c@other.example",
      to: { name: "A\r\nBcc: d@other.example", address: "a@north.example" },
    });
    expect(bytes).not.toMatch(/^Bcc:/m);
  });
});

import { afterEach, describe, expect, it } from "vitest";
import { smtpMailer } from "../../../functions/adapters/mail/smtp-mailer.ts";
import { mailServer, type Behavior, type MailServer } from "../../support/mail-server.ts";

const mail = (to: string) => ({
  ...{ from: "ilp@north.example", to },
  bytes: new TextEncoder().encode("Subject: Monday\r\n\r\n.A line that begins with a dot.\r\n"),
});
const A = "a@north.example";
const B = "b@north.example";

describe("smtpMailer", () => {
  let server: MailServer | null = null;
  afterEach(async () => {
    await server?.close();
    server = null;
  });
  const sent = async (to: string, behavior: Behavior = {}, user = "") => {
    server = await mailServer(() => behavior);
    return smtpMailer(server.url.replace("smtp://", `smtp://${user}`)).send(mail(to));
  };

  it("hands a mail over as it is", async () => {
    expect(await sent(A)).toEqual({ kind: "accepted" });
    expect(server?.mails).toEqual([
      { to: A, text: "Subject: Monday\r\n\r\n.A line that begins with a dot.\r\n" },
    ]);
  });

  it("says that an address was refused, without it", async () => {
    const outcome = await sent(B, { refuses: B });
    expect(outcome).toEqual({
      kind: "refused",
      why: "the mail server refused the address (550)",
    });
    expect(server?.mails).toEqual([]);
  });

  it("takes a mail for not delivered where the connection breaks before the message", async () => {
    expect(await sent(B, { drops: { to: B, when: "before" } })).toMatchObject({
      kind: "refused",
      why: "the mail server could not be used (ECONNECTION)",
    });
  });

  it("does not know of a mail where the connection breaks once the server has it", async () => {
    expect(await sent(B, { drops: { to: B, when: "after" } })).toEqual({
      kind: "unknown",
      why: "the connection broke before the mail server answered",
    });
    expect(server?.mails).toHaveLength(1);
  });

  it("signs in, and tells neither user nor password where that is refused", async () => {
    expect(await sent(A, { password: "s3cret/ä" }, "ilp:s3cret%2F%C3%A4@")).toEqual({
      kind: "accepted",
    });
    await server?.close();
    const refused = await sent(A, { password: "s3cret" }, "ilp:wr0ng@");
    expect(refused).toEqual({
      kind: "refused",
      why: "the mail server refused the user and password (535)",
    });
  });

  it("says that there is no mail server", async () => {
    server = await mailServer();
    const { url } = server;
    await server.close();
    server = null;
    expect(await smtpMailer(url).send(mail(A))).toMatchObject({ kind: "refused" });
  });

  it.each(["", "mail.north.example", "https://user:s3cret@mail.north.example", "smtp://"])(
    "refuses %j, without repeating it",
    (url) => {
      expect(() => smtpMailer(url)).toThrow(/^ILP_SMTP_URL must be smtp:\/\/server:port or /);
    },
  );
});

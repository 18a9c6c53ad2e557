import { Readable } from "node:stream";
import SMTPConnection from "nodemailer/lib/smtp-connection";
import type { Mailer, MailOutcome, OutgoingMail } from "../../pipeline/ports.ts";

/** How long a mail server may take to answer, in milliseconds. */
const PATIENCE = 30_000;

/**
 * A mailer over SMTP, one connection for each mail, so that a mail that one server refuses keeps no
 * other back. Its outcomes name neither an address nor anything that the server has said.
 * @param url such as `smtps://user:password@mail.north.example`; a user and password need `smtps://`, or
 *   a server that changes to TLS, unless it is this machine
 * @throws Error, without the URL, when it is none of a mail server
 */
export function smtpMailer(url: string): Mailer {
  const server = serverOf(url);
  return { send: (mail) => sendOnce(server, mail) };
}

interface MailServer {
  readonly host: string;
  readonly port: number;
  readonly isSecure: boolean;
  /** Null where the server asks for none. */
  readonly credentials: { readonly user: string; readonly pass: string } | null;
}

function serverOf(url: string): MailServer {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  if (parsed === null || !["smtp:", "smtps:"].includes(parsed.protocol) || parsed.hostname === "") {
    // It may hold a password.
    throw new Error("ILP_SMTP_URL must be smtp://server:port or smtps://user:password@server:port");
  }
  const { protocol, hostname, port, username, password } = parsed;
  const isSecure = protocol === "smtps:";
  return {
    host: hostname.replace(/^\[|\]$/g, ""),
    port: port === "" ? (isSecure ? 465 : 587) : Number(port),
    isSecure,
    credentials:
      username === ""
        ? null
        : { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
  };
}

const isThisMachine = (host: string): boolean => ["localhost", "127.0.0.1", "::1"].includes(host);

function sendOnce(server: MailServer, mail: OutgoingMail): Promise<MailOutcome> {
  const { host, port, isSecure: secure, credentials } = server;
  const connection = new SMTPConnection({
    ...{ host, port, secure },
    requireTLS: !secure && !isThisMachine(host),
    ...{ connectionTimeout: PATIENCE, greetingTimeout: PATIENCE, socketTimeout: PATIENCE },
  });
  // The server has said that it is ready for the message: from then on it may have all of it.
  let isHandedOver = false;
  const message = Readable.from(
    (function* () {
      isHandedOver = true;
      yield Buffer.from(mail.bytes);
    })(),
  );
  return new Promise((resolve) => {
    const end = (outcome: MailOutcome): void => {
      resolve(outcome);
      connection.quit();
    };
    const fail = (error: SmtpError): void => {
      end(outcomeOf(error, isHandedOver));
    };
    const send = (): void => {
      connection.send({ from: mail.from, to: [mail.to] }, message, (error) => {
        if (error === null) end({ kind: "accepted" });
        else fail(error);
      });
    };
    connection.on("error", fail);
    connection.connect((error) => {
      if (error !== undefined && error !== null) fail(error);
      else if (credentials === null) send();
      else {
        connection.login({ credentials }, (refused) => {
          if (refused === null) send();
          else fail(refused);
        });
      }
    });
  });
}

interface SmtpError {
  readonly code?: string | undefined;
  readonly responseCode?: number | undefined;
}

/** What an error means for the mail: an answer of the server is a refusal, silence after the message is none. */
function outcomeOf({ code, responseCode }: SmtpError, isHandedOver: boolean): MailOutcome {
  if (responseCode !== undefined) {
    const what = code === "EAUTH" ? "user and password" : code === "EENVELOPE" ? "address" : "mail";
    return {
      kind: "refused",
      why: `the mail server refused the ${what} (${String(responseCode)})`,
    };
  }
  return isHandedOver
    ? { kind: "unknown", why: "the connection broke before the mail server answered" }
    : { kind: "refused", why: `the mail server could not be used (${code ?? "no code"})` };
}

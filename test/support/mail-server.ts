import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";

/** A mail server of a test, and what it took in. */
export interface MailServer {
  readonly url: string;
  /** The bytes of each mail that was taken in, by the address of its recipient. */
  readonly mails: { readonly to: string; readonly text: string }[];
  readonly close: () => Promise<void>;
}

/** How a mail server behaves; without any of it, it takes in everything. */
export interface Behavior {
  /** An address that it refuses. */
  readonly refuses?: string;
  /** An address for whose mail it breaks the connection: before the message, or once it has all of it. */
  readonly drops?: { readonly to: string; readonly when: "before" | "after" };
  readonly password?: string;
}

/** A mail server on this machine, without encryption. @param behavior read anew for each mail */
export async function mailServer(behavior: () => Behavior = () => ({})): Promise<MailServer> {
  const mails: { to: string; text: string }[] = [];
  const server = new SMTPServer({
    disabledCommands: ["STARTTLS"],
    authOptional: behavior().password === undefined,
    allowInsecureAuth: true,
    logger: false,
    onAuth({ password }, _session, done) {
      if (password === behavior().password) done(null, { user: "ilp" });
      else done(new Error("Invalid username or password"));
    },
    onRcptTo({ address }, session, done) {
      const { refuses, drops } = behavior();
      if (drops?.to === address && drops.when === "before") breakOff(session.id);
      else if (refuses === address) {
        done(Object.assign(new Error(`no mailbox ${address}`), { responseCode: 550 }));
      } else done();
    },
    onData(stream, session, done) {
      const parts: Buffer[] = [];
      stream.on("data", (part: Buffer) => parts.push(part));
      stream.on("end", () => {
        const to = session.envelope.rcptTo[0]?.address ?? "";
        mails.push({ to, text: Buffer.concat(parts).toString("utf8") });
        const { drops } = behavior();
        if (drops?.to === to && drops.when === "after") breakOff(session.id);
        else done();
      });
    },
  });
  const breakOff = (id: string): void => {
    for (const connection of server.connections) {
      if (connection.id === id) connection._socket.destroy();
    }
  };
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${String(port)}`,
    mails,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
      }),
  };
}

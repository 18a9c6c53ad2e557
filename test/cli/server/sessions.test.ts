import { describe, expect, it } from "vitest";
import { sessions } from "../../../functions/cli/server/sessions.ts";

const sent = (cookie: string): string => cookie.split(";")[0]!;

describe("sessions", () => {
  let time = 0;
  const now = () => time;

  it("sets a cookie that no script reads, no other site sends and no proxy could share", () => {
    expect(sessions(now, 30).open("K-71")).toMatch(
      /^ilp-console-[0-9a-f]{12}=[\w-]{43}; HttpOnly; SameSite=Strict; Path=\/$/,
    );
  });

  it("keeps each browser's identity its own", () => {
    const open = sessions(now, 30);
    const [first, second] = [sent(open.open("K-71")), sent(open.open(null))];
    expect(open.use(first)?.identity).toBe("K-71");
    expect(open.use(`theme=dark; ${second}`)?.identity).toBeNull();
    open.use(first)!.identity = "K-72";
    expect(open.use(second)?.identity).toBeNull();
  });

  it("knows neither another server's cookie nor a name without the secret", () => {
    const [first, other] = [sessions(now, 30), sessions(now, 30)];
    const cookie = sent(first.open("K-71"));
    const [name] = cookie.split("=");
    expect(other.use(cookie)).toBeUndefined();
    for (const forged of [undefined, "", `${name}=`, `${name}=x`, `x${cookie}`, `${cookie}x`]) {
      expect(first.use(forged), forged).toBeUndefined();
    }
  });

  it.each([
    [29, true],
    [30, false],
    [31, false],
  ])("is open %i minutes after its last use: %s", (minutes, isOpen) => {
    const open = sessions(now, 30);
    const cookie = sent(open.open("K-71"));
    time += 20 * 60_000;
    expect(open.use(cookie)).toBeDefined();
    time += minutes * 60_000;
    expect(open.use(cookie) !== undefined).toBe(isOpen);
    expect(open.use(cookie) !== undefined).toBe(isOpen);
  });

  it("ends one alone", () => {
    const open = sessions(now, 30);
    const [first, second] = [sent(open.open("K-71")), sent(open.open("K-71"))];
    open.end(first);
    expect(open.use(first)).toBeUndefined();
    expect(open.use(second)).toBeDefined();
    open.end(undefined);
    expect(open.use(second)).toBeDefined();
  });

  it("takes its cookie out of a browser", () => {
    const open = sessions(now, 30);
    const [name] = open.open(null).split("=");
    expect(open.noCookie).toBe(`${name}=; Max-Age=0; HttpOnly; SameSite=Strict; Path=/`);
  });
});

import { spawn } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildDashboard } from "../../../dashboard/build.ts";
import { PUBLIC_SITE } from "../../../functions/cli/server/built-sites.ts";
import { addServeCommand } from "../../../functions/cli/server/serve-command.ts";
import { publishedFolder } from "../../support/cast-folder.ts";
import { sendRaw } from "../../support/console-server.ts";
import { runCommand } from "../../support/run-command.ts";
import { ilp, ilpProcess } from "../../support/run-ilp.ts";
import {
  cookieOf,
  LAUNCH,
  servingConsole,
  type ServingConsole,
} from "../../support/serving-console.ts";

/** A server of another program, which holds a port. */
const holding = (port: number): Promise<Server> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => resolve(server));
  });

/** Holds a port whose predecessor nobody holds. */
async function holdingBehindFree(): Promise<Server> {
  for (;;) {
    const held = await holding(0);
    const { port } = held.address() as AddressInfo;
    const before = await holding(port - 1).catch(() => null);
    if (before !== null) {
      await new Promise((resolve) => before.close(resolve));
      return held;
    }
    await new Promise((resolve) => held.close(resolve));
  }
}

describe("ilp serve", { timeout: 60_000 }, () => {
  const data = mkdtempSync(join(tmpdir(), "ilp-serve-"));
  let serving: ServingConsole;
  let cookie: string;
  /** In this process, for what ends before anything is served. */
  const serve = (...args: readonly string[]) =>
    runCommand(addServeCommand, "serve", "--data", data, ...args);

  beforeAll(async () => {
    await publishedFolder(data);
    await buildDashboard();
    serving = await servingConsole(data);
    cookie = await cookieOf(serving);
  }, 120_000);
  afterAll(() => {
    serving.kill();
    rmSync(data, { recursive: true, force: true });
  });

  it("serves the public site and, for the one district of the folder, the console", async () => {
    expect((await fetch(serving.publicSite)).status).toBe(200);
    expect((await fetch(serving.site)).status).toBe(401);
    expect((await fetch(serving.site, { headers: { cookie } })).status).toBe(200);
    const session = await fetch(`${serving.site}/session`, { headers: { cookie } });
    expect(await session.json()).toEqual({ isDemo: false, staff: null, choices: [] });
  });

  it("prints neither student nor cookie, and its token once, and asks nobody in a pipe", () => {
    expect(serving.told()).not.toContain(cookie.split("=")[1]);
    expect(serving.told().split(new URL(serving.opening).pathname)).toHaveLength(2);
    expect(serving.told()).not.toMatch(/C-04|Cedrane|Enter/);
    expect(serving.told()).toMatch(
      /^the dashboard is at \S+ \(Ctrl-C stops it\)\nthe console is at /,
    );
  });

  it("leaves the table free between answers, so that a command may run beside it", async () => {
    await fetch(`${serving.site}/console/me`, { headers: { cookie } });
    // A command of another process, which the table would keep out.
    expect(ilpProcess("worklist", "--district", "cast", "--data", data).status).toBe(0);
  });

  it("opens for the staff member that is named", async () => {
    const hers = await servingConsole(data, "--district", "cast", "--as", "K-71");
    expect(hers.told()).toContain("for staff id K-71");
    const headers = { cookie: await cookieOf(hers) };
    const session = await fetch(`${hers.site}/session`, { headers });
    expect(await session.json()).toMatchObject({ staff: "K-71" });
    // A cookie of one server is none of another.
    expect((await fetch(hers.site, { headers: { cookie } })).status).toBe(401);
    expect((await fetch(serving.site, { headers })).status).toBe(401);
    hers.kill();
  });

  it("takes the port after the one that is given", async () => {
    const free = await holdingBehindFree();
    const port = (free.address() as AddressInfo).port - 1;
    await new Promise((resolve) => free.close(resolve));
    const both = await servingConsole(data, "--port", String(port));
    expect(both.publicSite).toBe(`http://localhost:${port}`);
    expect(both.site).toBe(`http://127.0.0.1:${port + 1}`);
    both.kill();
  });

  it("says in one line which port is taken, and whose it is", async () => {
    const taken = await holdingBehindFree();
    const { port } = taken.address() as AddressInfo;
    const refusal = async (given: number) => (await serve("--port", String(given))).refusal;
    expect(await refusal(port)).toContain(
      `port ${port} is already in use, and the dashboard needs it`,
    );
    expect(await refusal(port - 1)).toContain(
      `port ${port} is already in use, and the console needs it`,
    );
    expect(await refusal(65_535)).toContain("choose a lower port");
    taken.close();
  });

  it("answers --staff with the new name, in one line", async () => {
    for (const old of [["--staff"], ["--staff", "--school", "CAST-MS"], ["--school", "CAST-MS"]]) {
      const { stdout, refusal } = await serve("--district", "cast", ...old);
      expect(stdout).toBe("");
      expect(refusal).toMatch(/^the console is served by ilp serve --district <id> now.*$/);
    }
    const { status, stderr } = await ilp("serve", "--staff", "--district", "cast");
    expect([status, stderr]).toEqual([1, expect.stringMatching(/^ilp: the console is .*\n$/)]);
    expect((await ilp("serve", "--help")).stdout).not.toMatch(/--staff|--school/);
  });

  it.each(["0", "1441", "soon"])(
    "takes no %j minutes until a browser is signed out",
    async (minutes) => {
      const { status, stderr } = await ilp("serve", "--data", data, "--idle-minutes", minutes);
      expect([status, stderr]).toEqual([1, expect.stringContaining("whole number of minutes")]);
    },
  );

  it("ends on Ctrl-C with code 0, browsers open or not", async () => {
    const own = await servingConsole(data);
    await fetch(own.site, { headers: { cookie: await cookieOf(own) } });
    own.child.removeAllListeners("exit");
    own.child.kill("SIGINT");
    expect(await new Promise((resolve) => own.child.once("exit", resolve))).toBe(0);
  });

  describe("where no district is given", () => {
    /** What a command prints that serves until it is stopped. */
    const printed = async (...args: readonly string[]) => {
      const child = spawn(process.execPath, [LAUNCH, "serve", "--port", "0", ...args], {
        stdio: ["ignore", "pipe", "inherit"],
      });
      let told = "";
      child.stdout.on("data", (chunk: Buffer) => (told += chunk.toString()));
      await expect.poll(() => told).toMatch(/console/);
      child.kill("SIGINT");
      await new Promise((resolve) => child.once("exit", resolve));
      return told;
    };

    it("serves the public site alone of an empty folder, and says what to do", async () => {
      const empty = mkdtempSync(join(tmpdir(), "ilp-serve-"));
      expect(await printed("--data", empty)).toMatch(
        /^the dashboard is at \S+ \(Ctrl-C stops it\)\nthe console is not served: nothing is ingested in .*ilp ingest/,
      );
      const { console } = JSON.parse(await printed("--data", empty, "--json")) as {
        console: { address: unknown; because: string };
      };
      expect(console).toEqual({ address: null, because: expect.stringContaining("ilp ingest") });
      rmSync(empty, { recursive: true });
    });

    it("serves the public site alone of several districts, and names them", async () => {
      const several = mkdtempSync(join(tmpdir(), "ilp-serve-"));
      cpSync(data, several, { recursive: true });
      const conformed = join(several, "records", "conformed");
      cpSync(join(conformed, "cast"), join(conformed, "north"), { recursive: true });
      expect(await printed("--data", several)).toContain("--district cast, --district north");
      const { refusal } = await serve("--data", several, "--as", "K-71");
      expect(refusal).toContain("--district cast");
      rmSync(several, { recursive: true });
    });

    it("prints both addresses as one document for machines", async () => {
      const document = JSON.parse(await printed("--data", data, "--json")) as object;
      expect(document).toEqual({
        address: expect.stringMatching(/^http:\/\/localhost:\d+$/),
        console: { address: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/open\/[\w-]{43}$/) },
      });
    });
  });

  describe("the public side", () => {
    /** Every file of a folder, by its path. */
    const filesOf = (folder: string): readonly string[] =>
      readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map(({ parentPath, name }) => join(parentPath, name));

    it("has no file of the console, nor a word of it, among its pages or its data", () => {
      const files = [PUBLIC_SITE, join(data, "public")].flatMap(filesOf);
      expect(files.length).toBeGreaterThan(60);
      const words =
        /\/console[/.]|["'`]console[/.](js|css)|\/session\b|\/open\/|ilp-(console|student|after)|staff[ -]?id|signed? ?(in|out)|Cedrane|C-04/i;
      const faults = files
        .filter((path) => words.test(path) || words.test(readFileSync(path, "latin1")))
        .map((path) => `${path}: ${words.exec(readFileSync(path, "latin1"))?.[0]}`);
      expect(faults).toEqual([]);
    });

    it("answers no path of the console, signed in or not", async () => {
      const port = Number(new URL(serving.publicSite).port);
      const own = readdirSync(join(PUBLIC_SITE, "../console/dist")).filter(
        (name) => !readdirSync(PUBLIC_SITE).includes(name),
      );
      expect(own).toEqual(expect.arrayContaining(["console.js", "console.css"]));
      for (const path of [
        ...own.flatMap((name) => [`/${name}`, `/${name.replace(/\.html$/, "")}`]),
        ...["/console", "/console/", "/console/me", "/console/students?school=CAST-MS"],
        ...[
          "/console/dist/index.html",
          "/session",
          "/session/role",
          "/session/end",
          "/staff/places",
        ],
        new URL(serving.opening).pathname,
        "/data/../records/conformed/cast/latest.json",
        "/data/%2e%2e/records/conformed/cast/latest.json",
        "/data/..%2frecords/conformed/cast/latest.json",
        "/data/..%5crecords/conformed/cast/latest.json",
        "/../console/dist/console.js",
        "/data/.drafts/",
        "/.built",
        "/.content-security-policy",
        "//",
        "/x%00",
        "/%ff",
      ]) {
        const { status, body } = await sendRaw(port, path, { headers: { cookie } });
        expect([path, status, body]).toEqual([path, 404, "Not found\n"]);
      }
      for (const method of ["POST", "PUT", "DELETE", "OPTIONS"]) {
        expect((await sendRaw(port, "/", { method })).status, method).toBe(405);
      }
      expect((await sendRaw(port, `/${"x".repeat(5_000)}`)).status).toBe(414);
      const part = await sendRaw(port, "/", { headers: { range: "bytes=5-3" } });
      expect([part.status, Buffer.byteLength(part.body)]).toEqual([
        200,
        Number(part.headers["content-length"]),
      ]);
    });

    it("is no way to open the console, and no page of it may ask the console", async () => {
      const from = { headers: { "sec-fetch-site": "same-site", cookie } };
      expect((await fetch(`${serving.site}/console/me`, from)).status).toBe(403);
      const policy = (await fetch(serving.publicSite)).headers.get("content-security-policy");
      expect(policy).toContain("connect-src 'self';");
    });
  });
});

import { describe, expect, it } from "vitest";
import type { StaffMember } from "../../../functions/domain/people/staff-member.ts";
import { consoleServer, cookieIn, type ConsoleServer } from "../../support/console-server.ts";

const MEMBERS: readonly StaffMember[] = [
  {
    staff: "K-71",
    name: "Rhea Counselor",
    roles: [{ role: "counselor", schools: ["CAST-MS"], counselors: ["K-71"] }],
  },
  { staff: "K-90", name: "Nobody Yet", roles: [] },
];
const inDemo = () => consoleServer({ isDemo: true, members: () => Promise.resolve(MEMBERS) });

const post = (server: ConsoleServer, path: string, cookie: string, body: unknown = {}) =>
  server.send(path, {
    method: "POST",
    headers: {
      ...{ cookie, origin: `http://127.0.0.1:${server.port}` },
      "content-type": "application/json",
    },
    body: JSON.stringify(body),
  });

describe("an opening address", () => {
  it("opens once, to the browser that opened it, and stays in no address", async () => {
    const { send, openingFor, noted } = await consoleServer();
    const opening = openingFor("K-71");
    const opened = await send(`${opening}?school=CAST-MS`);
    expect(opened.status).toBe(303);
    expect(opened.headers["location"]).toBe("/?school=CAST-MS");
    const again = await send(opening);
    expect(again.status).toBe(401);
    expect(again.headers["set-cookie"]).toBeUndefined();
    expect((await send("/session", { headers: { cookie: cookieIn(opened) } })).status).toBe(200);
    expect(noted).toEqual(["open-session K-71 2022-03-15T08:00:00.000Z"]);
  });

  it("opens for one of two who come at once", async () => {
    const { send, openingFor, noted } = await consoleServer();
    const opening = openingFor("K-71");
    const opened = await Promise.all(Array.from({ length: 8 }, () => send(opening)));
    expect(opened.map(({ status }) => status).sort()).toEqual([303, ...Array(7).fill(401)]);
    expect(noted).toHaveLength(1);
  });

  it.each([
    ["a HEAD", { method: "HEAD" }, 303],
    ["a prefetch", { headers: { "sec-purpose": "prefetch" } }, 503],
    ["a prerender", { headers: { "sec-purpose": "prefetch;prerender" } }, 503],
    ["an older prefetch", { headers: { purpose: "prefetch" } }, 503],
    ["an oldest prefetch", { headers: { "x-moz": "prefetch" } }, 503],
    ["a preview", { headers: { "x-purpose": "preview" } }, 503],
  ])("is not used up by %s", async (_, sent, status) => {
    const { send, openingFor, noted } = await consoleServer();
    const opening = openingFor("K-71");
    const ahead = await send(opening, sent);
    expect([ahead.status, ahead.headers["set-cookie"]]).toEqual([status, undefined]);
    expect(noted).toEqual([]);
    expect((await send(opening)).status).toBe(303);
  });

  it.each([
    [14, 303],
    [15, 401],
    [16, 401],
  ])("is answered %i minutes after it was printed with %i", async (minutes, status) => {
    const { send, openingFor, pass } = await consoleServer();
    const opening = openingFor("K-71");
    pass(minutes);
    expect((await send(opening)).status).toBe(status);
  });

  it("ends the session that the browser had", async () => {
    const { send, openingFor, cookieFor } = await consoleServer();
    const [before, another] = [await cookieFor("K-71"), await cookieFor("K-72")];
    const opened = await send(openingFor(null), { headers: { cookie: before } });
    expect((await send("/session", { headers: { cookie: before } })).status).toBe(401);
    expect((await send("/session", { headers: { cookie: another } })).status).toBe(200);
    expect((await send("/session", { headers: { cookie: cookieIn(opened) } })).status).toBe(200);
  });

  it("opens nothing that could not be noted, and is not used up by that", async () => {
    let isLogThere = false;
    const { send, openingFor, told } = await consoleServer({
      onSession: () =>
        isLogThere ? Promise.resolve() : Promise.reject(new Error("the log cannot be written")),
    });
    const opening = openingFor("K-71");
    const refused = await send(opening);
    expect([refused.status, refused.headers["set-cookie"]]).toEqual([503, undefined]);
    expect(told).toEqual(["the log cannot be written"]);
    isLogThere = true;
    expect((await send(opening)).status).toBe(303);
  });
});

describe("a session", () => {
  it.each([
    [29, 200],
    [30, 401],
    [31, 401],
  ])("is answered %i minutes after its last request with %i", async (minutes, status) => {
    const { send, cookieFor, pass } = await consoleServer();
    const cookie = await cookieFor("K-71");
    pass(20);
    expect((await send("/console/me", { headers: { cookie } })).status).toBe(200);
    pass(minutes);
    for (const path of ["/", "/console/me", "/data/districts.json", "/session"]) {
      expect((await send(path, { headers: { cookie } })).status, path).toBe(status);
    }
  });

  it("ends by signing out, alone, and takes its cookie along", async () => {
    const server = await consoleServer();
    const [hers, his] = [await server.cookieFor("K-71"), await server.cookieFor("K-71")];
    const ended = await post(server, "/session/end", hers);
    expect(ended.status).toBe(200);
    expect(ended.headers["set-cookie"]).toEqual([
      expect.stringMatching(new RegExp(`^${hers.split("=")[0]}=; Max-Age=0; HttpOnly`)),
    ]);
    expect((await server.send("/console/me", { headers: { cookie: hers } })).status).toBe(401);
    expect((await server.send("/console/me", { headers: { cookie: his } })).status).toBe(200);
  });

  it("says who it is, and outside the demo offers nobody else", async () => {
    const { send, cookieFor } = await consoleServer({ members: () => Promise.resolve(MEMBERS) });
    for (const staff of ["K-71", null]) {
      const { body } = await send("/session", { headers: { cookie: await cookieFor(staff) } });
      expect(JSON.parse(body)).toEqual({ isDemo: false, staff, choices: [] });
    }
  });
});

describe("the demo’s switch of roles", () => {
  it("offers its staff list", async () => {
    const { send, cookieFor } = await inDemo();
    const { body } = await send("/session", { headers: { cookie: await cookieFor(null) } });
    expect(JSON.parse(body)).toEqual({
      isDemo: true,
      staff: null,
      choices: [
        { staff: "K-71", name: "Rhea Counselor", roles: ["counselor"] },
        { staff: "K-90", name: "Nobody Yet", roles: [] },
      ],
    });
  });

  it("changes one browser’s identity, notes it, and leaves others alone", async () => {
    const server = await inDemo();
    const [mine, other] = [await server.cookieFor(null), await server.cookieFor(null)];
    const changed = await post(server, "/session/role", mine, { staff: "K-71" });
    expect(JSON.parse(changed.body)).toMatchObject({ isDemo: true, staff: "K-71" });
    expect(server.noted.at(-1)).toBe("change-demo-role K-71 2022-03-15T08:00:00.000Z");
    for (const cookie of [mine, other]) await server.send("/console/me", { headers: { cookie } });
    expect(server.asked.map(({ who }) => who)).toEqual([
      { district: "cast", staff: "K-71", isDemo: true, through: "console" },
      { district: "cast", staff: null, isDemo: true, through: "console" },
    ]);
  });

  it.each([[{ staff: "K-99" }], [{ staff: null }], [{}], [null], ["K-71"], [["K-71"]], [7]])(
    "takes nobody whom the staff list does not have: %j",
    async (body) => {
      const server = await inDemo();
      const cookie = await server.cookieFor(null);
      expect((await post(server, "/session/role", cookie, body)).status).toBe(400);
      expect(server.noted).toHaveLength(1);
      const { body: session } = await server.send("/session", { headers: { cookie } });
      expect(JSON.parse(session)).toMatchObject({ staff: null });
    },
  );

  it("changes nothing that could not be noted", async () => {
    const server = await consoleServer({
      isDemo: true,
      members: () => Promise.resolve(MEMBERS),
      onSession: (event) =>
        event === "open-session" ? Promise.resolve() : Promise.reject(new Error("no log")),
    });
    const cookie = await server.cookieFor(null);
    expect((await post(server, "/session/role", cookie, { staff: "K-71" })).status).toBe(503);
    const { body } = await server.send("/session", { headers: { cookie } });
    expect(JSON.parse(body)).toMatchObject({ staff: null });
  });

  it("is not there outside the demo, to be read or to be used", async () => {
    const server = await consoleServer({ members: () => Promise.resolve(MEMBERS) });
    const cookie = await server.cookieFor(null);
    expect((await post(server, "/session/role", cookie, { staff: "K-71" })).status).toBe(404);
    expect((await server.send("/session/role", { headers: { cookie } })).status).toBe(404);
    expect(server.noted).toHaveLength(1);
  });
});

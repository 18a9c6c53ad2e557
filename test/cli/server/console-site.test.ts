// Longer than most: each attack is tried on each route.
import { request as httpRequest, type IncomingHttpHeaders } from "node:http";
import { connect } from "node:net";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { consoleServer, NAMED, type Available } from "../../support/console-server.ts";

const READ = [
  "/",
  "/students",
  "/students.html",
  "/console.js",
  "/console.css",
  "/_import/style.css",
  "/session",
  "/console/me",
  "/console/students?school=CAST-MS",
  "/console/student",
  "/console/students.csv?school=CAST-MS",
  "/console/students.xlsx?school=CAST-MS",
  "/console/log",
  "/console/no-such",
  "/data/districts.json",
  "/data/cast/latest.json",
  "/data/cast/releases/2022-03-15-1/rates.arrow",
  "/no-such",
];
const WRITTEN = ["/console/exemptions", "/console/staff", "/session/end", "/session/role"];
const JSON_TYPE = { "content-type": "application/json" };

const post = (headers: Available["headers"], body: Available["body"] = "{}"): Available => ({
  method: "POST",
  headers: { ...JSON_TYPE, ...headers },
  body,
});

describe("the console", () => {
  it("says nothing to a browser that is not signed in, whatever it asks for and however", async () => {
    const { send, asked, openingFor, port } = await consoleServer({ isDemo: true });
    const token = openingFor("K-71").slice("/open/".length);
    const origin = `http://127.0.0.1:${port}`;
    for (const path of [...READ, "/open/", "/open/x", `/open/${token.slice(1)}`]) {
      for (const cookie of ["", "ilp-console-000000000000=x", `ilp-console=${token}`]) {
        const { status, body } = await send(path, { headers: { cookie } });
        expect(status, path).toBe(401);
        expect(body, path).not.toMatch(/C-04|Cedrane|Overview|Students/);
        expect(body, path).toContain("Press Enter");
      }
    }
    for (const path of WRITTEN) {
      expect((await send(path, post({ origin }))).status, path).toBe(401);
    }
    expect(asked).toEqual([]);
  });

  it("answers a page with a page, and data with text, where nobody is signed in", async () => {
    const { send } = await consoleServer();
    const page = await send("/", { headers: { accept: "text/html,*/*" } });
    expect(page.headers["content-type"]).toBe("text/html; charset=utf-8");
    expect(page.body).toContain("<h1>This browser is not signed in</h1>");
    expect(page.body).not.toMatch(/<script|style=/);
    const data = await send("/data/districts.json", { headers: { accept: "*/*" } });
    expect(data.headers["content-type"]).toBe("text/plain; charset=utf-8");
  });

  it("answers whoever is signed in, as that person, with what was asked", async () => {
    const { send, asked, cookieFor } = await consoleServer();
    const cookie = await cookieFor("K-71");
    const headers = { cookie, "ilp-student": "C%2304%20%E2%98%83", "ilp-after": "a%0Ab" };
    const answer = await send("/console/students?school=CAST-MS&grade=7", { headers });
    expect(answer.body).toBe(JSON.stringify({ names: NAMED, for: "K-71" }));
    expect(asked).toEqual([
      {
        who: { district: "cast", staff: "K-71", isDemo: false, through: "console" },
        request: {
          method: "GET",
          path: "/console/students",
          query: new URLSearchParams({ school: "CAST-MS", grade: "7" }),
          student: "C#04 ☃",
          search: null,
          after: "a\nb",
          body: null,
          at: "2022-03-15T08:00:00.000Z",
        },
      },
    ]);
    expect((await send("/", { headers: { cookie } })).body).toContain("<title>Overview</title>");
    expect((await send("/students", { headers: { cookie } })).body).toContain("Students");
    const nothing = await send("/nothing", { headers: { cookie } });
    expect([nothing.status, nothing.body]).toEqual([404, "Not found\n"]);
    const page = await send("/nothing", { headers: { cookie, accept: "text/html,*/*" } });
    expect([page.status, page.headers["content-type"]]).toEqual([404, "text/html; charset=utf-8"]);
    expect(page.body).toContain("<title>No such page</title>");
  });

  it("hands a POST's JSON on, and a file under its name", async () => {
    const { send, asked, cookieFor, port } = await consoleServer();
    const cookie = await cookieFor("K-71");
    const origin = `http://127.0.0.1:${port}`;
    const sent = post({ cookie, origin }, '{"student":"C-04","reason":"medical"}');
    expect((await send("/console/exemptions", sent)).status).toBe(200);
    expect(asked[0]!.request).toMatchObject({
      method: "POST",
      body: { student: "C-04", reason: "medical" },
    });
    const csv = await send("/console/students.csv", { headers: { cookie } });
    expect(csv.headers["content-disposition"]).toBe('attachment; filename="students.csv"');
  });

  it("keeps two browsers with two roles apart, however they are asked at once", async () => {
    const { send, cookieFor } = await consoleServer();
    const [hers, his] = [await cookieFor("K-71"), await cookieFor(null)];
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, index) =>
        send("/console/me", { headers: { cookie: index % 2 === 0 ? hers : his } }),
      ),
    );
    answers.forEach(({ body }, index) => {
      expect((JSON.parse(body) as { for: unknown }).for).toBe(index % 2 === 0 ? "K-71" : null);
    });
  });

  it("refuses another host's name on every route, cookie or not, the opening among them", async () => {
    const { send, asked, cookieFor, openingFor, port } = await consoleServer({ isDemo: true });
    const cookie = await cookieFor("K-71");
    const opening = openingFor("K-71");
    const hosts = [`attacker.example:${port}`, "127.0.0.1", `127.0.0.1:${port + 1}`];
    for (const host of [...hosts, `127.0.0.1.nip.io:${port}`, `localhost.:${port}`]) {
      for (const path of [...READ, opening]) {
        expect((await send(path, { headers: { cookie, host } })).status, path + host).toBe(421);
      }
      for (const path of WRITTEN) {
        const sent = post({ cookie, host, origin: `http://${host}` });
        expect((await send(path, sent)).status, path + host).toBe(421);
      }
    }
    expect(asked).toEqual([]);
    const localhost = { cookie, host: `localhost:${port}` };
    expect((await send("/session", { headers: localhost })).status).toBe(200);
    expect((await send(opening)).status).toBe(303);
  });

  it("refuses to be read for another page, another port of this machine among them", async () => {
    const { send, asked, cookieFor, openingFor, port } = await consoleServer({ isDemo: true });
    const cookie = await cookieFor("K-71");
    const opening = openingFor("K-71");
    for (const path of [...READ, opening]) {
      for (const from of ["cross-site", "same-site", "", "same-origin, none"]) {
        const headers = { cookie, "sec-fetch-site": from };
        expect((await send(path, { headers })).status, path + from).toBe(403);
      }
      const origin = `http://127.0.0.1:${port + 1}`;
      expect((await send(path, { headers: { cookie, origin } })).status, path).toBe(403);
    }
    expect(asked).toEqual([]);
    for (const from of ["same-origin", "none"]) {
      const headers = { cookie, "sec-fetch-site": from };
      expect((await send("/session", { headers })).status, from).toBe(200);
    }
    expect((await send(opening)).status).toBe(303);
  });

  it("takes a POST from its own pages alone", async () => {
    const { send, asked, cookieFor, port } = await consoleServer({ isDemo: true });
    const cookie = await cookieFor("K-71");
    const own = `http://127.0.0.1:${port}`;
    const foreign: Available["headers"][] = [
      {},
      { origin: "null" },
      { origin: "https://attacker.example" },
      { origin: `http://127.0.0.1:${port + 1}` },
      { origin: `https://127.0.0.1:${port}` },
      { origin: `http://localhost:${port}` },
      { "sec-fetch-site": "none" },
      { "sec-fetch-site": "same-site", origin: own },
      { "sec-fetch-site": "cross-site", origin: own },
      { "sec-fetch-site": "same-origin", origin: "https://attacker.example" },
      { referer: `${own}/` },
    ];
    for (const path of [...WRITTEN, "/", "/session", "/data/districts.json"]) {
      for (const headers of foreign) {
        const { status } = await send(path, post({ cookie, ...headers }));
        expect(status, path + JSON.stringify(headers)).toBe(403);
      }
    }
    expect(asked).toEqual([]);
    const ours: Available["headers"][] = [{ origin: own }, { "sec-fetch-site": "same-origin" }];
    for (const headers of ours) {
      const { status } = await send("/console/exemptions", post({ cookie, ...headers }));
      expect(status, JSON.stringify(headers)).toBe(200);
    }
  });

  it("takes JSON alone, of 64 KiB at most, and never repeats what was sent", async () => {
    const { send, asked, told, cookieFor, port } = await consoleServer({ isDemo: true });
    const cookie = await cookieFor("K-71");
    const own = { cookie, origin: `http://127.0.0.1:${port}` };
    for (const path of WRITTEN) {
      for (const [type, status] of [
        ["application/x-www-form-urlencoded", 415],
        ["multipart/form-data; boundary=x", 415],
        ["text/plain", 415],
        ["application/jsonp", 415],
        ["", 415],
      ] as const) {
        const sent = post({ ...own, "content-type": type });
        expect((await send(path, sent)).status, path + type).toBe(status);
      }
      const gzip = post({ ...own, "content-encoding": "gzip" });
      expect((await send(path, gzip)).status, path).toBe(415);
      for (const broken of [
        "",
        "{",
        '{"student":"C-04"',
        "Cedrane",
        new Uint8Array([34, 255, 34]),
      ]) {
        const { status, body } = await send(path, post(own, broken));
        expect(status, path + String(broken)).toBe(400);
        expect(body).not.toMatch(/C-04|Cedrane/);
      }
      const large = `"${"x".repeat(64 * 1024 - 1)}"`;
      expect((await send(path, post(own, large))).status, path).toBe(413);
      const chunked = { ...own, "transfer-encoding": "chunked" };
      expect((await send(path, post(chunked, large))).status, path).toBe(413);
    }
    expect(asked).toEqual([]);
    expect(told).toEqual([]);
    const largest = `"${"x".repeat(64 * 1024 - 2)}"`;
    expect((await send("/console/exemptions", post(own, largest))).status).toBe(200);
  });

  it("knows no other method, and writes nowhere but where something is recorded", async () => {
    const { send, asked, cookieFor, port } = await consoleServer({ isDemo: true });
    const cookie = await cookieFor("K-71");
    const origin = `http://127.0.0.1:${port}`;
    for (const path of [...READ, ...WRITTEN, "/open/x"]) {
      for (const method of ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND"]) {
        const answer = await send(path, { method, headers: { cookie, origin } });
        expect(answer.status, method + path).toBe(405);
        expect(answer.headers["access-control-allow-origin"]).toBeUndefined();
      }
    }
    for (const path of ["/", "/console.js", "/session", "/data/districts.json", "/open/x"]) {
      const answer = await send(path, post({ cookie, origin }));
      expect(answer.status, path).toBe(405);
      expect(answer.headers["allow"], path).toBe("GET, HEAD");
    }
    for (const path of ["/session/end", "/session/role"]) {
      const answer = await send(path, { headers: { cookie } });
      expect(answer.status, path).toBe(405);
      expect(answer.headers["allow"], path).toBe("POST");
    }
    expect(asked).toEqual([]);
  });

  it("lets no browser or proxy keep what it answers, and no page load, frame or name it", async () => {
    const { send, cookieFor, openingFor, port } = await consoleServer({ isDemo: true });
    const cookie = await cookieFor("K-71");
    const answers = await Promise.all([
      ...READ.map((path) => send(path, { headers: { cookie } })),
      ...READ.map((path) => send(path)),
      ...WRITTEN.map((path) => send(path, post({ cookie, origin: `http://127.0.0.1:${port}` }))),
      ...WRITTEN.map((path) => send(path, post({ cookie }))),
      send(openingFor("K-71")),
      send("/", { headers: { host: "attacker.example" } }),
      send("/", { method: "PUT" }),
      send("//"),
    ]);
    for (const { headers } of answers) {
      expect(headers).toMatchObject({
        "cache-control": "no-store",
        "content-security-policy": "default-src 'none'",
        "cross-origin-opener-policy": "same-origin",
        "cross-origin-resource-policy": "same-origin",
        "referrer-policy": "same-origin",
        "x-content-type-options": "nosniff",
      });
      expect(headers["etag"]).toBeUndefined();
      expect(headers["last-modified"]).toBeUndefined();
    }
  });

  it("answers a HEAD as a GET without its body, and asks for it once", async () => {
    const { send, asked, cookieFor } = await consoleServer();
    const cookie = await cookieFor("K-71");
    for (const path of READ) {
      const [get, head] = [
        await send(path, { headers: { cookie } }),
        await send(path, { method: "HEAD", headers: { cookie } }),
      ];
      expect(head.status, path).toBe(get.status);
      expect(head.body, path).toBe("");
      expect(head.headers["content-length"], path).toBe(String(Buffer.byteLength(get.body)));
    }
    const answered = READ.filter((path) => /^\/(console|data)\//.test(path));
    expect(asked).toHaveLength(2 * answered.length);
    expect(asked.every(({ request }) => request.method === "GET")).toBe(true);
  });

  it("sends long answers compressed to a browser that takes it, and each whole with its length", async () => {
    const long = NAMED.repeat(200);
    const { cookieFor, port } = await consoleServer({
      answer: (_, { path }) =>
        Promise.resolve({
          ...{ status: 200, body: long, fileName: null },
          type: path.endsWith("parquet") ? "application/vnd.apache.parquet" : "text/csv",
        }),
    });
    const cookie = await cookieFor("K-71");
    const get = (path: string, encoding: string, method = "GET") =>
      new Promise<{ headers: IncomingHttpHeaders; body: Buffer }>((resolve, reject) => {
        const headers = { cookie, "accept-encoding": encoding };
        httpRequest({ host: "127.0.0.1", port, path, method, headers }, (response) => {
          const chunks: Buffer[] = [];
          response.on("data", (chunk: Buffer) => chunks.push(chunk));
          response.on("end", () =>
            resolve({ headers: response.headers, body: Buffer.concat(chunks) }),
          );
        })
          .once("error", reject)
          .end();
      });
    const br = await get("/data/cast/rates.csv", "gzip, br");
    expect(brotliDecompressSync(br.body).toString()).toBe(long);
    expect(br.headers).toMatchObject({
      ...{ "content-encoding": "br", vary: "Accept-Encoding", "cache-control": "no-store" },
      "content-length": String(br.body.length),
    });
    const head = await get("/data/cast/rates.csv", "gzip, br", "HEAD");
    expect([head.headers["content-length"], head.body.length]).toEqual([
      ...[String(br.body.length), 0],
    ]);
    const gzip = await get("/data/cast/rates.csv", "gzip");
    expect(gunzipSync(gzip.body).toString()).toBe(long);
    for (const [path, encoding] of [
      ["/data/cast/rates.csv", "identity"],
      ["/data/cast/rates.parquet", "br"],
    ] as const) {
      const plain = await get(path, encoding);
      expect(plain.headers["content-encoding"]).toBeUndefined();
      expect(plain.body.toString()).toBe(long);
    }
  });

  it.each([
    ["/../../package.json", 400],
    ["/console/../session", 400],
    ["/%2e%2e/%2e%2e/package.json", 400],
    ["/console/%2e%2e%2fstudents", 400],
    ["/data/..%5c..%5crecords", 400],
    ["/data\\records", 400],
    ["//", 400],
    ["//attacker.example/", 400],
    ["/students.html%00.js", 400],
    ["/%ff%fe", 400],
    ["/.built", 400],
    ["/.content-security-policy", 400],
    ["http://attacker.example/", 400],
    ["*", 400],
    [`/${"x".repeat(5_000)}`, 414],
    [`/console/students?school=${"x".repeat(5_000)}`, 414],
    [`/${"x".repeat(300)}`, 404],
    ["/index.html/x", 404],
    ["/_import", 404],
    ["/_import/", 404],
  ])("answers %s with %i, and stays up", async (path, status) => {
    const { send, cookieFor, asked } = await consoleServer();
    const cookie = await cookieFor("K-71");
    expect((await send(path, { headers: { cookie } })).status).toBe(status);
    expect(asked).toEqual([]);
    expect((await send("/session", { headers: { cookie } })).status).toBe(200);
  });

  it.each([
    ["says that more will come", "content-length: 65537", ""],
    ["sends more and goes on", "transfer-encoding: chunked", `ffff1\r\n${"x".repeat(0x12000)}`],
  ])("does not wait for the end of a body that %s", async (_, header, body) => {
    const { cookieFor, port, told } = await consoleServer();
    const head = [
      "POST /console/exemptions HTTP/1.1",
      `host: 127.0.0.1:${port}`,
      `origin: http://127.0.0.1:${port}`,
      `cookie: ${await cookieFor("K-71")}`,
      "content-type: application/json",
      header,
    ];
    const answer = await new Promise<string>((resolve, reject) => {
      let heard = "";
      const socket = connect(port, "127.0.0.1", () => {
        socket.write(`${head.join("\r\n")}\r\n\r\n${body}`);
      });
      socket.on("data", (chunk: Buffer) => (heard += chunk.toString()));
      socket.on("error", reject).on("close", () => resolve(heard));
    });
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
    expect(answer).toMatch(/\r\nconnection: close\r\n/i);
    expect(told).toEqual([]);
  });

  it("stays up whatever comes over the line", async () => {
    const { send, cookieFor, port, told } = await consoleServer();
    const cookie = await cookieFor("K-71");
    for (const line of [
      "\r\n\r\n",
      "GET\r\n\r\n",
      "GET / HTTP/1.1\r\nhost: a\r\nhost: b\r\n\r\n",
      "GET / HTTP/0.9\r\n\r\n",
      `GET /${"x".repeat(20_000)} HTTP/1.1\r\n\r\n`,
      `GET / HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n`,
      `CONNECT 127.0.0.1:22 HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\n\r\n`,
      `POST /session/end HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\ncookie: ${cookie}\r\norigin: http://127.0.0.1:${port}\r\ncontent-type: application/json\r\ncontent-length: 900\r\n\r\n{`,
      "\u0000\u0001\u0002",
    ]) {
      await new Promise<void>((resolve) => {
        const socket = connect(port, "127.0.0.1", () => socket.end(line));
        socket.on("error", () => resolve()).on("close", () => resolve());
        socket.resume();
      });
    }
    expect((await send("/session", { headers: { cookie } })).status).toBe(200);
    expect(told).toEqual([]);
  });

  it.each(["bytes=5-3", "bytes=0-0", "bytes=-1", "bytes=a-b", "bytes=999-1"])(
    "answers whole to a browser that asks for a part: %s",
    async (range) => {
      const { send, cookieFor } = await consoleServer();
      const cookie = await cookieFor("K-71");
      const { status, body } = await send("/", { headers: { cookie, range } });
      expect([status, body]).toEqual([200, "<!doctype html><title>Overview</title>"]);
    },
  );

  it.each(["ilp-student", "ilp-after", "ilp-search"])(
    "refuses a header %s that is not encoded",
    async (name) => {
      const { send, asked, cookieFor } = await consoleServer();
      const cookie = await cookieFor("K-71");
      const { status, body } = await send("/console/student", {
        headers: { cookie, [name]: "C-04%" },
      });
      expect(status).toBe(400);
      expect(body).not.toContain("C-04");
      expect(asked).toEqual([]);
    },
  );

  it("says in words that it cannot answer, and why to the terminal, without what it read", async () => {
    const failures = [
      new Error("another ilp command is using the data folder"),
      new SyntaxError(NAMED),
    ];
    const { send, told, cookieFor } = await consoleServer({
      answer: () => Promise.reject(failures.shift() ?? new Error("no more")),
    });
    const cookie = await cookieFor("K-71");
    for (const path of ["/console/me", "/console/students"]) {
      const { status, body } = await send(path, { headers: { cookie } });
      expect(status).toBe(503);
      expect(body).toContain("the terminal in which ilp runs shows the reason");
    }
    expect(told).toEqual([
      "another ilp command is using the data folder",
      "the stored data are not as expected",
    ]);
  });
});

import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer, request as httpRequest } from "node:http";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { describe, expect, it, onTestFinished } from "vitest";
import { listen } from "../../../functions/cli/server/listen.ts";
import { publicSite } from "../../../functions/cli/server/public-site.ts";
import { scratchFolder } from "../../support/scratch-folder.ts";

const LARGE = "measure,school\r\n".repeat(400);
const FILES: { readonly [path: string]: string } = {
  "rates.csv": LARGE,
  "rates.arrow": `ARROW1\0\0${LARGE}`,
  "old.arrow": LARGE,
  "rates.parquet": LARGE,
  "manifest.json": JSON.stringify({ text: LARGE }),
  "short.json": JSON.stringify({ text: "x".repeat(1000) }),
};

interface Heard {
  readonly status: number;
  readonly headers: { readonly [name: string]: string | string[] | undefined };
  readonly body: Buffer;
}

/** Serves a page and some files of a release. */
async function serving() {
  const [site, releases] = [scratchFolder(), scratchFolder()];
  writeFileSync(join(site, ".content-security-policy"), "default-src 'none'");
  writeFileSync(join(site, "index.html"), LARGE);
  mkdirSync(join(releases, "cast"));
  for (const [name, text] of Object.entries(FILES)) {
    writeFileSync(join(releases, "cast", name), text);
  }
  const server = createServer(publicSite(releases, site));
  const port = await listen(server, 0, "the test");
  onTestFinished(() => void server.close());
  const get = (path: string, headers: { readonly [name: string]: string } = {}, method = "GET") =>
    new Promise<Heard>((resolve, reject) => {
      httpRequest({ host: "127.0.0.1", port, path, method, headers, agent: false }, (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.on("end", () => {
          const { statusCode: status = 0, headers: answered } = response;
          resolve({ status, headers: answered, body: Buffer.concat(chunks) });
        });
      })
        .once("error", reject)
        .end();
    });
  return { get, releases, site };
}

const BROWSER = { "accept-encoding": "gzip, deflate, br" };

describe("the public site", () => {
  it("sends pages and tables as the browser takes them, and says by what they differ", async () => {
    const { get } = await serving();
    for (const path of ["/", "/data/cast/rates.csv"]) {
      const br = await get(path, BROWSER);
      expect(br.headers["content-encoding"], path).toBe("br");
      expect(brotliDecompressSync(br.body).toString(), path).toBe(LARGE);
      const gzip = await get(path, { "accept-encoding": "gzip" });
      expect(gzip.headers["content-encoding"], path).toBe("gzip");
      expect(gunzipSync(gzip.body).toString(), path).toBe(LARGE);
      const plain = await get(path);
      expect(plain.headers["content-encoding"], path).toBeUndefined();
      expect(plain.body.toString(), path).toBe(LARGE);
      for (const { headers, body } of [br, gzip, plain]) {
        expect(headers["vary"], path).toBe("Accept-Encoding");
        expect(headers["content-length"], path).toBe(String(body.length));
      }
      expect(new Set([br, gzip, plain].map(({ headers }) => headers["etag"])).size).toBe(3);
    }
  });

  it.each([
    ["rates.arrow", "application/vnd.apache.arrow.file", "br"],
    ["old.arrow", "application/vnd.apache.arrow.stream", "br"],
    ["manifest.json", "application/json; charset=utf-8", "br"],
    ["short.json", "application/json; charset=utf-8", undefined],
    ["rates.parquet", "application/vnd.apache.parquet", undefined],
  ])("sends %s as %s, compressed by %s", async (name, type, encoding) => {
    const { get } = await serving();
    const { headers, body } = await get(`/data/cast/${name}`, BROWSER);
    expect([headers["content-type"], headers["content-encoding"]]).toEqual([type, encoding]);
    const sent = encoding === undefined ? body : brotliDecompressSync(body);
    expect(sent.toString()).toBe(FILES[name]);
  });

  it("answers a HEAD with the headers of a GET, and no body", async () => {
    const { get } = await serving();
    const asked = await get("/data/cast/rates.csv", BROWSER);
    const { status, headers, body } = await get("/data/cast/rates.csv", BROWSER, "HEAD");
    expect([status, body.length]).toEqual([200, 0]);
    for (const name of ["content-length", "content-encoding", "content-type", "etag", "vary"]) {
      expect(headers[name], name).toBe(asked.headers[name]);
    }
  });

  it("says that nothing has changed to a browser that has the same bytes, until the file is another", async () => {
    const { get, releases } = await serving();
    const { etag } = (await get("/data/cast/rates.csv", BROWSER)).headers;
    const again = await get("/data/cast/rates.csv", {
      ...BROWSER,
      "if-none-match": `"other", W/${String(etag)}`,
    });
    expect([again.status, again.body.length, again.headers["etag"]]).toEqual([304, 0, etag]);
    expect(again.headers["vary"]).toBe("Accept-Encoding");
    const headers = { "if-none-match": String(etag) };
    // Of another encoding the same file is other bytes.
    expect((await get("/data/cast/rates.csv", headers)).status).toBe(200);
    const path = join(releases, "cast", "rates.csv");
    rmSync(path);
    writeFileSync(path, `${LARGE}more`);
    const changed = await get("/data/cast/rates.csv", { ...BROWSER, ...headers });
    expect(changed.status).toBe(200);
    expect(brotliDecompressSync(changed.body).toString()).toBe(`${LARGE}more`);
  });

  it("answers an address of no page with a page to somebody who reads pages, and to nobody else", async () => {
    const { get, site } = await serving();
    const reading = { ...BROWSER, accept: "text/html,application/xhtml+xml,*/*;q=0.8" };
    expect((await get("/no/such/page", reading)).body.toString()).toBe("Not found\n");
    writeFileSync(join(site, "404.html"), "<h1>There is no such page</h1>");
    const page = await get("/no/such/page", reading);
    expect([page.status, page.headers["content-type"], page.body.toString()]).toEqual([
      ...[404, "text/html; charset=utf-8", "<h1>There is no such page</h1>"],
    ]);
    const data = await get("/no/such/page", { accept: "application/json" });
    expect([data.status, data.body.toString()]).toEqual([404, "Not found\n"]);
  });

  it("answers words as words", async () => {
    const { get } = await serving();
    const { status, headers, body } = await get("/data/cast", BROWSER);
    expect([status, body.toString(), headers["content-encoding"]]).toEqual([
      ...[404, "Not found\n", undefined],
    ]);
  });
});

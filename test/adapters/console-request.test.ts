import { describe, expect, it } from "vitest";
import {
  consoleRequest,
  headersOf,
  type HttpRequest,
} from "../../functions/adapters/console-request.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

const http = (more: Partial<HttpRequest>): HttpRequest => ({
  ...{ method: "GET", path: "/console/students", query: "", headers: {} },
  body: new Uint8Array(),
  at: "2022-03-15T08:00:00.000Z",
  ...more,
});

const posted = (body: string | Uint8Array, headers: HttpRequest["headers"] = {}) =>
  consoleRequest(
    http({
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body: typeof body === "string" ? bytes(body) : body,
    }),
  );

describe("consoleRequest", () => {
  it("takes the query apart, and the student and where a page goes on out of headers", () => {
    const headers = {
      "ilp-student": "00%2F41%C3%A97",
      "ilp-after": "%5B%22a%22%5D",
      "ilp-search": "Mu%C3%B1oz",
    };
    expect(consoleRequest(http({ query: "school=A%26B&grade=", headers }))).toEqual({
      ...{ method: "GET", path: "/console/students", at: "2022-03-15T08:00:00.000Z" },
      query: new URLSearchParams([
        ["school", "A&B"],
        ["grade", ""],
      ]),
      ...{ student: "00/41é7", search: "Muñoz", after: '["a"]', body: null },
    });
  });

  it("asks for no student and begins at the first page where no header says otherwise", () => {
    expect(consoleRequest(http({}))).toMatchObject({ student: null, search: null, after: null });
  });

  it.each(["ilp-student", "ilp-after", "ilp-search"])(
    "refuses %s where it cannot be decoded",
    (name) => {
      for (const value of ["%", "%ff", "a%2"]) {
        expect(consoleRequest(http({ headers: { [name]: value } }))).toMatchObject({ status: 400 });
      }
    },
  );

  it.each([
    ["{}", {}],
    ['{"a":[1,"é"]}', { a: [1, "é"] }],
    ["null", null],
    [' "x" ', "x"],
  ])("reads the JSON of a POST: %s", (text, body) => {
    expect(posted(text)).toMatchObject({ method: "POST", body });
  });

  it.each(["application/json", "application/json; charset=utf-8", "Application/JSON ;charset=x"])(
    "takes %s",
    (type) => {
      expect(posted("{}", { "content-type": type })).toMatchObject({ body: {} });
    },
  );

  it.each([undefined, "", "text/plain", "application/jsonp", "text/json", "application/json-seq"])(
    "refuses %s",
    (type) => {
      expect(posted("{}", { "content-type": type })).toMatchObject({ status: 415 });
    },
  );

  it("refuses what is packed, broken or no UTF-8, without its words", () => {
    expect(posted("{}", { "content-encoding": "gzip" })).toMatchObject({ status: 415 });
    for (const broken of ["", "{", "Cedrane", new Uint8Array([0x22, 0xff, 0x22])]) {
      const refused = posted(broken);
      expect(refused).toMatchObject({ status: 400 });
      expect(JSON.stringify(refused)).not.toContain("Cedrane");
    }
  });

  it.each([
    [64 * 1024 - 1, true],
    [64 * 1024, true],
    [64 * 1024 + 1, false],
  ])("takes a body of %i bytes: %s", (length, isTaken) => {
    const body = `"${"x".repeat(length - 2)}"`;
    expect(!("status" in posted(body))).toBe(isTaken);
  });

  it("makes nothing of names that a prototype has", () => {
    const request = posted('{"__proto__":{"isMet":true}}');
    expect("body" in request && (request.body as { isMet?: boolean }).isMet).toBeUndefined();
  });
});

describe("headersOf", () => {
  it("gives a file its name, and a page none", () => {
    const answer = { status: 200, type: "text/csv", body: "", fileName: "worklist.csv" } as const;
    expect(headersOf(answer)).toEqual({
      "content-type": "text/csv",
      "content-disposition": 'attachment; filename="worklist.csv"',
    });
    expect(headersOf({ ...answer, fileName: null })).toEqual({ "content-type": "text/csv" });
  });
});

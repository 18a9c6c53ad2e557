import { S3Client } from "@aws-sdk/client-s3";
import { tableFromIPC } from "apache-arrow";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { type Dynalite, startDynalite } from "../support/dynalite/start-dynalite.ts";
import { s3Store } from "../../functions/adapters/aws/s3-store.ts";
import { ENVIRONMENT, HANDLERS, recordsKeys, TABLE } from "../../functions/layout.ts";
import type { Places } from "../../functions/pipeline/ports.ts";
import {
  CAST,
  CAST_DAY,
  CAST_EXPORTS,
  ingestPath,
  publishDay,
  putKnownSecret,
} from "../support/local-district.ts";
import { startS3Server, type S3Server } from "../support/stores/s3-server.ts";
import { setStaff, staffRow } from "../support/staff-of.ts";

interface Answer {
  readonly statusCode: number;
  readonly headers: { readonly [name: string]: string };
  readonly isBase64Encoded: boolean;
  readonly body: string;
}

const STAFF = [staffRow("P-1", "principal", ["CAST-MS"])];

/** An event of an HTTP API as API Gateway sends it, for the principal of the middle school. */
const event = (method: string, rawPath: string, more: object = {}, claims: object | null = {}) => ({
  version: "2.0",
  routeKey: "$default",
  rawPath,
  rawQueryString: "",
  headers: { host: "console.example.org", "content-type": "application/json" },
  isBase64Encoded: false,
  ...more,
  requestContext: {
    http: { method, path: rawPath, protocol: "HTTP/1.1", sourceIp: "192.0.2.1" },
    stage: "$default",
    timeEpoch: Date.parse("2022-03-15T08:00:00.000Z"),
    ...(claims !== null && {
      authorizer: { jwt: { claims: { "custom:staff": "P-1", sub: "x", ...claims }, scopes: null } },
    }),
  },
});

const textOf = ({ body, isBase64Encoded }: Answer): string =>
  isBase64Encoded ? Buffer.from(body, "base64").toString() : body;

describe("the console’s handler", () => {
  let s3: S3Server;
  let dynamo: Dynalite;
  let places: Places;
  let handler: (event: object) => Promise<Answer>;

  beforeAll(async () => {
    s3 = await startS3Server("records", "public");
    dynamo = await startDynalite();
    const endpoint = await dynamo.client.config.endpoint?.();
    vi.stubEnv("AWS_ENDPOINT_URL_S3", s3.endpoint);
    vi.stubEnv("AWS_ENDPOINT_URL_DYNAMODB", `http://127.0.0.1:${endpoint?.port}`);
    vi.stubEnv("AWS_REGION", "us-east-2");
    vi.stubEnv("AWS_ACCESS_KEY_ID", "local");
    vi.stubEnv("AWS_SECRET_ACCESS_KEY", "local");
    vi.stubEnv(ENVIRONMENT.recordsBucket, "records");
    vi.stubEnv(ENVIRONMENT.publicBucket, "public");
    vi.stubEnv(ENVIRONMENT.table, TABLE.name);
    const client = new S3Client({ forcePathStyle: true });
    places = {
      records: s3Store(client, "records"),
      public: s3Store(client, "public"),
      table: dynamo.table,
    };
    await putKnownSecret(places.records);
    await ingestPath(places, CAST_EXPORTS);
    await publishDay(places, CAST_DAY);
    await setStaff(places, STAFF);
    ({ handler } = (await import("../../functions/handlers/console.ts")) as unknown as {
      handler: typeof handler;
    });
  }, 60_000);
  beforeEach(() => {
    vi.stubEnv(ENVIRONMENT.district, CAST);
  });
  afterAll(async () => {
    vi.unstubAllEnvs();
    await dynamo.close();
    await s3.close();
  });

  it("is deployed by no stack yet", () => {
    expect(HANDLERS).not.toContain("console");
  });

  it("answers the staff member of the claim, in the scope of the role, and keeps nothing", async () => {
    const answer = await handler(event("GET", "/console/me"));
    expect(answer.statusCode).toBe(200);
    expect(answer.headers).toMatchObject({
      "cache-control": "no-store",
      "content-type": "application/json; charset=utf-8",
    });
    expect(JSON.parse(textOf(answer))).toMatchObject({
      staff: "P-1",
      district: { id: "cast" },
      figures: { isWholeDistrict: false, schools: [{ id: "CAST-MS" }] },
    });
  });

  it("hands on the query and the headers that name a student", async () => {
    const query = { rawQueryString: "school=CAST-MS" };
    const list = JSON.parse(textOf(await handler(event("GET", "/console/students", query)))) as {
      students: { key: string; student: string }[];
    };
    const [first] = list.students;
    const headers = { "ilp-student": encodeURIComponent(first!.key) };
    const answer = await handler(event("GET", "/console/student", { headers }));
    expect([answer.statusCode, textOf(answer)]).toEqual([
      200,
      expect.stringContaining(JSON.stringify(first!.student)),
    ]);
    const broken = { headers: { "ilp-student": "%" } };
    expect((await handler(event("GET", "/console/student", broken))).statusCode).toBe(400);
  });

  it("answers Arrow to the byte, in base64, and a HEAD without a body", async () => {
    const latest = JSON.parse(textOf(await handler(event("GET", "/data/cast/latest.json")))) as {
      path: string;
    };
    const path = `/data/cast/${latest.path}rates.arrow`;
    const answer = await handler(event("GET", path));
    expect([answer.statusCode, answer.isBase64Encoded]).toEqual([200, true]);
    expect(tableFromIPC(Buffer.from(answer.body, "base64")).numRows).toBeGreaterThan(10);
    const head = await handler(event("HEAD", path));
    expect([head.statusCode, head.body]).toEqual([200, ""]);
  });

  it("records a POST in the name of the claim, sent as text or in base64", async () => {
    const student = await someStudent();
    const json = (from: string): string =>
      JSON.stringify({
        ...{ student, requirement: "all", reason: "medical", from },
        by: "somebody else",
      });
    for (const [body, isBase64Encoded] of [
      [json("2022-01-10"), false],
      [Buffer.from(json("2022-01-11")).toString("base64"), true],
    ]) {
      // What is recorded is conformed anew, from files that name no staff.
      await setStaff(places, STAFF);
      const sent = { body, isBase64Encoded };
      const answer = await handler(event("POST", "/console/exemptions", sent));
      expect([answer.statusCode, textOf(answer)]).toEqual([200, expect.any(String)]);
    }
    const raw = await places.records.list(`raw/${CAST}/`);
    const stored = await Promise.all(raw.map((key) => places.records.get(key)));
    const recorded = stored.map((bytes) => Buffer.from(bytes ?? []).toString());
    expect(recorded.filter((text) => text.includes("medical") && text.includes("P-1"))).not.toEqual(
      [],
    );
    expect(recorded.filter((text) => text.includes("somebody else"))).toEqual([]);
    await setStaff(places, STAFF);
  }, 60_000);

  it.each([
    ["another form", { body: "a=b", headers: { "content-type": "text/plain" } }, 415],
    ["no JSON", { body: "{" }, 400],
    ["no body", {}, 400],
    ["64 KiB and one", { body: `"${"x".repeat(64 * 1024 - 1)}"` }, 413],
  ])("refuses a POST of %s", async (_, sent, status) => {
    const answer = await handler(event("POST", "/console/exemptions", sent));
    expect(answer.statusCode).toBe(status);
    expect(answer.headers["cache-control"]).toBe("no-store");
  });

  it("knows no other method and no other path", async () => {
    expect((await handler(event("DELETE", "/console/me"))).statusCode).toBe(405);
    expect((await handler(event("GET", "/session"))).statusCode).toBe(404);
  });

  it.each([
    ["no sign-in", null, CAST],
    ["no staff id", { "custom:staff": undefined }, CAST],
    ["an empty staff id", { "custom:staff": "" }, CAST],
    ["a staff id that is a list", { "custom:staff": ["P-1"] }, CAST],
    ["another district’s staff", { "custom:district": "north" }, CAST],
    ["no district anywhere", {}, undefined],
  ])("answers %s with 401 and looks at nothing", async (_, claims, district) => {
    vi.stubEnv(ENVIRONMENT.district, district);
    const before = await places.records.list(recordsKeys.accessLog(CAST));
    const answer = await handler(event("GET", "/console/students", {}, claims));
    expect([answer.statusCode, answer.body]).toEqual([401, "sign in first\n"]);
    expect(await places.records.list(recordsKeys.accessLog(CAST))).toEqual(before);
  });

  it("serves the district of the claim where it has none of its own", async () => {
    vi.stubEnv(ENVIRONMENT.district, undefined);
    const claims = { "custom:district": "cast" };
    const answer = await handler(event("GET", "/console/me", {}, claims));
    expect([answer.statusCode, textOf(answer)]).toEqual([200, expect.stringContaining("P-1")]);
  });

  /** A student of the middle school. */
  async function someStudent(): Promise<string> {
    const query = { rawQueryString: "school=CAST-MS" };
    const answer = await handler(event("GET", "/console/students", query));
    const { students } = JSON.parse(textOf(answer)) as { students: { key: string }[] };
    return students[0]!.key;
  }
});

import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { S3Client } from "@aws-sdk/client-s3";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { embeddedDynamo } from "../../functions/adapters/embedded-dynamo.ts";
import { s3Store } from "../../functions/adapters/s3-store.ts";
import { ENVIRONMENT, HANDLERS, TABLE, type HandlerName } from "../../functions/layout.ts";
import { worklist } from "../../functions/pipeline/worklist.ts";
import { bundleHandlers } from "../../infra/bundle.ts";
import {
  CAST,
  CAST_DAY,
  CAST_EXPORTS,
  everything,
  ingestPath,
  publishDay,
  putKnownSecret,
  placesIn,
} from "../support/local-district.ts";
import { startS3Server } from "../support/s3-server.ts";
import { scratchFolder } from "../support/scratch-folder.ts";

const bucketName = (variable: string): string => variable.toLowerCase().replaceAll("_", "-");

type Handler = (event: unknown) => Promise<never>;

/**
 * The bundles that AWS runs, against a server that speaks S3 and one that speaks DynamoDB, with the
 * events that the state machine sends.
 */
describe("a morning in the handlers", () => {
  it("makes both editions as one machine makes them", async () => {
    const buckets = [ENVIRONMENT.recordsBucket, ENVIRONMENT.publicBucket, ENVIRONMENT.inboxBucket];
    const s3 = await startS3Server(...buckets.map(bucketName));
    const dynamo = await embeddedDynamo(null);
    onTestFinished(async () => {
      vi.unstubAllEnvs();
      await dynamo.close();
      await s3.close();
    });
    const endpoint = await dynamo.client.config.endpoint?.();
    vi.stubEnv("AWS_ENDPOINT_URL_S3", s3.endpoint);
    vi.stubEnv("AWS_ENDPOINT_URL_DYNAMODB", `http://127.0.0.1:${endpoint?.port}`);
    vi.stubEnv("AWS_REGION", "us-east-2");
    vi.stubEnv("AWS_ACCESS_KEY_ID", "local");
    vi.stubEnv("AWS_SECRET_ACCESS_KEY", "local");
    vi.stubEnv("POWERTOOLS_DEV", "false");
    vi.stubEnv("POWERTOOLS_LOG_LEVEL", "SILENT");
    for (const variable of buckets) vi.stubEnv(variable, bucketName(variable));
    vi.stubEnv(ENVIRONMENT.table, TABLE.name);

    const bundles = scratchFolder();
    mkdirSync(bundles, { recursive: true });
    await bundleHandlers({
      entries: join(import.meta.dirname, "../../functions/handlers"),
      bundles,
    });
    const run = Object.fromEntries(
      await Promise.all(
        HANDLERS.map(async (name) => {
          const module = (await import(pathToFileURL(join(bundles, name, "index.mjs")).href)) as {
            handler: Handler;
          };
          return [name, module.handler] as const;
        }),
      ),
    ) as { [name in HandlerName]: Handler };

    const client = new S3Client({ forcePathStyle: true });
    const inbox = s3Store(client, "ilp-inbox-bucket");
    for (const file of readdirSync(CAST_EXPORTS)) {
      await inbox.put(`cast/${file}`, readFileSync(join(CAST_EXPORTS, file)));
    }
    const received: { filesKey: string; files: number } = await run.receive({
      district: CAST,
      run: "run-1",
      inboxPrefix: "cast/",
    });
    expect(received.files).toBe(readdirSync(CAST_EXPORTS).length);
    const records = s3Store(client, "ilp-records-bucket");
    await putKnownSecret(records);
    const items = JSON.parse(Buffer.from((await records.get(received.filesKey))!).toString());
    await run.conform({ BatchInput: { phase: "read", district: CAST }, Items: items });
    const common = { district: CAST, asOf: CAST_DAY, mandate: "effective-practice" };
    const { version, schoolsKey }: { version: string; schoolsKey: string } = await run.conform({
      phase: "assemble",
      run: "run-1",
      ...common,
    });
    const schools = JSON.parse(Buffer.from((await records.get(schoolsKey))!).toString());
    expect(schools).toHaveLength(4);
    const batch = { ...common, version };
    await run.measure({ BatchInput: batch, Items: schools });
    const { release, edition }: { release: string; edition: string } = await run.release(batch);
    const published = await run.publish({ district: CAST, asOf: CAST_DAY, release });
    expect(published).toEqual({ district: CAST, release, isCurrent: true });
    expect(await run.release(batch)).toMatchObject({ edition, release: null, isToPublish: false });
    const places = { records, table: dynamo.table };
    expect((await worklist(places, CAST, "CAST-MS")).length).toBeGreaterThan(3);

    const local = await placesIn(scratchFolder());
    await ingestPath(local, CAST_EXPORTS);
    await publishDay(local, CAST_DAY);
    const open = s3Store(client, "ilp-public-bucket");
    const folder = `cast/releases/${release}/`;
    expect(await everything(open, folder)).toEqual(await everything(local.public, folder));
    const staff = `editions/staff/cast/${edition}/`;
    expect(Object.keys(await everything(records, staff)).length).toBeGreaterThan(20);
    expect(await everything(records, staff)).toEqual(await everything(local.records, staff));
  }, 60_000);
});

import "../../../../functions/adapters/aws/sdk-notice.ts";
import { PutObjectCommand } from "@aws-sdk/client-s3";
import type { MapState } from "./definition.ts";
import type { Execution, Surroundings } from "./execution.ts";
import { evaluate, type Scope } from "./jsonata-template.ts";
import type { MapRun } from "./map-run.ts";
import { s3Of } from "./s3-of-role.ts";
import { StateError } from "./state-error.ts";

const FILES = {
  SUCCEEDED: ["SUCCEEDED"],
  FAILED: ["FAILED", "TIMED_OUT", "ABORTED"],
  PENDING: [null],
} as const;

/**
 * Writes what came of each batch under `<Prefix>/<id of the run>/`: `manifest.json`, and beside it
 * `SUCCEEDED_0.json`, `FAILED_0.json` and `PENDING_0.json` where there are such batches.
 * @returns null where the map has no writer
 */
export async function writeResults(
  { ResultWriter }: MapState,
  mapRun: MapRun,
  execution: Execution,
  { services, clock }: Surroundings,
  scope: Scope,
): Promise<unknown> {
  if (ResultWriter === undefined) return null;
  const { Bucket, Prefix = "" } = (await evaluate(
    ResultWriter.Arguments,
    scope,
    "ResultWriter/Arguments",
  )) as { Bucket: string; Prefix?: string };
  const folder = `${Prefix === "" ? "" : `${Prefix.replace(/\/$/, "")}/`}${mapRun.id}`;
  const client = s3Of(services, execution);
  const put = async (name: string, content: unknown) => {
    const Body = JSON.stringify(content);
    const Key = `${folder}/${name}`;
    await client.send(new PutObjectCommand({ Bucket, Key, Body, ContentType: "application/json" }));
    return { Key, Size: Buffer.byteLength(Body) };
  };
  const ResultFiles: Record<string, object[]> = { SUCCEEDED: [], FAILED: [], PENDING: [] };
  return clock.busy(async () => {
    try {
      for (const [name, statuses] of Object.entries(FILES)) {
        const rows = mapRun.children.flatMap((child, index) =>
          (statuses as readonly unknown[]).includes(child?.status ?? null)
            ? [rowOf(child, mapRun.batches[index]?.input, execution)]
            : [],
        );
        if (rows.length > 0) ResultFiles[name] = [await put(`${name}_0.json`, rows)];
      }
      const { Key } = await put("manifest.json", {
        DestinationBucket: Bucket,
        MapRunArn: mapRun.arn,
        ResultFiles,
      });
      return { MapRunArn: mapRun.arn, ResultWriterDetails: { Bucket, Key } };
    } catch (error) {
      const { name, message } = error as Error;
      throw new StateError("States.ResultWriterFailed", `${Bucket}/${folder}: ${name}: ${message}`);
    }
  });
}

function rowOf(child: Execution | null, input: unknown, parent: Execution): object {
  const Input = JSON.stringify(input);
  if (child === null) return { Input, Status: "PENDING", StateMachineArn: parent.machineArn };
  const { output, error, cause, status } = child;
  return {
    ExecutionArn: child.arn,
    Input,
    InputDetails: { Included: true },
    Name: child.name,
    ...(status === "SUCCEEDED"
      ? { Output: JSON.stringify(output), OutputDetails: { Included: true } }
      : { Error: error, Cause: cause }),
    RedriveCount: child.redriveCount,
    StartDate: child.startDate.toISOString(),
    StateMachineArn: child.machineArn,
    Status: status,
    StopDate: child.stopDate?.toISOString(),
  };
}

import { randomUUID } from "node:crypto";
import type { StatusChange } from "../machines/machine.ts";

/** An event as EventBridge carries it. */
export interface AwsEvent {
  readonly version: "0";
  readonly id: string;
  readonly "detail-type": string;
  readonly source: string;
  readonly account: string;
  readonly time: string;
  readonly region: string;
  readonly resources: readonly string[];
  readonly detail: Readonly<Record<string, unknown>>;
}

/** An object as S3 tells of it. */
export interface CreatedObject {
  readonly bucket: string;
  readonly key: string;
  /** In bytes. */
  readonly size: number;
  /** Without quotation marks. */
  readonly etag: string;
  readonly reason?: "PutObject" | "CompleteMultipartUpload" | "CopyObject" | "POST Object";
}

let sequence = 0;

/** What S3 sends for a new object, documented as "Object Created". */
export function objectCreated(
  { bucket, key, size, etag, reason = "PutObject" }: CreatedObject,
  time: Date,
  { account = "111122223333", region = "us-east-2" } = {},
): AwsEvent {
  sequence += 1;
  return {
    version: "0",
    id: randomUUID(),
    "detail-type": "Object Created",
    source: "aws.s3",
    account,
    time: inSeconds(time),
    region,
    resources: [`arn:aws:s3:::${bucket}`],
    detail: {
      version: "0",
      bucket: { name: bucket },
      object: { key, size, etag, sequencer: sequence.toString(16).toUpperCase().padStart(18, "0") },
      "request-id": randomUUID(),
      requester: account,
      "source-ip-address": "192.0.2.1",
      reason,
    },
  };
}

/** What Step Functions sends when an execution begins or ends. */
export function executionStatusChange({ execution, status, at: time }: StatusChange): AwsEvent {
  const { arn, machineArn, name, startDate, stopDate, input, output, error, cause } = execution;
  const [, , , region = "", account = ""] = arn.split(":");
  const isIncluded = (value: unknown) => (value === undefined ? null : { included: true });
  return {
    version: "0",
    id: randomUUID(),
    "detail-type": "Step Functions Execution Status Change",
    source: "aws.states",
    account,
    time: inSeconds(time),
    region,
    resources: [arn],
    detail: {
      executionArn: arn,
      stateMachineArn: machineArn,
      name,
      status,
      startDate: startDate.getTime(),
      stopDate: stopDate?.getTime() ?? null,
      input: JSON.stringify(input),
      output: output === undefined ? null : JSON.stringify(output),
      inputDetails: isIncluded(input),
      outputDetails: isIncluded(output),
      error: error ?? null,
      cause: cause ?? null,
      redriveCount: execution.redriveCount,
    },
  };
}

/** As AWS writes the time of an event. */
export const inSeconds = (time: Date) => time.toISOString().replace(/\.\d+Z$/, "Z");

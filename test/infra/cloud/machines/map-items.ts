import "../../../../functions/adapters/aws/sdk-notice.ts";
import { GetObjectCommand } from "@aws-sdk/client-s3";
import type { MapState } from "./definition.ts";
import type { Execution, Surroundings } from "./execution.ts";
import { evaluate, type Scope } from "./jsonata-template.ts";
import { LARGEST_STATE } from "./run-execution.ts";
import { s3Of } from "./s3-of-role.ts";
import { StateError } from "./state-error.ts";

/** The input of one execution of a map, and how many items are in it. */
export interface Batch {
  readonly input: unknown;
  readonly count: number;
}

/** The items over which a map goes, read as the role of the machine. */
export async function itemsOf(
  state: MapState,
  execution: Execution,
  { services, clock }: Surroundings,
  scope: Scope,
): Promise<readonly unknown[]> {
  const { ItemReader, Items } = state;
  if (ItemReader === undefined) {
    return listOf(
      Items === undefined ? execution.position.input : await evaluate(Items, scope, "Items"),
    );
  }
  const { Bucket, Key } = (await evaluate(ItemReader.Arguments, scope, "ItemReader/Arguments")) as {
    Bucket: string;
    Key: string;
  };
  const text = await clock.busy(async () => {
    try {
      const client = s3Of(services, execution);
      const { Body } = await client.send(new GetObjectCommand({ Bucket, Key }));
      return (await Body?.transformToString()) ?? "";
    } catch (error) {
      const { name, message } = error as Error;
      throw new StateError("States.ItemReaderFailed", `${Bucket}/${Key}: ${name}: ${message}`);
    }
  });
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    throw new StateError("States.ItemReaderFailed", `${Bucket}/${Key} is no JSON`);
  }
  const { MaxItems } = ItemReader.ReaderConfig;
  const most =
    MaxItems === undefined ? Infinity : Number(await evaluate(MaxItems, scope, "MaxItems"));
  return listOf(read).slice(0, most);
}

function listOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw new StateError("States.ItemReaderFailed", "Attempting to map over non-iterable node.");
}

/** As many items to a batch as the map says, and as fit into the input of an execution. */
export async function batchesOf(
  { ItemBatcher, ItemSelector }: MapState,
  items: readonly unknown[],
  scope: Scope,
): Promise<readonly Batch[]> {
  const selected = await Promise.all(
    items.map((item, index) =>
      ItemSelector === undefined
        ? item
        : evaluate(ItemSelector, withItem(scope, item, index), "ItemSelector"),
    ),
  );
  if (ItemBatcher === undefined) return selected.map((input) => ({ input, count: 1 }));
  const { MaxItemsPerBatch, BatchInput } = ItemBatcher;
  const most = Number(await evaluate(MaxItemsPerBatch, scope, "ItemBatcher/MaxItemsPerBatch"));
  const shared =
    BatchInput === undefined
      ? {}
      : { BatchInput: await evaluate(BatchInput, scope, "ItemBatcher/BatchInput") };
  const sizeOfShared = sizeOf({ ...shared, Items: [] });
  const batches: Batch[] = [];
  let batch: unknown[] = [];
  let size = sizeOfShared;
  const close = () => {
    if (batch.length > 0) batches.push({ input: { ...shared, Items: batch }, count: batch.length });
    batch = [];
    size = sizeOfShared;
  };
  for (const item of selected) {
    const more = sizeOf(item) + 1;
    if (batch.length === most || size + more > LARGEST_STATE) close();
    batch.push(item);
    size += more;
  }
  close();
  return batches;
}

const sizeOf = (value: unknown) => Buffer.byteLength(JSON.stringify(value));

function withItem(scope: Scope, Value: unknown, Index: number): Scope {
  const { context } = scope.states as { context: object };
  const Map = { Item: { Index, Value } };
  return { ...scope, states: { ...scope.states, context: { ...context, Map } } };
}

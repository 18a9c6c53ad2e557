import { TABLE } from "../../../../functions/layout.ts";
import type { DynamoOperation } from "./dynamo-calls.ts";

/** An item of the table that a request writes or deletes. */
export interface ItemWritten {
  /** `partition / sort` */
  readonly key: string;
  /** All of it as the protocol writes it; empty where it is deleted. */
  readonly text: string;
}

type Attributes = Readonly<Record<string, { readonly S?: string }>>;
interface Entry {
  readonly PutRequest?: { readonly Item: Attributes };
  readonly DeleteRequest?: { readonly Key: Attributes };
}

/** The items that a request writes or deletes, in its order; none where it only reads. */
export function itemsWritten({ name, body }: DynamoOperation): readonly ItemWritten[] {
  switch (name) {
    case "PutItem":
      return [written(body["Item"] as Attributes)];
    case "UpdateItem":
      return [{ ...written(body["Key"] as Attributes), text: JSON.stringify(body) }];
    case "DeleteItem":
      return [deleted(body["Key"] as Attributes)];
    case "BatchWriteItem":
      return Object.values(body["RequestItems"] as Record<string, readonly Entry[]>)
        .flat()
        .map(({ PutRequest, DeleteRequest }) =>
          PutRequest === undefined ? deleted(DeleteRequest?.Key) : written(PutRequest.Item),
        );
    default:
      return [];
  }
}

const written = (item: Attributes): ItemWritten => ({
  key: keyOf(item),
  text: JSON.stringify(item),
});
const deleted = (key: Attributes = {}): ItemWritten => ({ key: keyOf(key), text: "" });
const keyOf = (attributes: Attributes): string =>
  [TABLE.partition, TABLE.sort].map((name) => attributes[name]?.S ?? "").join(" / ");

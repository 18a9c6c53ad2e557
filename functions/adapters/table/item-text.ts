import { TABLE } from "../../layout.ts";
import type { Item, ItemKey } from "../../pipeline/ports.ts";

/** An item without its key: what a table of one machine keeps under the key. */
export type Attributes = { readonly [attribute: string]: unknown };

/**
 * The attributes of an item beside its key, as they are kept: without what is undefined.
 *
 * @throws Error where DynamoDB takes no such value: a number that is none or that it would round, or an
 * object of a class
 */
export function attributesOf(item: Item): Attributes {
  // Without a prototype, so that any name is an attribute like another.
  const attributes = Object.create(null) as Record<string, unknown>;
  for (const attribute in item) {
    if (attribute === TABLE.partition || attribute === TABLE.sort) continue;
    const value = item[attribute];
    if (value !== undefined) attributes[attribute] = plain(value, attribute);
  }
  return attributes;
}

/** The item that is kept as a text under a key. */
export const itemOf = ({ partition, sort }: ItemKey, text: string): Item => ({
  partition,
  sort,
  ...(JSON.parse(text) as Attributes),
});

function plain(value: unknown, attribute: string): unknown {
  if (typeof value === "string" || typeof value === "boolean" || value === null) return value;
  if (typeof value === "number" && isExact(value)) return value;
  if (Array.isArray(value)) {
    return value
      .filter((element) => element !== undefined)
      .map((element) => plain(element, attribute));
  }
  if (typeof value === "object" && isPlain(value)) {
    const map = Object.create(null) as Record<string, unknown>;
    for (const [name, part] of Object.entries(value)) {
      if (part !== undefined) map[name] = plain(part, attribute);
    }
    return map;
  }
  throw new Error(
    `attribute ${attribute} cannot be kept: expected text, exact numbers, booleans, null, lists and objects`,
  );
}

/** DynamoDB keeps numbers from 1e-130 in magnitude, and its client takes none that may have been rounded. */
const isExact = (value: number): boolean =>
  Math.abs(value) <= Number.MAX_SAFE_INTEGER && (value === 0 || Math.abs(value) >= 1e-130);

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

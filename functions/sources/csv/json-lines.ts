/** A JSON object as a line of JSON Lines holds it. */
export interface JsonDocument {
  readonly [field: string]: unknown;
}

/** What a stream of JSON Lines turned into; a line that is no JSON object comes as null. */
export interface JsonLinesSink {
  record(document: JsonDocument | null, record: number): void;
}

export interface JsonLines {
  push(text: string): void;
  /** @returns the fault that made the rest of the file unreadable, if any */
  end(): { readonly record: number; readonly reason: "record-too-long" } | null;
  /** Whether the rest of the file is unreadable already: nobody need hand it in. */
  isBroken(): boolean;
}

/** Longer than any plan document: a district's longest have some hundred goals. */
const MAXIMUM_LINE_CHARACTERS = 4_000_000;

/** Text in any chunks to one document per line; blank lines are no records. */
export function jsonLines(sink: JsonLinesSink): JsonLines {
  let waiting: string[] = [];
  let waitingLength = 0;
  let records = 0;
  let fault: { readonly record: number; readonly reason: "record-too-long" } | null = null;
  const take = (line: string) => {
    if (line.trim() !== "") sink.record(documentOf(line), ++records);
  };
  return {
    push(text) {
      if (fault !== null) return;
      const lines = text.split("\n");
      for (const [index, line] of lines.entries()) {
        waiting.push(line);
        waitingLength += line.length;
        if (waitingLength > MAXIMUM_LINE_CHARACTERS) {
          fault = { record: records + 1, reason: "record-too-long" };
          waiting = [];
          return;
        }
        if (index === lines.length - 1) break;
        take(waiting.join(""));
        waiting = [];
        waitingLength = 0;
      }
    },
    end() {
      if (fault === null) take(waiting.join(""));
      return fault;
    },
    isBroken: () => fault !== null,
  };
}

function documentOf(line: string): JsonDocument | null {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === "object" && value !== null && !Array.isArray(value)
      ? (value as JsonDocument)
      : null;
  } catch {
    // What is no JSON is the sender's fault and a reject.
    return null;
  }
}

/**
 * The fields of the first sound document of a text that begins like JSON Lines; null where it begins
 * otherwise. Of a document longer than the text the names that can be seen.
 */
export function fieldsOfDocuments(head: string): readonly string[] | null {
  const text = head.replace(/^\uFEFF/, "").trimStart();
  if (!text.startsWith("{")) return null;
  const lines = text.split("\n");
  for (const line of lines) {
    const document = documentOf(line);
    if (document !== null) return Object.keys(document);
  }
  const names = [...text.matchAll(/"([^"\\\n]{1,100})"\s*:/g)].map(([, name]) => name ?? "");
  return names.length === 0 ? null : [...new Set(names)];
}

/** An item of a nested list, with the identifiers of what contains it, and its position. */
export interface JsonItem {
  readonly fields: JsonDocument;
  /** `goals[2].action_steps[0].`, for the name of a column at fault. */
  readonly place: string;
}

/** `plan_id`, `planId`: an item need not repeat them. */
const IDENTIFIER = /id$/i;

/** The place of a value that should be a list and is not one, `goals[2].action_steps`. */
export interface NoList {
  readonly column: string;
  readonly reason: "not-a-list";
}

/**
 * The items under a path such as `goals.action_steps`; the document itself under none. Without the
 * field, or with `null`, there are none.
 */
export function itemsOf(
  document: JsonDocument,
  path: string | undefined,
): readonly JsonItem[] | NoList {
  let items: readonly JsonItem[] = [{ fields: document, place: "" }];
  for (const name of path?.split(".") ?? []) {
    const inner: JsonItem[] = [];
    for (const { fields, place } of items) {
      const list: unknown = fields[name] ?? [];
      if (!Array.isArray(list)) return { column: place + name, reason: "not-a-list" };
      const inherited = Object.entries(fields).filter(([field]) => IDENTIFIER.test(field));
      for (const [index, item] of list.entries() as Iterable<[number, unknown]>) {
        inner.push({
          fields: { ...Object.fromEntries(inherited), ...(typeof item === "object" ? item : {}) },
          place: `${place}${name}[${index}].`,
        });
      }
    }
    items = inner;
  }
  return items;
}

/** A value of a document as a cell: lists with `;` between their items, objects and lists in lists as nothing. */
export function cellOf(value: unknown): string {
  return Array.isArray(value) ? value.map(plainCell).join(";") : plainCell(value);
}

function plainCell(value: unknown): string {
  if (typeof value === "string") return value;
  if (typeof value === "number") return numberCell(value);
  return typeof value === "boolean" ? String(value) : "";
}

/** A whole number that JSON has rounded reads as one that a spreadsheet has: no identifier, no day. */
function numberCell(value: number): string {
  if (!Number.isFinite(value)) return "9E+999";
  return Number.isInteger(value) && !Number.isSafeInteger(value)
    ? value.toExponential()
    : String(value);
}

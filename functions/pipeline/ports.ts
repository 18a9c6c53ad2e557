/**
 * What the steps need of the world. The folder, S3 and DynamoDB adapters make these real, and one
 * contract test checks that they behave the same.
 */

/** What a list says of one object. */
export interface StoredEntry {
  readonly key: string;
  /** In bytes. */
  readonly size: number;
  /**
   * While it is the same the bytes are the same, as far as a list can tell: another one says that they
   * may have changed. No tag for `putIfTag`, which takes those of `getTagged` alone.
   */
  readonly tag: string;
  readonly modifiedAt: Date;
}

/** An object as it was read, with what says that it is still this one. */
export interface TaggedObject {
  readonly body: Uint8Array;
  /** Equal bytes may have equal tags; other bytes have another. */
  readonly tag: string;
}

/** A place for bytes under keys such as `raw/grand-bend/ab12`: a bucket, or a folder. */
export interface ObjectStore {
  /** The bytes under a key; null when it holds none. */
  get(key: string): Promise<Uint8Array | null>;
  /** The bytes with the tag to change them by; null when the key holds none. */
  getTagged(key: string): Promise<TaggedObject | null>;
  /**
   * The bytes in chunks, so that memory does not grow with the object. Throws an Error that names the key
   * when it holds none, and ChangedObject when a tag of `entries` is given and the object is no longer the
   * one that was listed.
   */
  stream(key: string, tag?: string): AsyncIterable<Uint8Array>;
  /** The bytes in chunks from the one at `from` on, counted from 0: one that the object has. */
  streamFrom(key: string, from: number): AsyncIterable<Uint8Array>;
  /** Whether the key holds an object, and of how many bytes; null when it does not. */
  size(key: string): Promise<number | null>;
  /** Stores the bytes whole or not at all; a reader never sees half of them. Replaces what was there. */
  put(key: string, body: Uint8Array, contentType?: string): Promise<void>;
  /** As `put`, but leaves what is there alone: false when the key already held an object. */
  putIfAbsent(key: string, body: Uint8Array, contentType?: string): Promise<boolean>;
  /**
   * As `put`, but only while the key still holds the object whose tag was read, or none where the tag is
   * null: false, and nothing written, when another writer was first.
   */
  putIfTag(
    key: string,
    body: Uint8Array,
    tag: string | null,
    contentType?: string,
  ): Promise<boolean>;
  /** As `put`, from chunks of unknown total length; nothing is stored when the chunks throw. */
  putStream(key: string, chunks: AsyncIterable<Uint8Array>, contentType?: string): Promise<void>;
  /**
   * As `putStream`, under the key that the bytes decide, such as one made from their hash; false, and
   * nothing stored, where that key holds an object already. Throws ChangedFile when chunks that are read
   * again decide another key.
   * @param open gives the chunks from their beginning: a store that must name an object before it
   *   writes it, as S3, reads them twice
   * @param keyOf asked after the last chunk of each opening
   */
  putNamedLast(
    open: () => AsyncIterable<Uint8Array>,
    keyOf: () => string,
    contentType?: string,
  ): Promise<boolean>;
  /** All keys that begin with the prefix, in code-unit order. */
  list(prefix: string): Promise<string[]>;
  /** As `list`, with what is known of each object without reading it, in the same order. */
  entries(prefix: string): Promise<readonly StoredEntry[]>;
  /** Removes the objects under the keys; a key that holds none is no error. */
  delete(keys: Iterable<string>): Promise<void>;
}

export interface ItemKey {
  readonly partition: string;
  readonly sort: string;
}

/** One item of the table, whole in itself. Values are plain JSON: text, numbers, booleans, null, lists, objects. */
export type Item = ItemKey & { readonly [attribute: string]: unknown };

export interface Page {
  readonly items: readonly Item[];
  /** Hand it to the next query to go on; null at the end. */
  readonly next: string | null;
}

/** A query was asked to go on from where none of its pages ended. */
export class MalformedCursor extends Error {
  constructor() {
    super('cursor is malformed: expected the "next" of an earlier page of the same query');
  }
}

/** The one table: no transactions, since each item is whole in itself. */
export interface Table {
  get(key: ItemKey): Promise<Item | null>;
  put(item: Item): Promise<void>;
  /** False, and nothing written, when an item with the key is already there. */
  putIfAbsent(item: Item): Promise<boolean>;
  /**
   * Puts the item only while the stored one still is as `before` says, or while there is none where that
   * is null: false, and nothing written, otherwise. What `before` does not name is not compared, save
   * that the stored item may hold none of the attributes that `item` adds to it. Of several swaps from
   * one state one is made. Throws an Error when the two have different keys.
   */
  swap(item: Item, before: Item | null): Promise<boolean>;
  /** Writes all items in batches, retrying what the service hands back; resolves to their number. Two items with one key: the later wins. */
  putAll(items: Iterable<Item> | AsyncIterable<Item>): Promise<number>;
  deleteAll(keys: Iterable<ItemKey>): Promise<number>;
  /** Items of one partition in order of their sort key, one page of at most `limit`. */
  query(query: {
    readonly partition: string;
    readonly sortBeginsWith?: string;
    readonly limit?: number;
    readonly after?: string | null;
  }): Promise<Page>;
}

/** One file as handed in: from a folder, out of a zip, or from the inbox bucket. */
export interface IncomingFile {
  /** Its name without folders, as the sender wrote it. */
  readonly name: string;
  /** The folder or zip it came in: files of one package belong together. */
  readonly package: string;
  /** The bytes, read anew at each call. Throws ChangedFile where it can be seen that they change meanwhile. */
  open(): AsyncIterable<Uint8Array>;
  /**
   * What is known of the file without reading it; null where that cannot show that it is unchanged, or
   * where it changed so short a time ago that its next change could look the same. Not every place
   * that files lie in can tell.
   */
  readonly standing?: () => FileStanding | null;
  /** When its bytes were last written or put in their place; null where that cannot be seen. */
  readonly changedAt?: () => Date | null;
}

/** While a file of the same place has the same state its bytes are the same. */
export interface FileStanding {
  /** Where the file lies, such as its whole path. */
  readonly place: string;
  readonly state: string;
}

/** Somebody is still writing a file: what was read of it is not what would be stored. */
export class ChangedFile extends Error {
  constructor() {
    super("it changed while it was read: hand it in again once it is whole");
    this.name = "ChangedFile";
  }
}

/** An object was written over since it was listed: a look at a new list may well find it whole. */
export class ChangedObject extends Error {
  constructor() {
    super("an object was written over since it was listed: list it again");
    this.name = "ChangedObject";
  }
}

/** A file that was handed in could not be read because the place that it lies in could not. */
export class StoreFault extends Error {
  constructor(cause: unknown) {
    // Neither the key, which holds a file's name, nor the message of a service, which may quote it: both
    // would stand in the log and in the history of the run.
    const why = cause instanceof Error ? `: ${cause.name}` : "";
    super(`an object that was handed in could not be read${why}`, { cause });
    this.name = "StoreFault";
  }
}

/** Says how far a long step is; quiet in a pipe. */
export interface Progress {
  step(name: string, total: number | null): void;
  advance(by: number): void;
  done(): void;
}

/** The progress of work that nobody watches. */
export const quietProgress: Progress = {
  step: () => undefined,
  advance: () => undefined,
  done: () => undefined,
};

/** A mail as a step writes it. It names no student. */
export interface WrittenMail {
  readonly from: string;
  /** Null where no address is known: it can be kept as a file and not be sent. */
  readonly to: { readonly name: string; readonly address: string } | null;
  readonly subject: string;
  /** As a mail's header has it, in the time zone of the district. */
  readonly date: string;
  /** The same for the same mail, in letters, digits and hyphens. */
  readonly id: string;
  readonly text: string;
  readonly html: string;
  /** The text of an iCalendar file; null without one. */
  readonly calendar: string | null;
}

/** A mail on its way: its bytes, and the two bare addresses. */
export interface OutgoingMail {
  readonly from: string;
  readonly to: string;
  readonly bytes: Uint8Array;
}

/** What became of a mail; why in words that hold no address and no password. */
export type MailOutcome =
  | { readonly kind: "accepted" }
  /** It was not delivered, and may be tried again. */
  | { readonly kind: "refused"; readonly why: string }
  /** The connection broke while the server had the mail: it may have been delivered. */
  | { readonly kind: "unknown"; readonly why: string };

/** Hands mails to a mail server. It resolves whatever becomes of one. */
export interface Mailer {
  send(mail: OutgoingMail): Promise<MailOutcome>;
}

/** Where the steps keep things. */
export interface Places {
  readonly records: ObjectStore;
  readonly public: ObjectStore;
  readonly table: Table;
}

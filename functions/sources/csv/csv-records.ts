import Papa from "papaparse";

/** What a stream of delimited text turned into. `unclosed-quote` and `record-too-long` end the file. */
export interface CsvSink {
  header(cells: readonly string[]): void;
  /**
   * @param record counted from 1; the header and blank lines are not counted
   * @param hasStrayQuote a quotation mark inside a quoted value is not doubled, so that where the
   *   value and the record end is a guess
   */
  record(cells: readonly string[], record: number, hasStrayQuote: boolean): void;
}

export interface CsvOptions {
  /** Found in the first line without it. */
  readonly delimiter: string | null;
  /** Lines with something in them that stand before the header. */
  readonly recordsBeforeHeader?: number;
  /** Whether the first of the rest is a header (the default) or already a record. */
  readonly hasHeaderRow?: boolean;
}

export interface CsvRecords {
  push(text: string): void;
  /** @returns the fault that made the rest of the file unreadable, if any */
  end(): CsvFault | null;
  /** Whether the rest of the file is unreadable already: nobody need hand it in. */
  isBroken(): boolean;
  /** The delimiter once it is known. */
  delimiter(): string | null;
  /** The delimiter, where all that was pushed is whole records; null within a record and before the header. */
  delimiterBetweenRecords(): string | null;
  /** Counts records that were read without this reader, between two of its own. */
  countOthers(records: number): void;
}

export interface CsvFault {
  readonly record: number;
  readonly reason: "unclosed-quote" | "record-too-long";
}

/** Longer than any record that a person keeps; beyond it a quote was left open or line ends are missing. */
const MAXIMUM_RECORD_CHARACTERS = 1_000_000;

/** Excel's own first line, `sep=;`. */
const SEPARATOR_LINE = /^sep=(.)\n/i;

const BLANK_LINES = /^(?:[ \t]*\n)+/;

/**
 * The one wrapper round papaparse: text in any chunks, every cell text, blank lines dropped, the
 * delimiter as given or found in the header line. Line ends must already be line feeds, since
 * papaparse glues the rows of a file that mixes them.
 */
export function csvRecords(sink: CsvSink, options: CsvOptions): CsvRecords {
  const { delimiter: givenDelimiter, hasHeaderRow = true } = options;
  let before = options.recordsBeforeHeader ?? 0;
  let text = "";
  let parser: ReturnType<typeof createParser> | null = null;
  let delimiter = givenDelimiter;
  let hasHeader = !hasHeaderRow;
  let records = 0;
  let fault: CsvFault | null = null;

  const accept = (sent: readonly string[], hasStrayQuote: boolean) => {
    const cells = withoutTextMarks(sent);
    if (cells.every((cell) => cell.trim() === "")) return;
    if (before > 0) before--;
    else if (hasHeader) sink.record(cells, ++records, hasStrayQuote);
    else {
      hasHeader = true;
      sink.header(cells);
    }
  };
  const parse = (isLast: boolean) => {
    if (parser === null) {
      text = text.replace(BLANK_LINES, "");
      if (!isLast && !text.includes("\n") && text.length < MAXIMUM_RECORD_CHARACTERS) return;
      const separator = SEPARATOR_LINE.exec(text);
      if (separator !== null) text = text.slice(separator[0].length);
      const line = text.slice(0, text.indexOf("\n") + 1 || undefined);
      delimiter = separator?.[1] ?? givenDelimiter ?? likeliestDelimiter(line);
      parser = createParser(delimiter);
    }
    const result = parser(text, !isLast);
    const isUnclosed = result.errors.some((error) => error.code === "MissingQuotes");
    const stray = new Set(result.errors.map((error) => error.row));
    // An open quotation mark swallows the rest of the file into one last row.
    const rows = isUnclosed ? result.data.slice(0, -1) : result.data;
    rows.forEach((row, index) => accept(row, stray.has(index)));
    text = isLast ? "" : text.slice(result.meta.cursor);
    if (isUnclosed) {
      fault = { record: records + 1, reason: "unclosed-quote" };
    } else if (text.length > MAXIMUM_RECORD_CHARACTERS) {
      const reason = text.includes('"') ? "unclosed-quote" : "record-too-long";
      fault = { record: records + 1, reason };
      text = "";
    }
  };
  return {
    push(chunk) {
      if (fault !== null) return;
      text += chunk;
      parse(false);
    },
    end() {
      if (fault === null && text !== "") parse(true);
      return fault;
    },
    isBroken: () => fault !== null,
    delimiter: () => delimiter,
    delimiterBetweenRecords: () => (hasHeader && text === "" && fault === null ? delimiter : null),
    countOthers(others) {
      records += others;
    },
  };
}

/** One call parses what is there; with `ignoreLastRow` a record that may go on in the next chunk is left for it. */
function createParser(delimiter: string) {
  return (input: string, ignoreLastRow: boolean): Papa.ParseResult<string[]> =>
    // papaparse publishes its inner parser, which is the one that works on chunks without callbacks.
    new Papa.Parser({ delimiter, newline: "\n" }).parse(
      input,
      0,
      ignoreLastRow,
    ) as Papa.ParseResult<string[]>;
}

/** `="00123"`: so reports keep a spreadsheet from taking an identifier for a number. */
const TEXT_MARK = /^="([^"]*)"$/;

const withoutTextMarks = (cells: readonly string[]): readonly string[] =>
  cells.some((cell) => cell.startsWith('="'))
    ? cells.map((cell) => TEXT_MARK.exec(cell.trim())?.[1] ?? cell)
    : cells;

/** The delimiter that cuts the header line into most cells; papaparse never detects a caret. */
function likeliestDelimiter(line: string): string {
  let best = ",";
  let most = 0;
  for (const delimiter of [",", "\t", "|", ";", "^"]) {
    const count = line.split(delimiter).length;
    if (count > most) {
      most = count;
      best = delimiter;
    }
  }
  return best;
}

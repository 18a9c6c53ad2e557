import Papa from "papaparse";

/** What a stream of delimited text turned into. `unclosed-quote` and `record-too-long` end the file. */
export interface CsvSink {
  header(cells: readonly string[]): void;
  /**
   * @param record counted from 1; the header and blank lines are not counted
   * @param hasStrayQuote a quotation mark inside a quoted value is not doubled, so that where the
   *   value and the record end is a guess
   * @param mayHoldNul false where it is sure that no cell has a NUL, a character that no text has
   */
  record(
    cells: readonly string[],
    record: number,
    hasStrayQuote: boolean,
    mayHoldNul: boolean,
  ): void;
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

/** A file on its way from text to records. */
interface OpenCsv {
  readonly sink: CsvSink;
  /** As given; found in the first line without it. */
  readonly givenDelimiter: string | null;
  /** Null until the first line is there. */
  parser: ReturnType<typeof createParser> | null;
  delimiter: string | null;
  /** Text that is not parsed yet: it may be a part of a record. */
  text: string;
  /** Lines with something in them that are still to come before the header. */
  linesBeforeHeader: number;
  hasHeader: boolean;
  records: number;
  fault: CsvFault | null;
}

/**
 * The one wrapper around papaparse: text in any chunks, every cell text, blank lines dropped, the
 * delimiter as given or found in the header line. Line ends must already be line feeds, since
 * papaparse joins the rows of a file that mixes them.
 */
export function csvRecords(sink: CsvSink, options: CsvOptions): CsvRecords {
  const { delimiter, recordsBeforeHeader = 0, hasHeaderRow = true } = options;
  const csv: OpenCsv = {
    sink,
    givenDelimiter: delimiter,
    parser: null,
    delimiter,
    text: "",
    linesBeforeHeader: recordsBeforeHeader,
    hasHeader: !hasHeaderRow,
    records: 0,
    fault: null,
  };
  return {
    push(chunk) {
      if (csv.fault !== null) return;
      csv.text += chunk;
      parseText(csv, false);
    },
    end() {
      if (csv.fault === null && csv.text !== "") parseText(csv, true);
      return csv.fault;
    },
    isBroken: () => csv.fault !== null,
    delimiter: () => csv.delimiter,
    delimiterBetweenRecords: () =>
      csv.hasHeader && csv.text === "" && csv.fault === null ? csv.delimiter : null,
    countOthers(records) {
      csv.records += records;
    },
  };
}

const NUL = "\u0000";

/** What is looked for in a piece of text at once, and then only if it is there in each record of the piece. */
interface OddCharacters {
  readonly mayHoldNul: boolean;
  readonly mayHoldTextMarks: boolean;
}

/** Hands on the records that are whole, and keeps the rest of the text. */
function parseText(csv: OpenCsv, isLast: boolean): void {
  csv.parser ??= parserFor(csv, isLast);
  if (csv.parser === null) return;
  const { data, errors, meta } = csv.parser(csv.text, !isLast);
  const isUnclosed = errors.some(({ code }) => code === "MissingQuotes");
  const strayRows = new Set(errors.map(({ row }) => row));
  const odd = { mayHoldNul: csv.text.includes(NUL), mayHoldTextMarks: csv.text.includes("=") };
  // An open quotation mark swallows the rest of the file into one last row.
  const rows = isUnclosed ? data.slice(0, -1) : data;
  for (const [index, row] of rows.entries()) takeCells(csv, row, strayRows.has(index), odd);
  csv.text = isLast ? "" : csv.text.slice(meta.cursor);
  if (isUnclosed) {
    csv.fault = { record: csv.records + 1, reason: "unclosed-quote" };
  } else if (csv.text.length > MAXIMUM_RECORD_CHARACTERS) {
    const reason = csv.text.includes('"') ? "unclosed-quote" : "record-too-long";
    csv.fault = { record: csv.records + 1, reason };
    csv.text = "";
  }
}

/** The parser, once the first line is there and shows the delimiter; null before. */
function parserFor(csv: OpenCsv, isLast: boolean): OpenCsv["parser"] {
  csv.text = csv.text.replace(BLANK_LINES, "");
  if (!isLast && !csv.text.includes("\n") && csv.text.length < MAXIMUM_RECORD_CHARACTERS) {
    return null;
  }
  const separator = SEPARATOR_LINE.exec(csv.text);
  if (separator !== null) csv.text = csv.text.slice(separator[0].length);
  const line = csv.text.slice(0, csv.text.indexOf("\n") + 1 || undefined);
  csv.delimiter = separator?.[1] ?? csv.givenDelimiter ?? likeliestDelimiter(line);
  return createParser(csv.delimiter);
}

function takeCells(
  csv: OpenCsv,
  sent: readonly string[],
  hasStrayQuote: boolean,
  { mayHoldNul, mayHoldTextMarks }: OddCharacters,
): void {
  const cells = mayHoldTextMarks ? withoutTextMarks(sent) : sent;
  if (isBlank(cells)) return;
  if (csv.linesBeforeHeader > 0) csv.linesBeforeHeader--;
  else if (csv.hasHeader) csv.sink.record(cells, ++csv.records, hasStrayQuote, mayHoldNul);
  else {
    csv.hasHeader = true;
    csv.sink.header(cells);
  }
}

const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === "");

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

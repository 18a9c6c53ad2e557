import type { ByteFacts } from "../csv/byte-facts.ts";
import type { FileHead } from "../inspect/inspect-head.ts";
import type { FileKind } from "../profiles/profiles.ts";
import { columnLook, type ColumnShape } from "./column-shape.ts";
import { shownColumns, type ShownColumns } from "./words/shown-columns.ts";
import { ownWords, tokensOfHeader } from "./words/split-header.ts";

/** A file that was read to its end, with a sample of its records: they hold students' data and are never shown. */
export interface SurveyedFile {
  readonly file: string;
  readonly facts: ByteFacts;
  readonly head: FileHead;
  readonly records: number;
  readonly columns: readonly SurveyedColumn[];
  readonly rows: readonly (readonly string[])[];
  readonly shown: ShownColumns;
}

export interface SurveyedColumn {
  readonly name: string;
  readonly place: number;
  readonly tokens: ReadonlySet<string>;
  readonly shape: ColumnShape;
  /** Whether its name may be shown: no other column is ever mapped. */
  readonly isShown: boolean;
}

export interface Survey {
  push(cells: readonly string[]): void;
  end(): SurveyedFile;
}

/** The rest of a wider file is not looked at: nobody checks so many guesses. */
const MOST_COLUMNS = 500;
/** A sample has this many cells, but at least a certain number of records of a wide file. */
const CELLS = 60_000;
const FEWEST_ROWS = 2_000;
const MOST_ROWS = 15_000;
/** After the first so many, one record in so many is looked at more closely. */
const EVERY = 16;
const DAY_TOKENS = [
  "date",
  "begin",
  "end",
  "birth",
  "due",
  "planned",
  "held",
  "done",
  "set",
  "updated",
];

/** Looks at every record of a file; memory does not grow with it. */
export function survey(
  file: string,
  facts: ByteFacts,
  head: FileHead,
  kinds: readonly FileKind[],
): Survey {
  const header = head.isHeaderKnown ? head.header : [];
  const looked = header.slice(0, MOST_COLUMNS);
  const looks = looked.map(columnLook);
  const rows: (readonly string[])[] = [];
  const first = Math.min(MOST_ROWS, Math.max(FEWEST_ROWS, CELLS / Math.max(1, looked.length)));
  let records = 0;
  return {
    push(cells) {
      records++;
      for (const [place, look] of looks.entries()) look.push(cells[place] ?? "");
      const isKept = rows.length < first || (records % EVERY === 0 && rows.length < 2 * first);
      if (isKept) rows.push(cells.slice(0, MOST_COLUMNS));
    },
    end() {
      const shown = shownColumns(header, kinds, rows);
      const own = ownWords(file, looked);
      const columns = looked.map((name, place): SurveyedColumn => {
        const tokens = tokensOfHeader(name, own);
        const speaksOfDays = DAY_TOKENS.some((token) => tokens.has(token));
        return {
          name,
          place,
          tokens,
          isShown: shown.isShown[place] === true && name !== "",
          shape: (looks[place] ?? columnLook()).shape(name, speaksOfDays, rows, place),
        };
      });
      return { file, facts, head, records, columns, rows, shown };
    },
  };
}

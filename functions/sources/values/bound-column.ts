import { dayReader, formatsBesides, type DayOrder, type ReadDay } from "./day-formats.ts";
import { nameKey, placesOf } from "../csv/header.ts";
import { DEFAULT_DAY_FORMATS, type CellRules, type ColumnMap } from "../profiles/profile.ts";

/** A profile's column in one file: its position, and how its values are read. */
export interface BoundColumn {
  readonly places: readonly number[];
  readonly joined: readonly (readonly number[])[];
  /** Where the one cell stands that is the text of the field, whatever it is; null where more is asked. */
  readonly plainPlace: number | null;
  readonly name: string;
  readonly map: ColumnMap;
  readonly values: ReadonlyMap<string, string> | null;
  /** What an empty cell of the column that was found means; null where it means nothing. */
  readonly blank: string | null;
  readonly extract: RegExp | null;
  readonly isLastDayIn: boolean;
  readonly readDay: (text: string) => ReadDay;
}

const BIRTH = "birthOn";

export function boundColumn(
  map: ColumnMap,
  header: readonly string[],
  rules: CellRules,
  order: DayOrder | null,
): BoundColumn {
  const aliases = map.from ?? map.join ?? [];
  const places = placesOf(map.from ?? [], header);
  const stated = map.dayFormats ?? rules.dayFormats ?? DEFAULT_DAY_FORMATS;
  const pivot = map.to === BIRTH ? "birth" : "event";
  let reader: ((text: string) => ReadDay) | null = null;
  return {
    places,
    plainPlace: places.length === 1 && isWhole(map) ? (places[0] ?? null) : null,
    joined: (map.join ?? []).map((column) => placesOf([column], header)),
    name:
      aliases.find((alias) => nameKey(alias) === nameKey(header[places[0] ?? -1] ?? "")) ??
      aliases[0] ??
      map.to,
    map,
    values:
      map.values === undefined
        ? null
        : new Map(Object.entries(map.values).map(([local, ours]) => [local.toLowerCase(), ours])),
    blank: blankOf(map, header[places[0] ?? -1]),
    extract: map.extract === undefined ? null : new RegExp(map.extract),
    isLastDayIn: (map.endDays ?? rules.endDays) === "last-day-in",
    // Most columns hold no day.
    readDay: (text) => (reader ??= dayReader(stated, pivot, order, formatsBesides(stated)))(text),
  };
}

/** Whether the text of a field is all that its cell holds. */
const isWhole = ({ join = [], extract }: ColumnMap): boolean =>
  join.length === 0 && extract === undefined;

function blankOf({ blank = {} }: ColumnMap, column: string | undefined): string | null {
  if (column === undefined) return null;
  const means = Object.entries(blank).find(([name]) => nameKey(name) === nameKey(column));
  return means?.[1] ?? null;
}

/** What it means that the cells are empty; null where it means nothing, or where one is cut off or a fault of a spreadsheet. */
export const meaningOfBlank = (
  { blank, places }: BoundColumn,
  cells: readonly string[],
): string | null =>
  blank !== null &&
  places.every((place) => EMPTY.has(cells[place]?.trim().toLowerCase() ?? CUT_OFF))
    ? blank
    : null;

/** An empty cell, and how databases write one. */
const EMPTY: ReadonlySet<string> = new Set(["", "null", "\\n"]);
/** No empty cell. */
const CUT_OFF = "cut off";

/** Reads a report's file back without the code that wrote it, and says what is wrong with it. */
import type {
  ReportField,
  ReportLayout,
} from "../../../../functions/reports/state/definitions/report-definition.ts";

export interface FileReadBack {
  /** Records field by field, blanks around a value of fixed width taken away. */
  readonly records: readonly (readonly string[])[];
  /** The header record, where the layout has one. */
  readonly header: readonly string[];
  readonly faults: readonly string[];
}

export function readBack(
  layout: ReportLayout,
  fields: readonly ReportField[],
  name: string,
  bytes: Uint8Array,
): FileReadBack {
  const faults: string[] = [];
  const { text, lines } = linesOf(layout, bytes, faults);
  const { header, records } = recordsOf(layout, fields, lines, faults);
  if (!text.endsWith("\n") && lines.length > 0) faults.push("the last record does not end");
  if (layout.kind === "worksheet" && !name.endsWith("-worksheet.csv")) faults.push(`named ${name}`);
  if (/[{}]/.test(name)) faults.push(`named ${name}`);
  faults.push(...headerFaults(layout, header, records.length, name));
  for (const [index, record] of records.entries()) {
    if (record.length !== fields.length)
      faults.push(`record ${index + 1} has ${record.length} fields`);
    for (const [place, field] of fields.entries()) {
      const fault = faultOf(field, record[place] ?? "", index + 1);
      if (fault !== "") faults.push(`record ${index + 1}, ${field.name}: ${fault}`);
    }
  }
  const keys = fields.flatMap(({ isKey }, place) => (isKey === true ? [place] : []));
  const named = records.map((record) => keys.map((place) => record[place]).join("\t"));
  if (keys.length > 0 && new Set(named).size !== named.length)
    faults.push("two records have one key");
  const order = layout.sortBy.map((sorted) => fields.findIndex((field) => field.name === sorted));
  const sorted = records.map((record) => order.map((place) => record[place]).join("\u0000"));
  if (sorted.some((key, index) => index > 0 && key < (sorted[index - 1] ?? ""))) {
    faults.push("records are out of order");
  }
  return { records, header, faults };
}

function linesOf(layout: ReportLayout, bytes: Uint8Array, faults: string[]) {
  const text = Buffer.from(bytes).toString("utf8");
  const encoding = "encoding" in layout ? layout.encoding : null;
  if (encoding === "ascii" && bytes.some((byte) => byte > 126)) faults.push("not in ASCII");
  const wantsMark = encoding === "utf-8-with-mark" || layout.kind === "worksheet";
  if (text.startsWith("\ufeff") !== wantsMark) faults.push("the mark of its encoding is wrong");
  const unmarked = text.replace(/^\ufeff/, "");
  const end = layout.kind === "json-lines" ? "\n" : "\r\n";
  if (layout.kind !== "json-lines" && /[^\r]\n/.test(unmarked))
    faults.push("a line ends otherwise");
  return { text, lines: unmarked.split(end).slice(0, -1) };
}

function recordsOf(
  layout: ReportLayout,
  fields: readonly ReportField[],
  lines: readonly string[],
  faults: string[],
): { readonly header: readonly string[]; readonly records: readonly (readonly string[])[] } {
  const names = fields.map(({ name }) => name);
  const expectNames = (line: readonly string[]): void => {
    if (line.join("\t") !== names.join("\t")) faults.push("the names of the fields differ");
  };
  switch (layout.kind) {
    case "worksheet": {
      if (!/layout to be verified/i.test(lines[0] ?? "")) faults.push("does not say what it is");
      const [, first = "", ...rest] = lines;
      expectNames(quotedCells(first, ","));
      return { header: [], records: rest.map((line) => quotedCells(line, ",")) };
    }
    case "json-lines":
      return { header: [], records: lines.map((line) => objectCells(names, line)) };
    case "fixed": {
      const rest = layout.header === "record" ? lines.slice(1) : lines;
      for (const line of rest)
        if (line.length !== layout.recordLength) faults.push("of another length");
      const cut = (line: string, places: readonly { start?: number; length?: number }[]) =>
        places.map(({ start = 0, length = 0 }) => line.slice(start - 1, start - 1 + length).trim());
      return {
        header: layout.header === "record" ? cut(lines[0] ?? "", layout.headerRecord ?? []) : [],
        records: rest.map((line) => cut(line, fields)),
      };
    }
    case "delimited": {
      const cells = lines.map((line) =>
        layout.isQuoted ? quotedCells(line, layout.delimiter) : line.split(layout.delimiter),
      );
      if (layout.header === "none") return { header: [], records: cells };
      const [first = [], ...records] = cells;
      if (layout.header === "names") expectNames(first);
      return { header: layout.header === "record" ? first : [], records };
    }
  }
}

/** The cells of one line, quotes taken away; a value that a spreadsheet would compute has an apostrophe before it. */
function quotedCells(line: string, delimiter: string): readonly string[] {
  const cells: string[] = [];
  let cell = "";
  let isInside = false;
  for (let place = 0; place < line.length; place++) {
    const letter = line.charAt(place);
    if (isInside && letter === '"' && line.charAt(place + 1) === '"') {
      cell += '"';
      place++;
    } else if (letter === '"') isInside = !isInside;
    else if (letter === delimiter && !isInside) {
      cells.push(cell);
      cell = "";
    } else cell += letter;
  }
  return [...cells, cell];
}

function objectCells(names: readonly string[], line: string): readonly string[] {
  const object = JSON.parse(line) as { readonly [name: string]: unknown };
  const extra = Object.keys(object).filter(
    (key) => !names.some((name) => name === key || name.startsWith(`${key}.`)),
  );
  if (extra.length > 0) throw new Error(`a record has more: ${extra.join(", ")}`);
  return names.map((name) => {
    let value: unknown = object;
    for (const part of name.split("."))
      value = (value as { [key: string]: unknown } | undefined)?.[part];
    return value === undefined ? "" : String(value as string);
  });
}

function headerFaults(
  layout: ReportLayout,
  header: readonly string[],
  records: number,
  name: string,
): readonly string[] {
  if (!("headerRecord" in layout) || layout.headerRecord === undefined) return [];
  return layout.headerRecord.flatMap(({ name: field, source, length = 0 }, place) => {
    const cell = header[place] ?? "";
    const expected =
      "constant" in source
        ? source.constant
        : { records: String(records), name, id: cell, "school-years": cell }[source.file];
    if (cell === expected && cell !== "" && cell.length <= length) return [];
    return [`the header's ${field} is ${cell}`];
  });
}

function faultOf(field: ReportField, cell: string, number: number): string {
  const { source, codes, pattern, maxLength, length } = field;
  if ("recordNumber" in source) return cell === String(number) ? "" : "is out of order";
  if (cell === "") return field.isRequired === true ? "is empty" : "";
  if ("blank" in source) return "is filled";
  if ("constant" in source && cell !== source.constant) return "is another constant";
  if (codes !== undefined && !Object.values(codes).includes(cell)) return "has no such code";
  if (pattern !== undefined && !new RegExp(`^(?:${pattern})$`, "u").test(cell))
    return "of another form";
  return cell.length > Math.min(maxLength ?? Infinity, length ?? Infinity) ? "is too long" : "";
}

/** What contradicts itself in a file of chronic absence by school: sums, and who may be in which column. */
export function totalFaults(records: readonly (readonly string[])[]): readonly string[] {
  const faults: string[] = [];
  for (const school of new Set(records.map((record) => record[4]))) {
    const own = records.filter((record) => record[4] === school);
    const amount = (rows: typeof own): number =>
      rows.reduce((sum, row) => sum + Number(row[15]), 0);
    const byRace = own.filter((row) => row[7] !== "");
    const total = own.filter((row) => row[13] === "Y");
    if (total.length !== 1) faults.push(`${school} has ${total.length} totals`);
    if (amount(byRace) !== amount(total)) faults.push(`${school}: races add up otherwise`);
    for (const row of own) {
      const filled = [7, 8, 9, 10, 11].filter((place) => row[place] !== "");
      if (filled.length !== (row[13] === "Y" ? 0 : 1)) faults.push(`${school}: a row of two sets`);
      if ((row[6] === "") !== (row[13] === "Y")) faults.push(`${school}: a row without a sex`);
      if (row[13] !== "Y" && Number(row[15]) === 0) faults.push(`${school}: a row with nobody`);
    }
    for (const sex of ["F", "M", "MISSING"]) {
      for (const place of [8, 9, 10, 11]) {
        const status = own.filter((row) => row[6] === sex && row[place] !== "");
        if (amount(status) > amount(byRace.filter((row) => row[6] === sex))) {
          faults.push(`${school}: more of a status than there are`);
        }
      }
    }
  }
  return faults;
}

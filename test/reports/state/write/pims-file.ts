/** One record of a file for Pennsylvania, as a reader of the manual finds it. */
export interface PimsRecord {
  readonly district: string;
  readonly student: string;
  readonly day: string;
  readonly category: string;
  readonly indicator: string;
}

/**
 * Reads a file of career standards benchmarks back by the manual's words, written apart from the writer:
 * ten fields a record, ASCII, no quotes, six key fields that are unique, Y or N.
 * @returns the records, and what is wrong with the file in a sentence each
 */
export function readPims(bytes: Uint8Array): {
  readonly records: readonly PimsRecord[];
  readonly faults: readonly string[];
} {
  const faults: string[] = [];
  if (bytes.some((byte) => byte > 126 || (byte < 32 && byte !== 10 && byte !== 13))) {
    faults.push("a byte is not in ASCII");
  }
  const text = Buffer.from(bytes).toString("latin1");
  if (!text.endsWith("\r\n")) faults.push("the last record does not end");
  const seen = new Set<string>();
  let before = "";
  const records = text
    .split("\r\n")
    .slice(0, -1)
    .map((line, index): PimsRecord => {
      const wrong = (what: string): void => void faults.push(`record ${index + 1}: ${what}`);
      const fields = line.split(",");
      if (fields.length !== 10) wrong(`${fields.length} fields`);
      const [district = "", yearDay = "", student = "", reportingDay = "", category = ""] = fields;
      const [measure, ...rest] = fields.slice(5);
      const indicator = rest.at(-1) ?? "";
      if (!/^[0-9]{9}$/.test(district)) wrong("the district's number");
      if (!/^[0-9]{10}$/.test(student)) wrong("the student's number");
      if (!/^[0-9]{4}-06-30$/.test(yearDay) || reportingDay !== yearDay) wrong("the days");
      if (!["CSB05", "CSB08", "CSB11"].includes(category)) wrong("the category");
      if (measure !== "INDICATOR") wrong("the measure");
      if (rest.slice(0, -1).join("") !== "") wrong("a field that is not collected");
      if (indicator !== "Y" && indicator !== "N") wrong("the indicator");
      if (line.includes('"')) wrong("a quote");
      const key = fields.slice(0, 6).join("\n");
      if (seen.has(key)) wrong("a key of another");
      seen.add(key);
      if (student < before) wrong("the order");
      before = student;
      return { district, student, day: yearDay, category, indicator };
    });
  return { records, faults };
}

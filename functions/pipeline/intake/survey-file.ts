import { csvRecords } from "../../sources/csv/csv-records.ts";
import { textDecoder } from "../../sources/csv/encoding.ts";
import { cellOf, jsonLines } from "../../sources/csv/json-lines.ts";
import type { FileKind } from "../../sources/profiles/profiles.ts";
import { survey, type SurveyedFile } from "../../sources/propose/survey.ts";
import { inspectBeginning } from "./inspect.ts";
import type { IncomingFile, Progress } from "../ports.ts";

/** What a file is that is no table: in words for its sender. */
export interface NoTable {
  readonly file: string;
  readonly message: string;
}

/**
 * Reads a file to its end and keeps what its columns look like: a sample of its records, and hashes
 * of identifiers, so that memory does not grow with the file.
 */
export async function surveyFile(
  file: Pick<IncomingFile, "name" | "open">,
  kinds: readonly FileKind[],
  progress: Progress,
): Promise<SurveyedFile | NoTable> {
  const { facts, head, looksLike } = await inspectBeginning(file, kinds, progress);
  if (looksLike !== null && head.kind === null) return { file: file.name, message: looksLike };
  if (head.header.length === 0)
    return { file: file.name, message: "it has no line to make a profile from" };
  const looking = survey(file.name, facts, head, kinds);
  const reader =
    head.format === "json-lines"
      ? jsonLines({
          record(document) {
            if (document !== null) looking.push(head.header.map((name) => cellOf(document[name])));
          },
        })
      : csvRecords(
          { header: () => undefined, record: (cells) => looking.push(cells) },
          {
            delimiter: head.delimiter,
            recordsBeforeHeader: head.recordsBeforeHeader,
            hasHeaderRow: head.hasHeaderRow,
          },
        );
  const decoder = textDecoder(facts.encoding, head.kind?.rules.escape);
  progress.step(`read ${file.name}`, facts.bytes);
  for await (const chunk of file.open()) {
    reader.push(decoder.push(chunk));
    progress.advance(chunk.length);
    if (reader.isBroken()) break;
  }
  if (!reader.isBroken()) reader.push(decoder.end());
  reader.end();
  progress.done();
  return looking.end();
}

export const isTable = (surveyed: SurveyedFile | NoTable): surveyed is SurveyedFile =>
  !("message" in surveyed);

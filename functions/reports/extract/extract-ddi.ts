import {
  EXTRACT_FILE,
  protectionSentences,
  type AboutExtract,
  type ExtractedColumn,
} from "./about-extract.ts";
import { MISSING } from "./extract-column.ts";

/** The codebook as DDI Codebook 2.5, which archives such as ICPSR and Dataverse read. */
export function extractDdi(about: AboutExtract): string {
  const { title, extract, district, asOf, columns, students } = about;
  const study = element("stdyDscr", {}, [
    element("citation", {}, [
      element("titlStmt", {}, [text("titl", title), text("IDNo", extract)]),
      element("distStmt", {}, [text("distrbtr", district)]),
      element("verStmt", {}, [text("version", `${about.edition} ${about.definitionVersion}`)]),
    ]),
    element("stdyInfo", {}, [
      text(
        "abstract",
        `Individual Learning Plans, their reviews, goals and attendance in ${district}, school year ${about.schoolYear}, as of ${asOf}, by ${about.mandate}.`,
      ),
      element("sumDscr", {}, [
        text("timePrd", about.schoolYear),
        text("geogCover", district),
        text("anlyUnit", "Student"),
        text("universe", "Students in a grade that the mandate covers on the date of the data."),
        text("dataKind", "administrative records"),
      ]),
    ]),
    element("method", {}, [
      element("dataColl", {}, [
        text(
          "sampProc",
          `Of ${about.flow.underMandate} students ${about.flow.notSampled} were left out at random or are exempt; ${about.flow.suppressed} were left out for a rare value or a small equivalence class.`,
        ),
      ]),
      text("notes", protectionSentences(about).join(" ")),
    ]),
    element("dataAccs", {}, [
      element("useStmt", {}, [text("restrctn", `Restricted use: ${about.purpose}.`)]),
    ]),
  ]);
  const file = element("fileDscr", { ID: "F1" }, [
    element("fileTxt", {}, [
      text("fileName", EXTRACT_FILE),
      element("dimensns", {}, [
        text("caseQnty", String(students)),
        text("varQnty", String(columns.length)),
      ]),
      text("fileType", "text/csv"),
    ]),
  ]);
  const data = element("dataDscr", {}, columns.map(variable));
  const root = element("codeBook", { xmlns: "ddi:codebook:2_5", version: "2.5", ID: extract }, [
    study,
    file,
    data,
  ]);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`;
}

/** Children in the order that the schema asks for. */
function variable(column: ExtractedColumn, columnIndex: number): string {
  const { name, title, type, universe, treatment, definition, source, values, topCode } = column;
  const top = topCode === null ? "" : ` ${topCode} stands for ${topCode} or more.`;
  return element("var", { ID: `V${columnIndex + 1}`, name, files: "F1" }, [
    text("labl", title),
    element("security", {}, [escaped(treatment)]),
    text("universe", universe),
    text("txt", definition + top),
    ...values.map(({ value, label, students }) =>
      element("catgry", value in MISSING ? { missing: "Y" } : {}, [
        text("catValu", value),
        text("labl", label),
        element("catStat", { type: "freq" }, [String(students)]),
      ]),
    ),
    element("varFormat", { type: type === "number" ? "numeric" : "character" }, []),
    text("notes", `Source: ${source}`),
  ]);
}

const element = (
  name: string,
  attributes: { readonly [name: string]: string },
  children: readonly string[],
): string => {
  const given = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`);
  return children.length === 0
    ? `<${name}${given.join("")}/>`
    : `<${name}${given.join("")}>${children.join("")}</${name}>`;
};

const text = (name: string, content: string): string => element(name, {}, [escaped(content)]);

const ENTITIES: { readonly [character: string]: string } = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};

/** Control characters have no place in XML 1.0 at all. */
const escaped = (content: string): string =>
  content
    .replaceAll(/[\p{Cc}\ufffe\uffff]/gu, " ")
    .replaceAll(/[&<>"]/g, (character) => ENTITIES[character] ?? character);

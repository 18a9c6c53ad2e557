import fc from "fast-check";

export const HEADER = "student_id,date,status,portion_absent";

/** Any file of attendance: mostly plain records, with whatever exports and people make of some. */
export function anyAttendanceFile(): fc.Arbitrary<Uint8Array> {
  const student = fc.constantFrom(
    "'0042",
    "#N/A",
    "--",
    "(null)",
    "<NA>",
    "~",
    "none",
    "0601",
    "0602",
    "12",
    "A-7",
    " 0601",
    '"0601"',
    "é1",
    "0\u00001",
    "a\\b",
    "",
  );
  const on = fc.constantFrom(
    "2021-09-01",
    "2021-09-02",
    "2022-06-30",
    "2021-07-01",
    "1921-09-01",
    "2021-02-30",
    "2021-09-01T00:00:00",
    " 2021-09-03",
    "soon",
    "",
  );
  const kind = fc.constantFrom(
    "present",
    "tardy",
    "excused",
    "Unexcused",
    "absent",
    "partial",
    "late",
    "uri://x#Excused",
    '"absent"',
    "",
  );
  const portion = fc.constantFrom("", "0.5", "1", "0.25", "2", "-1", " .5", '"0.5"');
  const plain = fc
    .tuple(
      fc.constantFrom("0601", "0602", "0603", "12"),
      fc.constantFrom("2021-09-01", "2021-09-02", "2022-06-30"),
      fc.constantFrom("present", "excused", "partial"),
      fc.constantFrom("", "0.5"),
    )
    .map((cells) => cells.join(","));
  const almostPlain = fc
    .tuple(fc.nat(3), student, on, kind, portion)
    .map(([place, ...cells]) =>
      ["0601", "2021-09-01", "present", ""]
        .map((cell, index) => (index === place ? cells[index] : cell))
        .join(","),
    );
  const nasty = fc.oneof(
    almostPlain,
    almostPlain,
    fc.tuple(student, on, kind, portion).map((cells) => cells.join(",")),
    fc.tuple(student, on, kind, portion, fc.constantFrom("", "x")).map((cells) => cells.join(",")),
    fc.tuple(student, on, kind).map((cells) => cells.join(",")),
    fc.constantFrom(
      "",
      ",,,",
      "   ",
      '"a\nb",2021-09-01,present,',
      '0601,2021-09-01,"ab"c,',
      "0601;2021-09-01",
      "\t",
      "\uFEFF",
      "0601é,2021-09-01,present,",
      "0601ÿ,2021-09-01,present,",
      "0601,2021-09-01,ÿ,é",
    ),
  );
  const line = fc
    .tuple(
      fc.oneof({ weight: 5, arbitrary: plain }, { weight: 2, arbitrary: nasty }),
      fc.constantFrom("\n", "\n", "\n", "\r\n", "\r", "\n\n"),
    )
    .map((parts) => parts.join(""));
  const head = fc.constantFrom(
    `${HEADER}\n`,
    `${HEADER}\r\n`,
    `\uFEFF${HEADER}\n`,
    `\n${HEADER}\n`,
    `${HEADER}\r`,
    "date,student_id,extra,status\n",
    "student_id;date;status;portion_absent\n",
    "sep=,\nstudent_id,date,status\n",
    '"student_id","date","status","portion_absent"\n',
  );
  return fc
    .tuple(
      head,
      fc.array(line, { maxLength: 40 }),
      fc.boolean(),
      fc.constantFrom("", "", "", "", '"left open,2021-09-01,present,\n'),
    )
    .map(([first, lines, isEnded, open]) => {
      const text = first + lines.join("") + open + lines.slice(0, 3).join("");
      return withOtherBytes(new TextEncoder().encode(isEnded ? text : text.trimEnd()));
    });
}

/** With a byte that is not UTF-8 wherever the text has a ÿ: the file is of two encodings. */
function withOtherBytes(bytes: Uint8Array): Uint8Array {
  return Buffer.from(
    Buffer.from(bytes).toString("latin1").replaceAll("\u00c3\u00bf", "\u00e9"),
    "latin1",
  );
}

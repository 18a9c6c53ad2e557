import { PLAN_TYPES } from "../../domain/plans/plan.ts";
import { GAP, type ColumnMap, type TableRead } from "../profiles/profile.ts";
import { OWN_KEYS } from "./field-score.ts";
import { completed, has, inOrder, columnTo, type ReadContext } from "./read-parts.ts";
import { wordsOfHeader } from "./words/split-header.ts";
import type { TableFit } from "./table-fit.ts";

/** A plan, with its sort and year where no column says them. */
export function planReads(
  columns: readonly ColumnMap[],
  context: ReadContext,
): readonly TableRead[] {
  const own = context.arePlansUnnumbered ? columns.filter(({ to }) => to !== "plan") : columns;
  const all = inOrder("plan", [...own, ...planParts(own, context)]);
  return [completed({ table: "plan", columns: all })];
}

/** A goal, a step or a review: of a plan that it names, or of the one plan of a student and year. */
export function planItemReads(
  columns: readonly ColumnMap[],
  fit: TableFit,
  context: ReadContext,
  notes: string[],
): readonly TableRead[] {
  const { table } = fit;
  const own = [...columns, ...joinedKey(columns, fit, context)];
  const isOfStudent = table !== "actionStep" && !has(own, "plan") && has(own, "student");
  const whole = [
    ...own.filter(({ to }) => to !== "student" || !has(own, "plan")),
    ...(isOfStudent ? planParts(own, context) : []),
  ];
  return table === "review"
    ? reviewReads(whole, fit, context, notes)
    : [completed({ table, columns: inOrder(table, whole) })];
}

/** The sort of plan and its year, where no column says them. */
function planParts(columns: readonly ColumnMap[], context: ReadContext): readonly ColumnMap[] {
  const dayOfPlan = ["openedOn", "setOn", "heldOn", "scheduledOn"]
    .map((field) => columnTo(columns, field))
    .find(({ from }) => from !== undefined);
  return [
    ...(has(columns, "planType") ? [] : [{ to: "planType", value: planTypeIn(context) ?? GAP }]),
    ...(has(columns, "schoolYear")
      ? []
      : dayOfPlan === undefined
        ? [{ to: "schoolYear", value: GAP }]
        : [{ ...dayOfPlan, to: "schoolYear", isRequired: true }]),
  ];
}

/** Names of plans that no other word is: `IPS`, `other` and numbers are. */
const NAMED_TYPES = PLAN_TYPES.filter(
  (type) => /^[A-Za-z]{3,}$/.test(type) && !["other", "IEP", "PEP"].includes(type),
);

function planTypeIn({ evidence }: ReadContext): string | null {
  const words = new Set(
    evidence.files.flatMap(({ file, columns }) => [
      ...wordsOfHeader(file),
      ...columns.filter(({ isShown }) => isShown).flatMap(({ name }) => wordsOfHeader(name)),
    ]),
  );
  const named = NAMED_TYPES.filter((type) => words.has(type.toLowerCase()));
  return named.length === 1 ? (named[0] ?? null) : null;
}

/** Two columns that together identify each record, if none does alone. */
export function joinedKey(
  columns: readonly ColumnMap[],
  { table }: TableFit,
  { file }: ReadContext,
): readonly ColumnMap[] {
  const key = OWN_KEYS[table];
  if (key === undefined || has(columns, key)) return [];
  const candidates = file.columns.filter(
    ({ isShown, shape }) => isShown && shape.blank === 0 && (shape.areIds || shape.days !== null),
  );
  for (const first of candidates) {
    for (const second of candidates) {
      if (second.place <= first.place) continue;
      const pairs = new Set(
        file.rows.map((row) => `${row[first.place] ?? ""}-${row[second.place] ?? ""}`),
      );
      if (pairs.size === file.rows.length)
        return [{ to: key, join: [first.name, second.name], isRequired: true }];
    }
  }
  return [];
}

/**
 * If a review has one date, it is that of the meeting if it was held, and otherwise the scheduled
 * one.
 */
function reviewReads(
  columns: readonly ColumnMap[],
  { table }: TableFit,
  context: ReadContext,
  notes: string[],
): readonly TableRead[] {
  const { file, evidence, codesOf } = context;
  const read = (all: readonly ColumnMap[], keep?: TableRead["keep"]): TableRead =>
    completed({ table, ...(keep === undefined ? {} : { keep }), columns: inOrder(table, all) });
  const heldOn = columnTo(columns, "heldOn").from?.[0];
  const scheduledOn = columnTo(columns, "scheduledOn").from?.[0];
  if (!has(columns, "state")) {
    if (heldOn === undefined || scheduledOn === undefined) {
      const held = file.columns.find(({ name }) => name === heldOn);
      const isAllHeld = held !== undefined && held.tokens.has("held") && held.shape.blank === 0;
      return [read([...columns, { to: "state", value: isAllHeld ? "held" : GAP }])];
    }
    notes.push(`a review counts as held where ${heldOn} holds a day, and else as scheduled`);
    const others = columns.filter(({ to }) => to !== "heldOn");
    return [
      read([...columns, { to: "state", value: "held" }], [{ column: heldOn, values: ["*"] }]),
      read([...others, { to: "state", value: "scheduled" }], [{ column: heldOn, values: [""] }]),
    ];
  }
  const only = heldOn === undefined ? scheduledOn : scheduledOn === undefined ? heldOn : undefined;
  const state = file.columns.find(({ name }) => name === columnTo(columns, "state").from?.[0]);
  if (only === undefined || state === undefined) return [read(columns)];
  const day = { ...columnTo(columns, heldOn === undefined ? "scheduledOn" : "heldOn") };
  const codes = codesOf(state);
  const meaning = codes.map(
    ({ text }) => [text, evidence.translate(table, "state", text)] as const,
  );
  const isOneDay =
    file.columns.filter(({ shape }) => shape.days !== null).length === 1 || heldOn === undefined;
  const blanks = file.columns.find(({ name }) => name === only)?.shape.blank ?? 0;
  if (meaning.some(([, ours]) => ours === null) || blanks > 0 || !isOneDay) return [read(columns)];
  const held = meaning.filter(([, ours]) => ours === "held").map(([text]) => text);
  const others = meaning.filter(([, ours]) => ours !== "held").map(([text]) => text);
  if (held.length === 0 || others.length === 0) return [read(columns)];
  const rest = columns.filter(({ to }) => to !== "heldOn" && to !== "scheduledOn");
  notes.push(
    `${only} is the day on which a review was held where ${state.name} says so, and else the day set for it`,
  );
  return [
    read([...rest, { ...day, to: "heldOn" }], [{ column: state.name, values: held }]),
    read([...rest, { ...day, to: "scheduledOn" }], [{ column: state.name, values: others }]),
  ];
}

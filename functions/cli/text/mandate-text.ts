import { longDay } from "../../domain/calendar/long-day.ts";
import { counted, number } from "../../domain/text/counted.ts";
import {
  REQUIREMENT_STANDING_NAMES,
  REQUIREMENT_STANDINGS,
} from "../../domain/plans/requirement-standing.ts";
import { CHECK_THE_TEXT } from "../../mandates/rules/cited.ts";
import type { MandateOverlay, Overlaid } from "../../mandates/overlay/overlay.ts";
import { listedMandates, mandateSummary } from "../../editions/mandate-summary.ts";
import type { PublicCalendar } from "../../protection/protection-policy.ts";
import type { confirmationStates } from "../../mandates/rules/confirmed-rules.ts";
import type { Compared, ComparedMandate } from "../steps/compare-mandates.ts";
import { columns } from "../arguments/text-columns.ts";

type Summary = ReturnType<typeof mandateSummary>;
type Listed = ReturnType<typeof listedMandates>[number];

/** A mandate with every statement that a district has recorded about its rules; none where no district is meant. */
export type ShownMandate = Summary & {
  readonly confirmations: ReturnType<typeof confirmationStates>;
  /** The requirements of which neither this project nor the district has read the whole text, by id. */
  readonly unconfirmed: readonly string[];
};

/** The profiles in a table, and the warning that goes with each of them. */
export function mandatesText(mandates: ReturnType<typeof listedMandates>): string {
  const rows = mandates.map(({ id, title, forceName, gradesName, requirements, ...more }) => [
    id,
    title,
    forceName,
    gradesName,
    requirements === 0 ? "requires nothing" : `${requirements} rules (${checkedWords(more)})`,
  ]);
  const header = ["id", "title", "kind", "grades", "what it requires"];
  return `${columns(header, rows)}${CHECK_THE_TEXT} ilp mandates show <id> prints one rule by rule.\n`;
}

const checkedWords = ({
  confirmed,
  recalled,
  conventions,
}: Pick<Listed, "confirmed" | "recalled" | "conventions">): string =>
  [
    `${confirmed} confirmed`,
    `${recalled} recalled`,
    ...(conventions === 0 ? [] : [`${conventions} by convention`]),
  ].join(", ");

/** One mandate rule by rule. What is recalled and not checked says so at the rule. */
export function mandateText(mandate: ShownMandate): string {
  const rules = mandate.requirements.flatMap((rule) => [
    "",
    `${rule.id}: ${rule.name}${rule.isDistrictOwn ? " (the district's own)" : ""}`,
    `  ${rule.rule}`,
    `  ${rule.modalityName}. ${rule.gradesName}. ${rule.due}${rule.dueBasis === "text" ? "." : ": this project's convention."}${rule.gate === null ? "" : ` Depends on it: ${rule.gate}.`}`,
    ...inForce(rule),
    ...cited(rule),
    ...mandate.confirmations
      .filter(({ confirmation }) => confirmation.requirement === rule.id)
      .map(confirmationLine),
    ...(rule.notConfirmed === null ? [] : [`  ${rule.notConfirmed}`]),
    `  If it cannot be determined, this would decide it: ${rule.wouldDecide}.`,
  ]);
  const duties = dutyLines(mandate.duties);
  const open = mandate.notDeterminable.map(({ name, because }) => `  ${name}: ${because}`);
  const lines = [
    `${mandate.title} (${mandate.id}): ${mandate.forceName}${mandate.planName === null ? "" : `. ${mandate.planName}`}`,
    mandate.gradesName === "" ? "It requires nothing of any grade." : `${mandate.gradesName}.`,
    `Source: ${mandate.citation}`,
    ...mandate.conventions.map((line) => `Convention: ${line}`),
    ...section("Rules", rules),
    ...section("Duties of the district", duties),
    ...section(
      "Not confirmed yet: read the official text, then record that with ilp district confirm",
      mandate.requirements
        .filter(({ id }) => mandate.unconfirmed.includes(id))
        .map(({ id, name, citation }) => `  ${id}: ${name} (${citation})`),
    ),
    ...section("What cannot be determined", open),
    ...section(
      "Notes",
      mandate.notes.map(
        ({ text, statusName, citation }) => `  ${text} (${statusName}: ${citation})`,
      ),
    ),
    ...section(
      "Sources",
      mandate.sources.map(({ title, url }) => `  ${title}: ${url}`),
    ),
    "",
    mandate.warning,
  ];
  return `${lines.join("\n")}\n`;
}

/** The duties of the district itself, each with its state and its dates. */
export const dutiesText = (title: string, duties: Summary["duties"]): string =>
  duties.length === 0
    ? `${title} names no duty of the district.\n`
    : `${[`${title}: duties of the district`, ...dutyLines(duties), "", CHECK_THE_TEXT].join("\n")}\n`;

const dutyLines = (duties: Summary["duties"]): readonly string[] =>
  duties.flatMap((duty) => [
    "",
    `${duty.id}: ${duty.name}`,
    `  ${duty.rule}`,
    `  ${duty.modalityName}. ${duty.due}${duty.state === "undated" ? "" : `. ${duty.stateName}`}${duty.dueOn === null ? "" : ` (${longDay(duty.dueOn)})`}${duty.doneOn === null ? "" : `, last done on ${longDay(duty.doneOn)}`}.`,
    ...cited(duty),
  ]);

const section = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : ["", title, ...lines];

const cited = ({
  citation,
  url,
  status,
  statusName,
  read,
}: Summary["requirements"][number] | Summary["duties"][number]) => [
  `  ${statusName} (${status}): ${citation}${url === null ? "" : ` <${url}>`}`,
  ...(read === null ? [] : [`  Read on ${longDay(read.on)}: ${read.edition}.`]),
];

/**
 * One statement of the district about a rule, including one that a later statement has replaced.
 */
function confirmationLine({
  confirmation: { isWithdrawn, by, source, on },
  state,
}: ShownMandate["confirmations"][number]): string {
  const what = isWithdrawn ? "Confirmation withdrawn" : "Confirmed by the district";
  const after = state === "withdrawn" ? "" : CONFIRMATION_NOTES[state];
  return `  ${what} on ${longDay(on)} by ${by}${source === "" ? "" : `: ${source}`}.${after}`;
}

const CONFIRMATION_NOTES = {
  "in-force": "",
  replaced: " It no longer applies: see the next one.",
  "rule-changed":
    " It no longer applies: the rule has changed, so its text must be read and confirmed again.",
} as const;

function inForce({
  effectiveFrom,
  effectiveUntil,
}: Summary["requirements"][number]): readonly string[] {
  if (effectiveFrom === null && effectiveUntil === null) return [];
  const from = effectiveFrom === null ? "" : ` from ${longDay(effectiveFrom)}`;
  return [
    `  In force${from}${effectiveUntil === null ? "" : ` until ${longDay(effectiveUntil)}`}.`,
  ];
}

/** How the same students stand under two mandates, in counts. */
export function comparisonText(compared: Compared): string {
  const { from, to, asOf, students, changed, moves } = compared;
  const rows = moves.map((move) => [
    REQUIREMENT_STANDING_NAMES[move.from],
    REQUIREMENT_STANDING_NAMES[move.to],
    number(move.students),
    move.from === move.to ? "" : "changes",
  ]);
  return [
    `${counted(students, "student")} as of ${longDay(asOf)}: ${number(changed)} ${changed === 1 ? "has" : "have"} a different answer under ${to.title} than under ${from.title}.\n`,
    "All requirements together:\n",
    columns([from.title, to.title, "students", ""], rows),
    ...[from, to].map(standingsText),
    `${CHECK_THE_TEXT}\n`,
  ].join("");
}

const standingsText = ({ title, requirements }: ComparedMandate): string =>
  `\n${title}\n${columns(
    [
      "requirement",
      ...REQUIREMENT_STANDINGS.map((standing) => REQUIREMENT_STANDING_NAMES[standing]),
    ],
    requirements.map(({ name, standings }) => [
      name,
      ...REQUIREMENT_STANDINGS.map((standing) => number(standings[standing])),
    ]),
  )}`;

/** Both rules of each refusal, so that a reader sees which one is less strict and why. */
export function refusedText({ refusals, grace }: Extract<Overlaid, { kind: "refused" }>): string {
  const lines = refusals.flatMap(({ state, district, because }) => [
    `${state.id}:`,
    `  the state:    ${state.rule} (${state.citation})`,
    `  the district: ${district.rule} (${district.citation})`,
    ...because.map((why) => `  less strict: ${why}`),
  ]);
  if (grace !== null) {
    lines.push(
      `grace days for students who enter during the year: the state ${grace.state}, the district ${grace.district}`,
    );
  }
  return `${lines.join("\n")}\n`;
}

interface Setting {
  readonly district: string;
  readonly mandate: string;
  readonly overlay: MandateOverlay | null;
  readonly smallestGroup: number;
  readonly calendar: PublicCalendar;
  readonly oldAfterDays: number;
}

export const settingText = ({
  district,
  mandate,
  overlay,
  smallestGroup,
  calendar,
  oldAfterDays,
}: Setting): string =>
  `district ${district} is measured by ${mandate}${overlay === null ? "" : ` with its own rules "${overlay.title}": ${overlay.requirements.map(({ id }) => id).join(", ")}`}\nschools, grades and student groups with fewer than ${smallestGroup} students have no public figures; a change applies from the first public release of a school year on\npublic releases come out ${calendar === "by-hand" ? "by hand: ilp publish --public" : calendar}\nthe console warns that its data are old after ${oldAfterDays} days without a newer edition\n`;

import type { Finding, FindingKind } from "../reading/finding.ts";
import { MESSAGE_IDS, NAMES_OF_VALUES } from "./names-of-values.ts";
import type { ReadRelease } from "../reading/read-release.ts";
import {
  figureText,
  pairText,
  rateText,
  shownValues,
  type Share,
  type ShownValues,
} from "./shown-values.ts";

/**
 * Compares the first screens of a release and its messages with its tables: they repeat rows, and have no
 * name, text or number that neither a row nor the rest of the manifest has.
 */
export function strictScreens(release: ReadRelease): readonly Finding[] {
  const shown = shownValues(release);
  // A release of an earlier version has sentences instead.
  const messages: Partial<ReadRelease["manifest"]["messages"]> = { ...release.manifest.messages };
  const { schools: ofSchools = {}, ...ofDistrict } = messages;
  const schoolIds = new Set(release.manifest.schools.map(({ id }) => id));
  const parts: readonly (readonly [file: string, value: unknown])[] = [
    ...release.screens.map(({ path, value }) => [path, value] as const),
    ["manifest.json: messages", ofDistrict],
    // By the id of the school, which is not the name of a value.
    ...Object.entries(ofSchools).map(
      ([school, messages]) =>
        [
          `manifest.json: messages.schools.${schoolIds.has(school) ? school : "?"}`,
          messages,
        ] as const,
    ),
  ];
  const strangers = Object.keys(ofSchools).filter((school) => !schoolIds.has(school));
  return [
    ...parts.flatMap(([file, value]) =>
      faultsOf(value, [], shown).map(([kind, path]): Finding => {
        return { kind, where: [file, ...path].join(" ") };
      }),
    ),
    ...strangers.map((): Finding => {
      return { kind: "exact-number", where: "manifest.json: messages of no school" };
    }),
  ];
}

type Path = readonly string[];
type Fault = readonly [kind: FindingKind, path: Path];
type Fields = { readonly [name: string]: unknown };

function faultsOf(value: unknown, path: Path, shown: ShownValues): readonly Fault[] {
  if (Array.isArray(value)) {
    if (typeof value[1] === "number") return shareFaults(value, path, shown);
    return value.flatMap((each, index) => faultsOf(each, [...path, String(index)], shown));
  }
  if (typeof value === "object" && value !== null) return fieldFaults(value as Fields, path, shown);
  if (typeof value === "string") return isKnownText(value, path, shown) ? [] : exact(path);
  return typeof value !== "number" || isKnownNumber(value, path, shown) ? [] : exact(path);
}

/**
 * A share that is written as a list: of a part or a day, its least end, and its greatest if that
 * differs.
 */
function shareFaults(
  [of, low, high = low, ...others]: readonly unknown[],
  path: Path,
  shown: ShownValues,
): readonly Fault[] {
  const pair = pairText(low, high);
  const isKnown = (path.at(-2) === "past" ? shown.past : shown.shares).has(pair);
  return [
    ...faultsOf(of, [...path, "0"], shown),
    // The public edition gives no counts.
    ...(isKnown && others.length === 0 ? [] : exact([...path, pair])),
  ];
}

/** The ends of a share are checked together, and the other fields one by one. */
function fieldFaults(fields: Fields, path: Path, shown: ShownValues): readonly Fault[] {
  const { low, high, peers, ...others } = fields;
  const names = Object.keys(fields).filter((name) => !NAMES_OF_VALUES.has(name));
  return [
    ...names.map((): Fault => ["unknown-column", path]),
    ...("low" in fields || "high" in fields
      ? isKnownShare(fields, path, shown)
        ? []
        : exact([...path, pairText(low, high)])
      : []),
    ...("peers" in fields && !isMedian(peers, shown.ofSchools.get(rateText(fields)) ?? [])
      ? exact([...path, "peers"])
      : []),
    ...Object.entries(others).flatMap(([name, value]) =>
      NAMES_OF_VALUES.has(name) ? faultsOf(value, [...path, name], shown) : [],
    ),
  ];
}

const exact = (path: Path): readonly Fault[] => [["exact-number", path]];

function isKnownShare({ low, high, ...others }: Fields, path: Path, shown: ShownValues): boolean {
  if (low === null && high === null) return others["n"] === null;
  const pair = pairText(low, high);
  const [name = "", before = ""] = path.toReversed();
  if (name === "limits") return shown.limits.has(pair);
  if (name === "lastYear") return shown.lastYear.has(pair);
  if (name === "before" || before === "past") return shown.past.has(pair);
  return "n" in others
    ? shown.figures.has(figureText(others["n"], low, high))
    : shown.shares.has(pair);
}

/** The middle of the shares of the same rate at schools: each end is that of one of them, or the mean of two. */
function isMedian(peers: unknown, shares: readonly Share[]): boolean {
  if (peers === null) return true;
  const { low, high, schools, heldOn: _isText, ...others } = peers as Fields;
  return (
    Object.keys(others).length === 0 &&
    typeof schools === "number" &&
    Number.isInteger(schools) &&
    schools > 0 &&
    schools <= shares.length &&
    isMiddle(
      low,
      shares.map(([end]) => end),
    ) &&
    isMiddle(
      high,
      shares.map(([, end]) => end),
    )
  );
}

const isMiddle = (value: unknown, ends: readonly number[]): boolean =>
  ends.some((end) => ends.some((other) => (end + other) / 2 === value));

function isKnownNumber(value: number, path: Path, { numbers }: ShownValues): boolean {
  const name = path.at(-1) ?? "";
  // The public edition gives no number of what came due, even if a table shows the same number
  // elsewhere.
  if (name === "students" && path.at(-3) === "requirements") return false;
  return numbers[name]?.has(value) === true;
}

const isKnownText = (value: string, path: Path, { texts }: ShownValues): boolean =>
  texts.has(value) || (path.at(-1) === "id" && MESSAGE_IDS.has(value));

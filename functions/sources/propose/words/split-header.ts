import { TOKEN_OF } from "./header-words.ts";

/** Words that mean something together that they do not mean alone. */
const PHRASES: readonly (readonly [RegExp, string])[] = [
  [/\b(?:set|booked|planned|fixed|arranged|scheduled) for\b/g, "@planned @date"],
  [/\b(?:part|area|side|corner) of (?:my |your |the |their )?(?:life|learning|plan)\b/g, "@domain"],
  [
    /\b(?:school|academic|fiscal) (?:year|yr)s?\b|\bano escolar\b|\bciclo escolar\b/g,
    "@schoolyear",
  ],
  [/\b(?:first|given|fore|preferred) names?\b|\bprimer nombre\b/g, "@given"],
  [/\b(?:last|family|sur) names?\b|\bprimer apellido\b/g, "@family"],
  [/\b(?:first day|day in|date in|primer dia)\b/g, "@begin @date"],
  [/\b(?:last day|day out|date out|ultimo dia|ultima fecha)\b/g, "@end @date"],
  [/\b(?:last|most recent) (?:updated?|modified|changed?|saved|login|synced)\b/g, "@updated"],
  [/\b(?:case manager|guidance|looked after by|watched over by)\b/g, "@counselor"],
  [
    /\b(?:attended by|present at|took part|who (?:came|attended|was (?:there|present|in the room))|in attendance|in the room|asistieron|quienes asistieron)\b/g,
    "@participants",
  ],
  [/\b(?:school day|instructional day|dia lectivo|in session|is open)\b/g, "@instructional"],
  [/\b(?:date of birth|born on|birth date|birth day)\b/g, "@birth @date"],
  [/\bsection 504\b|\bsec 504\b|\b504(?: plan)?\b/g, "@s504"],
  [/\b(?:english (?:language )?learner|english learner|multilingual learner)\b/g, "@ell"],
  [/\b(?:special (?:ed|education)|educacion especial|with disabilit(?:y|ies))\b/g, "@iep"],
  [
    /\b(?:free (?:and |or )?reduced(?: (?:lunch|meals?|price))*|low income|economically disadvantaged)\b/g,
    "@frl",
  ],
  [
    /\b(?:parent|guardian|mother|father|emergency|contact|teacher)s? (?:first |last |full )?(?:name|names|e ?mail|phone)\b/g,
    "@guardian",
  ],
  [
    /\b(?:minutes|mins|min) (?:scheduled|possible|available|offered|expected|in day|of instruction|programados|lectivos)\b|\b(?:scheduled|possible|available|expected|instructional) (?:minutes|mins|min)\b/g,
    "@minutes @possible",
  ],
  [
    /\bhow (?:it )?(?:is |will be )?measured\b|\bhow (?:we|you|i|they|it)(?: (?:will|would|can|shall))? (?:know|tell|see|show)\b/g,
    "@measure",
  ],
  [/\b(?:made|set|written|drafted|agreed|created|opened|started) on\b/g, "@set @date"],
  [
    /\b(?:where (?:it|this|that|he|she|they|things) (?:stands?|is|are|now)|how (?:it|this|things) (?:is|are|goes|went|going)(?: going)?|how far)\b/g,
    "@status",
  ],
  [/\b(?:grade level|(?:year|yr|grade) (?:group|grp|level|lvl)|form year)\b/g, "@grade"],
];

/** The words of a column's name: `targetCompletionDate`, `TARGET_COMPLETION_DATE` and `studentid` too. */
export function wordsOfHeader(name: string): readonly string[] {
  const bare = name.normalize("NFD").replace(/\p{M}/gu, "");
  // `SpEd`, `EcoDis`: one word, whatever its capitals.
  if (TOKEN_OF.has(bare.trim().toLowerCase())) return [bare.trim().toLowerCase()];
  const plain = bare
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, "$1 $2")
    .replace(/(\p{Lu}+)(\p{Lu}\p{Ll})/gu, "$1 $2")
    .replace(/#/g, " no ")
    .replace(/(\p{L})(\d)/gu, "$1 $2")
    .replace(/(\d)(\p{L})/gu, "$1 $2")
    .toLowerCase();
  return plain
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "")
    .flatMap((word) =>
      TOKEN_OF.has(word) || /^\d+$/.test(word) ? [word] : (segments(word) ?? [word]),
    );
}

/**
 * What a column's name is about, without the words that mean nothing; an unknown word becomes `?`.
 * @param own words with which the file calls what it is about, such as `SLP` in `SLPStatusCd`
 */
export function tokensOfHeader(
  name: string,
  own: ReadonlySet<string> = new Set(),
): ReadonlySet<string> {
  let text = wordsOfHeader(name)
    .filter((word) => !own.has(word))
    .join(" ");
  for (const [phrase, tokens] of PHRASES) text = text.replace(phrase, tokens);
  const tokens = text.split(" ").flatMap((word) => {
    if (word.startsWith("@")) return [word.slice(1)];
    if (/^\d+$/.test(word)) return [];
    const token = TOKEN_OF.get(word);
    return token === "" ? [] : [token ?? "?"];
  });
  return new Set(tokens);
}

/** Unknown words that several columns of a file share, or that its name has: what the file calls its own. */
export function ownWords(file: string, header: readonly string[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const name of header) {
    for (const word of new Set(wordsOfHeader(name))) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const named = new Set(wordsOfHeader(file.replace(/\.[^.]*$/, "")));
  const isOwn = ([word, count]: readonly [string, number]): boolean =>
    !TOKEN_OF.has(word) && !/^\d+$/.test(word) && (count > 1 || named.has(word));
  return new Set([...counts].filter(isOwn).map(([word]) => word));
}

/** Whether words of the name mean something together that only a column's name says. */
export function hasPhrase(name: string): boolean {
  const text = wordsOfHeader(name).join(" ");
  return PHRASES.some(([phrase]) => text.search(phrase) >= 0);
}

const LONGEST_WORD = 14;
const SHORT_ENDS: ReadonlySet<string> = new Set(["id", "no", "nm", "dt", "cd", "yr", "gr", "yn"]);

/** A word that is words run together, such as `studentid`; null where it is none. */
function segments(word: string): readonly string[] | null {
  if (word.length < 5 || word.length > 40) return null;
  const best: (readonly string[] | null)[] = [[]];
  for (let end = 1; end <= word.length; end++) {
    best[end] = null;
    for (let start = Math.max(0, end - LONGEST_WORD); start < end; start++) {
      const before = best[start];
      const part = word.slice(start, end);
      const isWord =
        TOKEN_OF.has(part) &&
        (part.length >= 3 || SHORT_ENDS.has(part) || (part === "of" && start > 0));
      if (before === null || before === undefined || !isWord) continue;
      const parts = [...before, part];
      if (best[end] === null || parts.length < (best[end]?.length ?? 0)) best[end] = parts;
    }
  }
  return best[word.length] ?? null;
}

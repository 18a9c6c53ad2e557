/** Words and forms that must not come back in a text for readers, each with what to write instead. */
const NOT_PLAIN: readonly (readonly [found: RegExp, instead: string])[] = [
  [/\b(?:colour|favour|behaviour|honour|labour|neighbour)\w*/gi, "the spelling with -or"],
  [
    /\b(?:organis|recognis|summaris|normalis|generalis|categoris|minimis|optimis|synthesis(?=e)|authoris|anonymis|utilis)\w+/gi,
    "-iz-",
  ],
  [
    /\b(?:centred?|metre|programmes?|learnt|judgement|grey|towards|whilst|amongst|enrolment)\b/gi,
    "US spelling",
  ],
  [/\b(?:cancelled|labelled|travelled|modelled)\b/gi, "one l"],
  [
    /\b\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December)\b/g,
    "a US date, such as May 20, 2022",
  ],
  [/\b(?:mend|mends|mended|mending)\b/gi, "fix"],
  [
    /\bheld (?:against|to) (?:the|a|each|its|his|her|their|all)\b/gi,
    "compared with, checked against",
  ],
  [/\b(?:stands?|stood) twice\b|\bstands? in it more than once\b/gi, "duplicate"],
  [/\bpass(?:ed|es) over\b/gi, "not counted, or skipped"],
  [/\bstays? in force\b/gi, "is still used"],
  [/\b(?:requirement|group|school)s? of few\b/gi, "below threshold"],
  [
    /\bcannot be told\b|\bas told\b|\b(?:is|are) told (?:by|of|from|whole|once)\b/gi,
    "is unknown, shown, reported",
  ],
  [/\b(?:give|gives|gave|giving) way\b/gi, "is recoded"],
  [/\bcomes? near\b/gi, "search"],
  [/\b(?:who|that|which) (?:are|is) alike\b/gi, "equivalence class"],
  [/\b(?:their|dated|of|all|a|one|undated) stays?(?! in\b)\b/gi, "enrollment"],
  [/\bnot a day\b/gi, "not a valid date"],
  [
    /\b(?:one row an? \w+|(?:row|line|stack|byte|file) a (?:row|student|goal|plan|meeting|day|district|school|measure|format|vendor))\b/gi,
    "per",
  ],
];

/** The passages of a text that are not plain American English, each with what to write instead. */
export function notPlain(text: string): readonly string[] {
  const words = text.replace(/^```.*?^```/gms, "").replace(/`[^`\n]*`/g, "");
  return NOT_PLAIN.flatMap(([pattern, instead]) =>
    [...words.matchAll(pattern)].map(([passage]) => `"${passage}": ${instead}`),
  );
}

const VOWEL_LESS_E = /[^aeiou]e$|[aeiou][^aeiou]e$|ue$/;
const HISSING = /(?:s|x|z|ch|sh|o)$/;
const CONSONANT_Y = /[^aeiou]y$/;
const INFINITIVE = /[aei]r$/;

/**
 * The forms of an English verb that goals use: "write", "writes", "writing", "written" only where it
 * is regular. A form in -ing with a doubled letter is given after a slash: "run/running".
 */
export function englishForms(entry: string): readonly string[] {
  const [base = "", given] = entry.split("/");
  const ing = given ?? `${withoutE(base)}ing`;
  const past = given === undefined ? pastOf(base) : `${given.slice(0, -3)}ed`;
  return [base, presentOf(base), ing, past];
}

const withoutE = (base: string): string =>
  VOWEL_LESS_E.test(base) && base.length > 2 ? base.slice(0, -1) : base;

function presentOf(base: string): string {
  if (CONSONANT_Y.test(base)) return `${base.slice(0, -1)}ies`;
  return HISSING.test(base) ? `${base}es` : `${base}s`;
}

function pastOf(base: string): string {
  if (CONSONANT_Y.test(base)) return `${base.slice(0, -1)}ied`;
  return base.endsWith("e") ? `${base}d` : `${base}ed`;
}

/** Of these the form of "I" is another word ("como" is "how", "trabajo" is "work"). */
const FIRST_PERSON_IS_A_WORD: ReadonlySet<string> = new Set(
  "comer trabajar parar caminar estudiar unir usar dejar entrar pasar contar poner bajar ser ir sacar estar reportar contactar grabar cuidar anotar".split(
    " ",
  ),
);

/**
 * The forms of a Spanish verb that goals use, as `plainWord` writes them: the infinitive with and
 * without a pronoun, "yo" in present and future (with and without its accent), and the gerund.
 * What is no infinitive is taken as it is.
 */
export function spanishForms(entry: string): readonly string[] {
  if (!INFINITIVE.test(entry) || entry.length < 3) return [entry, ...(entry === "ir" ? IR : [])];
  const stem = entry.slice(0, -2);
  const gerund = gerundOf(entry, stem);
  const forms = [entry, `${entry}á`, `${entry}e`, gerund, `${gerund}me`, `${gerund}los`];
  for (const pronoun of ["me", "se", "lo", "la", "los", "las", "le", "les"]) {
    forms.push(`${entry}${pronoun}`);
  }
  if (!FIRST_PERSON_IS_A_WORD.has(entry)) forms.push(`${stem}o`);
  return forms;
}

/** "Estudiando", "escribiendo", and after a vowel "leyendo". */
function gerundOf(entry: string, stem: string): string {
  if (entry.endsWith("ar")) return `${stem}ando`;
  return /[aeou]$/.test(stem) ? `${stem}yendo` : `${stem}iendo`;
}

const IR: readonly string[] = ["irme", "ira", "ire", "yendo"];

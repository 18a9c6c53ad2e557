import { wordsIn } from "../../words/plain-word.ts";
import { wordSet } from "../words/word-set.ts";

const ENGLISH = wordSet("the to my i and of in will for a get with by is be on at more want");
const SPANISH = wordSet(`
  el la los las de en mi mis para y con un una que quiero mas por voy del al cada noche dia semana minutos horas
  clase clases escuela examen libros ingles tarea tareas trabajo universidad dos tres mejorar leer pasar ser tener
  sacar hacer buen buena mejor mejores calificaciones
`);
const INFINITIVE_WITH_PRONOUN = /[aei]r(?:me|se|l[aeo]s?)$/;

/** The language in which most of a goal is written, by its small words; English where they do not tell. */
export function languageOf(text: string): "en" | "es" {
  let balance = 0;
  for (const { plain } of wordsIn(text)) {
    if (SPANISH.has(plain)) balance++;
    else if (ENGLISH.has(plain)) balance--;
    else if (INFINITIVE_WITH_PRONOUN.test(plain) || plain.endsWith("rá")) balance++;
  }
  return balance > 0 ? "es" : "en";
}

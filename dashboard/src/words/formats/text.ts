/** A text that begins a sentence; one that begins with a mark of English keeps its name as it is. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A name within a sentence: "Goals in all three domains" as "goals in all three domains"; "IEP team takes part" and "English learners" as they are. */
export const withinSentence = (name: string): string =>
  /^(?!English\b)\p{Lu}(?:\p{Ll}|\s)/u.test(name)
    ? name.charAt(0).toLowerCase() + name.slice(1)
    : name;

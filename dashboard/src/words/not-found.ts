import { inLanguage } from "./language.js";

/** What stands at an address of no page. */
export const notFoundWords = inLanguage({
  en: {
    title: "There is no such page",
    body: "The address may be mistyped, or the page has moved. These are the pages of this site:",
  },
  es: {
    title: "No existe esa página",
    body: "Puede haber un error en la dirección, o la página se ha movido. Estas son las páginas de este sitio:",
  },
});

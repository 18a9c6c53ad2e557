import { english, inLanguage } from "./language.js";

/** What a reader sees in place of figures, and what to do. */
export const noticeWords = inLanguage({
  en: {
    noDistrict: "No district is published yet",
    noDistrictBody:
      "There is nothing to show until a first release is published. Then open this page again.",
    unknownDistrict: (district: string) => `No district “${district}” is published here`,
    unknownDistrictBody: "The address may be mistyped. These districts are published:",
    unknownRelease: (district: string) => `That release of ${english(district)} is not here`,
    unknownReleaseBody: "A release is kept unless the district withdraws it.",
    unknownSchool: (district: string) => `No such school in ${english(district)}`,
    unknownSchoolBody: "The address may be mistyped, or the school is not in this release.",
    allSchools: "All schools",
    shownInstead: "Shown in its place:",
    noRequirement: (asked: string) => `There is no requirement “${english(asked)}” here.`,
    noMeasure: (asked: string) => `There is no measure “${english(asked)}” here.`,
    noSchool: (asked: string, district: string) =>
      `There is no school “${english(asked)}” in ${english(district)}.`,
    notAskedThere: (school: string) => `This is not asked at ${english(school)}.`,
    noGrade: (asked: string) => `There is no grade level “${english(asked)}” here.`,
    openLatest: (day: string) => `Open the latest figures, of ${day}`,
    older: (day: string) => `The release of ${day} was published before this page was made`,
    olderBody: "The next release has figures for it.",
    refused: "This cannot be shown to you",
    failed: "The figures could not be read",
    failedBody:
      "They are safe where they are published; only this page could not read them. If it stays so, tell whoever runs this site what is written here:",
    tryAgain: "Try again",
    past: (day: string) => `You are looking at earlier figures, of ${day}`,
    pastNoLists: "Their numbers open no list: a list of students is of today.",
    stale: (day: string) => `These figures are old: the last ones came on ${day}`,
    staleBody: (days: string) =>
      `New ones are expected within ${days}. Ask whoever sends the exports whether last night’s files arrived before quoting a figure.`,
    exactPlaces: (names: string, day: string | null) =>
      day === null
        ? `Exact for you: ${names}. Other places have no figures until the next public release.`
        : `Exact for you: ${names}. Other places are shown as in the public release of ${day}.`,
    exactNowhere: (day: string | null) =>
      day === null
        ? "No school is exact for you, and there is no public release to show in its place."
        : `No school is exact for you: figures are those of the public release of ${day}.`,
  },
  es: {
    noDistrict: "Todavía no se ha publicado ningún distrito",
    noDistrictBody:
      "No hay nada que mostrar hasta la primera publicación. Después, abra esta página de nuevo.",
    unknownDistrict: (district: string) => `Aquí no se publica ningún distrito «${district}»`,
    unknownDistrictBody:
      "Puede haber un error en la dirección. Estos son los distritos publicados:",
    unknownRelease: (district: string) => `Esa publicación de ${english(district)} no está aquí`,
    unknownReleaseBody: "Una publicación se conserva salvo que el distrito la retire.",
    unknownSchool: (district: string) => `No existe esa escuela en ${english(district)}`,
    unknownSchoolBody:
      "Puede haber un error en la dirección, o la escuela no está en esta publicación.",
    allSchools: "Todas las escuelas",
    shownInstead: "En su lugar se muestra:",
    noRequirement: (asked: string) => `Aquí no existe el requisito «${english(asked)}».`,
    noMeasure: (asked: string) => `Aquí no existe la medida «${english(asked)}».`,
    noSchool: (asked: string, district: string) =>
      `No existe la escuela «${english(asked)}» en ${english(district)}.`,
    notAskedThere: (school: string) => `Esto no se exige en ${english(school)}.`,
    noGrade: (asked: string) => `Aquí no existe el grado «${english(asked)}».`,
    openLatest: (day: string) => `Abrir las cifras más recientes, del ${day}`,
    older: (day: string) => `La publicación del ${day} es anterior a esta página`,
    olderBody: "La próxima publicación tendrá sus cifras.",
    refused: "No se le puede mostrar esto",
    failed: "No se pudieron leer las cifras",
    failedBody:
      "Están a salvo donde se publican; solo esta página no pudo leerlas. Si el problema continúa, comunique a la persona encargada de este sitio lo que dice aquí:",
    tryAgain: "Intentar de nuevo",
    past: (day: string) => `Está viendo cifras anteriores, del ${day}`,
    pastNoLists: "Sus números no abren listas: una lista de estudiantes es de hoy.",
    stale: (day: string) => `Estas cifras son antiguas: las últimas llegaron el ${day}`,
    staleBody: (days: string) =>
      `Se esperan nuevas en ${days}. Antes de citar una cifra, pregunte a quien envía los archivos si llegaron los de anoche.`,
    exactPlaces: (names: string, day: string | null) =>
      day === null
        ? `Exactas para usted: ${names}. Los demás lugares no tienen cifras hasta que haya una publicación.`
        : `Exactas para usted: ${names}. Los demás lugares se muestran como en la publicación del ${day}.`,
    exactNowhere: (day: string | null) =>
      day === null
        ? "Ninguna escuela es exacta para usted, y todavía no hay una publicación que mostrar en su lugar."
        : `Ninguna escuela es exacta para usted: las cifras son las de la publicación del ${day}.`,
  },
});

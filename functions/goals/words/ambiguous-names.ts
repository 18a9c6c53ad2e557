/**
 * Names that are also words, in lower case and without accents. They are masked only where the text
 * uses them as a name: "Will" and "will", "May" and "may", "Grace" and "grace".
 */
export const AMBIGUOUS_NAMES: ReadonlySet<string> = new Set(
  `will may mark grace hope faith joy art bill rose june april august summer autumn dean chase drew
  rich frank grant hunter page star dawn chance christian angel major king sunny brook reed miles
  iris ivy lily violet ruby pearl jade olive sage heather robin jack jay rob pat sue don ray gene
  harmony serenity melody destiny justice honor trinity journey young long short best good white
  black brown green gray day price cook baker carpenter mason taylor teacher parker walker rivers
  woods fields banks stone wood hall church college english french read write love luz paz sol mar
  cruz rosa flor esperanza dolores milagros mercedes consuelo socorro bueno bravo valle campos rey
  reyes leon mayo abril julio bella clara blanca victoria gloria`.split(/\s+/),
);

/** Of these, the ones that stand before a verb: "I will", "I may". */
export const MODAL_NAMES: ReadonlySet<string> = new Set(["will", "may"]);

/** Parts of names that are never masked: they are words of every sentence. */
export const NAME_PARTICLES: ReadonlySet<string> = new Set(
  "de la las los el del da das do dos di van von der den y e jr sr ii iii".split(" "),
);

/** Words that follow a subject, in English and Spanish: before them a capitalized word is a name. */
export const AFTER_A_SUBJECT: ReadonlySet<string> = new Set(
  `will would can could should may might must shall is was has had and quiere va debe necesita puede
  tiene es y`.split(/\s+/),
);

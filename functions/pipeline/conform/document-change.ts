import type { DistrictId, StudentId } from "../../domain/ids.ts";
import { contentHash } from "../../hashing/content-hash.ts";
import { tableKeys } from "../../layout.ts";
import type { PlanText } from "../../join/plan-texts.ts";
import type { Item } from "../ports.ts";
import type { ListedDocument } from "./plan-lists.ts";

/** How a school's plan documents differ from those that its list names. */
export interface DocumentChange {
  /** The documents to write. */
  readonly items: readonly Item[];
  /** The listed documents that the school no longer has. */
  readonly left: readonly ListedDocument[];
  /** The list while documents are written and removed. */
  readonly meanwhile: readonly ListedDocument[];
  /** The list when that is done. */
  readonly documents: readonly ListedDocument[];
}

/** Compares the documents of a school's students with those that its list names. */
export function documentChange(
  district: DistrictId,
  textsOf: (student: StudentId) => readonly PlanText[],
  students: readonly StudentId[],
  listed: readonly ListedDocument[],
): DocumentChange {
  const unseen = new Map(listed.map((document) => [documentKey(document), document]));
  const items: Item[] = [];
  const meanwhile: ListedDocument[] = [];
  const documents: ListedDocument[] = [];
  for (const student of students) {
    for (const { schoolYear, text } of textsOf(student)) {
      const document = { student, schoolYear, hash: contentHash(text) };
      const key = documentKey(document);
      const isSame = unseen.get(key)?.hash === document.hash;
      unseen.delete(key);
      documents.push(document);
      meanwhile.push(isSame ? document : asUnknown(document));
      if (isSame) continue;
      const { partition, sort } = tableKeys.plan(district, student, schoolYear);
      items.push({ partition, sort, document: text });
    }
  }
  const left = [...unseen.values()];
  return { items, left, meanwhile: [...meanwhile, ...left.map(asUnknown)], documents };
}

/** A document of which the table may hold an older version, or none. */
export const asUnknown = ({ student, schoolYear }: ListedDocument): ListedDocument => ({
  student,
  schoolYear,
  hash: null,
});

/** Identifies a document within a district. */
export const documentKey = ({
  student,
  schoolYear,
}: Pick<ListedDocument, "student" | "schoolYear">): string => `${schoolYear}#${student}`;

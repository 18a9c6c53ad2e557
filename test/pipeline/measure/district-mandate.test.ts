import { describe, expect, it } from "vitest";
import type { MandateOverlay } from "../../../functions/mandates/overlay/overlay.ts";
import { mandateById } from "../../../functions/mandates/rules/mandates.ts";
import type { Requirement } from "../../../functions/mandates/rules/requirement.ts";
import {
  districtMandate,
  mandateNamed,
} from "../../../functions/pipeline/measure/district-mandate.ts";
import {
  mandateSetting,
  setMandate,
} from "../../../functions/pipeline/settings/mandate-setting.ts";
import { CAST, freshPlaces } from "../../support/local-district.ts";

const kentucky = mandateById("KY");
const review = kentucky.requirements.find(({ id }) => id === "annual-review") as Requirement;
const own = (requirement: Requirement): MandateOverlay => ({
  id: "cast",
  title: "Cast's own rules",
  requirements: [requirement],
});
const earlier = own({ ...review, due: { kind: "share-of-year", days: 1, of: 2 } });
const looser = own({ ...review, modality: "encouraged" });

describe("the mandate of a district", () => {
  it("is good practice until one is set, and then that one", async () => {
    const { records } = await freshPlaces();
    expect((await districtMandate(records, CAST)).id).toBe("effective-practice");
    await setMandate(records, CAST, { mandate: "ky", overlay: null });
    expect((await districtMandate(records, CAST)).id).toBe("KY");
  });

  it("has the district's stricter rules over the state's, wherever it is asked for", async () => {
    const { records } = await freshPlaces();
    await setMandate(records, CAST, { mandate: "KY", overlay: earlier });
    for (const mandate of [
      await districtMandate(records, CAST),
      await mandateNamed(records, { district: CAST }, "ky"),
    ]) {
      expect(mandate.id).toBe("KY+cast");
      expect(mandate.districtOwn).toEqual(["annual-review"]);
      const asked = mandate.requirements.find(({ id }) => id === "annual-review");
      expect(asked?.due).toEqual({ kind: "share-of-year", days: 1, of: 2 });
    }
    expect((await mandateNamed(records, { district: CAST }, "VA")).id).toBe("VA");
  });

  it("stays as it was where the district's rules would be looser, and both rules are told", async () => {
    const { records } = await freshPlaces();
    await setMandate(records, CAST, { mandate: "KY", overlay: earlier });
    const refused = await setMandate(records, CAST, { mandate: "KY", overlay: looser });
    expect(refused).toMatchObject({
      kind: "refused",
      refusals: [{ state: { modality: "must" }, district: { modality: "encouraged" } }],
    });
    expect((await mandateSetting(records, CAST))?.overlay).toEqual(earlier);
  });
});

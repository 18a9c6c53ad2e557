import { effectivePractice } from "./effective-practice.ts";
import type { MandateProfile } from "./mandate-profile.ts";
import { profileOf } from "./profile-of.ts";
import alaska from "../profiles/ak.json" with { type: "json" };
import arizona from "../profiles/az.json" with { type: "json" };
import arkansas from "../profiles/ar.json" with { type: "json" };
import colorado from "../profiles/co.json" with { type: "json" };
import connecticut from "../profiles/ct.json" with { type: "json" };
import delaware from "../profiles/de.json" with { type: "json" };
import districtOfColumbia from "../profiles/dc.json" with { type: "json" };
import florida from "../profiles/fl.json" with { type: "json" };
import georgia from "../profiles/ga.json" with { type: "json" };
import hawaii from "../profiles/hi.json" with { type: "json" };
import idaho from "../profiles/id.json" with { type: "json" };
import illinois from "../profiles/il.json" with { type: "json" };
import indiana from "../profiles/in.json" with { type: "json" };
import iowa from "../profiles/ia.json" with { type: "json" };
import kansas from "../profiles/ks.json" with { type: "json" };
import kentucky from "../profiles/ky.json" with { type: "json" };
import louisiana from "../profiles/la.json" with { type: "json" };
import maine from "../profiles/me.json" with { type: "json" };
import maryland from "../profiles/md.json" with { type: "json" };
import massachusetts from "../profiles/ma.json" with { type: "json" };
import michigan from "../profiles/mi.json" with { type: "json" };
import minnesota from "../profiles/mn.json" with { type: "json" };
import mississippi from "../profiles/ms.json" with { type: "json" };
import missouri from "../profiles/mo.json" with { type: "json" };
import nebraska from "../profiles/ne.json" with { type: "json" };
import nevada from "../profiles/nv.json" with { type: "json" };
import newJersey from "../profiles/nj.json" with { type: "json" };
import newMexico from "../profiles/nm.json" with { type: "json" };
import newYork from "../profiles/ny.json" with { type: "json" };
import northCarolina from "../profiles/nc.json" with { type: "json" };
import northDakota from "../profiles/nd.json" with { type: "json" };
import ohio from "../profiles/oh.json" with { type: "json" };
import oklahoma from "../profiles/ok.json" with { type: "json" };
import oregon from "../profiles/or.json" with { type: "json" };
import pennsylvania from "../profiles/pa.json" with { type: "json" };
import rhodeIsland from "../profiles/ri.json" with { type: "json" };
import southCarolina from "../profiles/sc.json" with { type: "json" };
import southDakota from "../profiles/sd.json" with { type: "json" };
import tennessee from "../profiles/tn.json" with { type: "json" };
import texas from "../profiles/tx.json" with { type: "json" };
import utah from "../profiles/ut.json" with { type: "json" };
import vermont from "../profiles/vt.json" with { type: "json" };
import virginia from "../profiles/va.json" with { type: "json" };
import washington from "../profiles/wa.json" with { type: "json" };
import westVirginia from "../profiles/wv.json" with { type: "json" };
import wisconsin from "../profiles/wi.json" with { type: "json" };

/**
 * Every mandate profile, in the order of display: effective practice, then the jurisdictions by
 * name.
 */
export const MANDATES: readonly MandateProfile[] = [
  effectivePractice,
  ...[
    alaska,
    arizona,
    arkansas,
    colorado,
    connecticut,
    delaware,
    districtOfColumbia,
    florida,
    georgia,
    hawaii,
    idaho,
    illinois,
    indiana,
    iowa,
    kansas,
    kentucky,
    louisiana,
    maine,
    maryland,
    massachusetts,
    michigan,
    minnesota,
    mississippi,
    missouri,
    nebraska,
    nevada,
    newJersey,
    newMexico,
    newYork,
    northCarolina,
    northDakota,
    ohio,
    oklahoma,
    oregon,
    pennsylvania,
    rhodeIsland,
    southCarolina,
    southDakota,
    tennessee,
    texas,
    utah,
    vermont,
    virginia,
    washington,
    westVirginia,
    wisconsin,
  ].map(profileOf),
];

/**
 * The profile of an id, in upper or lower case: `ky` is KY.
 * @throws Error that lists the known profiles if there is none with this id
 */
export function mandateById(id: string): MandateProfile {
  const wanted = id.toLowerCase();
  const mandateOfId = MANDATES.find((mandate) => mandate.id.toLowerCase() === wanted);
  if (mandateOfId === undefined) {
    const ids = MANDATES.map((mandate) => mandate.id).join(", ");
    throw new Error(`no mandate profile "${id}"; use one of: ${ids}`);
  }
  return mandateOfId;
}

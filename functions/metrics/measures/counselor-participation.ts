import type { Metric } from "./metric.ts";
import { participation } from "./participation.ts";

/** Whether counselors take part: in at least one of the reviews held this school year. */
export const counselorParticipation: Metric = {
  id: "counselor-participation",
  name: "Reviewed with a counselor",
  definition:
    "Students with a review this school year in at least one of which a counselor took part.",
  numerator: "Students for whom a counselor took part in a held review.",
  ...participation({ about: "counselor", roles: ["counselor"], isPublic: true }),
};

import type { Metric } from "./metric.ts";
import { participation } from "./participation.ts";

/** Whether families take part: in at least one of the reviews held this school year. */
export const familyParticipation: Metric = {
  id: "family-participation",
  name: "Reviewed with family",
  definition: "Students with a review this school year in at least one of which family took part.",
  numerator: "Students for whom family took part in a held review.",
  ...participation({ about: "family", roles: ["family"], isPublic: true }),
};

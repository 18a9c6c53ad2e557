import type { Metric } from "./metric.ts";
import { participation } from "./participation.ts";

/** Whether an administrator or anybody else takes part: in at least one of the reviews held this school year. */
export const othersParticipation: Metric = {
  id: "others-participation",
  name: "Reviewed with somebody else",
  definition:
    "Students with a review this school year in at least one of which an administrator, or somebody who is neither student, family, counselor nor teacher, took part.",
  numerator:
    "Students for whom an administrator or such another person took part in a held review.",
  ...participation({ about: "others", roles: ["administrator", "other"], isPublic: false }),
};

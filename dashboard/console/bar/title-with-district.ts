const OURS = " | ILP Observatory";

/**
 * The title of one of the console's own pages with the district, which a reader of two districts
 * sees in the tabs and on paper. The pages of figures name theirs themselves.
 */
export const titleWithDistrict = (title: string, district: string): string =>
  title.endsWith(OURS) ? `${title.slice(0, -OURS.length)} · ${district}${OURS}` : title;

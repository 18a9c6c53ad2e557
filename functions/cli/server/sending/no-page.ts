import { siteFile, type SiteFile } from "./site-file.ts";

/**
 * The site's page for an unknown address, for a reader who accepts pages; null for a program, and
 * if the site has none.
 */
export const noPage = async (site: string, accept: string | undefined): Promise<SiteFile | null> =>
  accept?.includes("text/html") === true ? siteFile(site, "/404.html") : null;

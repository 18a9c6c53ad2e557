import { siteFile, type SiteFile } from "./site-file.ts";

/** The page of a built site for an address of no page, to somebody who reads pages; null for a program, and where the site has none. */
export const noPage = async (site: string, accept: string | undefined): Promise<SiteFile | null> =>
  accept?.includes("text/html") === true ? siteFile(site, "/404.html") : null;

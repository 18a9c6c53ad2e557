import type { Command } from "commander";
import { counted } from "../../../domain/text/counted.ts";
import { longDay } from "../../../domain/calendar/long-day.ts";
import type { Progress } from "../../../pipeline/ports.ts";
import type { BoardEdition } from "../../../pipeline/release/board-edition.ts";
import { AS_STAFF } from "../../arguments/as-staff.ts";
import { CommandError } from "../../arguments/command-error.ts";
import {
  dayArgument,
  ofDistrict,
  parsed,
  print,
  type Json,
  type OfDistrict,
} from "../../arguments/command-parts.ts";
import { printable } from "../../arguments/printable.ts";
import { chromiumPath } from "../../print/chromium-path.ts";
import { printTogether } from "../../print/print-together.ts";
import { withChromium } from "../../print/with-chromium.ts";
import { refuseUnwritable, writeWhole } from "../../print/write-whole.ts";
import { IDLE_MINUTES } from "../../server/serve-command.ts";
import { sharedPlaces } from "../../server/shared-places.ts";
import { boardAsked, type BoardAsked } from "./board-asked.ts";

interface BoardArguments extends OfDistrict, BoardAsked {
  readonly district: OfDistrict["district"];
  readonly out: string;
}

/** Adds `ilp report board`: the pages of a district and of each of its schools as one PDF. */
export function addReportBoard(report: Command, progressFor: (of: Json) => Progress): void {
  ofDistrict(
    report,
    "board",
    "Print the district's page and one of each school, as everybody may see them, as one PDF.",
  )
    .requiredOption("--out <file>", "the PDF to write, in place of what is there")
    .option(
      "--as-of <day>",
      "the date of the figures (YYYY-MM-DD); by default, the latest that is published",
      parsed(dayArgument),
    )
    .option("--staff", "print exact figures: keep the file inside the district")
    .option(...AS_STAFF)
    .action(async (options: BoardArguments) => {
      if (options.as !== undefined && options.staff !== true) {
        throw new CommandError("--as is for exact figures: give --staff too");
      }
      await printBoard(options, progressFor(options));
    });
}

async function printBoard(options: BoardArguments, progress: Progress): Promise<void> {
  const { data, out } = options;
  const isStaff = options.staff === true;
  // What is missing is said before anything is read and before a look is noted.
  const chromium = chromiumPath(process.env);
  refuseUnwritable(out);
  const { reading } = sharedPlaces(data);
  const edition = await reading((places) => boardAsked(places, options));
  const pdf = await printed(options, edition, chromium, progress);
  writeWhole(out, pdf, isStaff ? 0o600 : 0o666);
  const { release, schools } = edition;
  print(
    options,
    { file: out, release, asOf: edition.asOf, isExact: isStaff, schools: schools.length },
    () => boardText(out, edition, isStaff),
  );
}

/** Serves the sites for as long as it prints their pages. */
async function printed(
  { data, district, as, staff }: BoardArguments,
  edition: BoardEdition,
  chromium: string,
  progress: Progress,
): Promise<Uint8Array> {
  // Few commands need what answers over HTTP.
  const { serveSites } = await import("../../server/serve-sites.ts");
  const console = {
    district,
    isDemo: false,
    idleMinutes: IDLE_MINUTES,
    through: "command",
  } as const;
  const { servers, address, openingFor } = await serveSites(data, 0, staff ? console : null);
  try {
    progress.step("print the pages", 1 + edition.schools.length);
    return await withChromium(chromium, async (page) => {
      const opening = openingFor?.(as ?? null);
      if (opening !== undefined) await page.goto(opening);
      const site = opening === undefined ? address : new URL(opening).origin;
      return printTogether(page, boardPages(site, district, edition), progress);
    });
  } finally {
    progress.done();
    for (const server of servers) {
      server.closeAllConnections();
      server.close();
    }
  }
}

/** The addresses of the pages: the district's, then one per school. */
export function boardPages(
  site: string,
  district: string,
  { release, schools }: Pick<BoardEdition, "release" | "schools">,
): readonly string[] {
  const pageOf = (path: string, parameters: { readonly [name: string]: string }) =>
    `${site}${path}?${new URLSearchParams({ district, release, ...parameters }).toString()}`;
  return [pageOf("/", {}), ...schools.map(({ id }) => pageOf("/schools.html", { school: id }))];
}

const boardText = (
  out: string,
  { districtName, schools, asOf }: BoardEdition,
  isStaff: boolean,
): string =>
  printable(
    `${out}: ${districtName} and ${counted(schools.length, "school")}, data as of ${longDay(asOf)}${isStaff ? "; exact figures: keep it inside the district" : ""}`,
  ) + "\n";

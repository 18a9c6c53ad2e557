import type { Command } from "commander";
import { mailSetting, setMail } from "../../pipeline/settings/mail-setting.ts";
import { ofDistrict, parsed, print, type OfDistrict } from "../arguments/command-parts.ts";
import { withLocalPlaces } from "../arguments/local-places.ts";
import {
  emailArgument,
  timezoneArgument,
  webAddressArgument,
} from "../arguments/mail-arguments.ts";

interface Asked extends OfDistrict {
  readonly timeZone?: string;
  readonly from?: string;
  readonly consoleAddress?: string;
}

/** Adds `ilp district mail`: what ilp digest needs to know of a district. It takes no password. */
export function addDistrictMailCommand(district: Command): void {
  ofDistrict(
    district,
    "mail",
    "Set the time zone and the addresses of the weekly mail; without an option, show them.",
  )
    .option(
      "--time-zone <zone>",
      "the district's IANA time zone, such as America/Chicago",
      parsed(timezoneArgument),
    )
    .option("--from <address>", "the address that the mail comes from", parsed(emailArgument))
    .option(
      "--console-address <address>",
      "where the links of the mail lead, such as https://ilp.north.example",
      parsed(webAddressArgument),
    )
    .action(async (options: Asked) => {
      const { timeZone: timezone, from, consoleAddress } = options;
      const given = {
        ...(timezone !== undefined && { timezone }),
        ...(from !== undefined && { from }),
        ...(consoleAddress !== undefined && { consoleAddress }),
      };
      const setting = await withLocalPlaces(options.data, async ({ records }) => {
        if (Object.keys(given).length > 0) await setMail(records, options.district, given);
        return mailSetting(records, options.district);
      });
      print(
        options,
        setting,
        ({ timezone: zone, from: sender, consoleAddress: links }) =>
          `time zone ${zone ?? "of the machine"}; mail comes from ${sender ?? "no address yet"}; links lead to ${links ?? "no console yet"}\n`,
      );
    });
}

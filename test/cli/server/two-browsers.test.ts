import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildDashboard } from "../../../dashboard/build.ts";
import { folderStore } from "../../../functions/adapters/folder/folder-store.ts";
import { localFolders } from "../../../functions/cli/arguments/local-places.ts";
import { serveSites, type ServedSites } from "../../../functions/cli/server/serve-sites.ts";
import { publishedFolder } from "../../support/cast-folder.ts";
import { CAST } from "../../support/local-district.ts";
import { cookieOf } from "../../support/serving-console.ts";
import { setStaff, staffRow } from "../../support/staff-of.ts";

interface Listed {
  readonly students: readonly { readonly student: string; readonly school: string }[];
}
interface Logged {
  readonly who: string;
  readonly kind: string;
  readonly because: string;
}

describe("two browsers of one server", { timeout: 60_000 }, () => {
  const data = mkdtempSync(join(tmpdir(), "ilp-browsers-"));
  let served: ServedSites;
  let site: string;
  const opened = async (identity: string | null) => {
    const opening = served.openingFor!(identity);
    site = new URL(opening).origin;
    return { cookie: await cookieOf({ opening }) };
  };

  beforeAll(async () => {
    await publishedFolder(data);
    await setStaff({ records: folderStore(localFolders(data).records) }, [
      staffRow("P-1", "principal", ["CAST-MS"]),
      staffRow("P-2", "principal", ["CAST-HS"]),
      staffRow("N-0", null),
    ]);
    await buildDashboard();
    served = await serveSites(data, 0, {
      ...{ district: CAST, isDemo: false, idleMinutes: 30, through: "console" },
    });
  }, 120_000);
  afterAll(() => {
    for (const server of served.servers) {
      server.closeAllConnections();
      server.close();
    }
    rmSync(data, { recursive: true, force: true });
  });

  it("never get an answer meant for the other, asked at once", async () => {
    const [middle, high, nobody] = [await opened("P-1"), await opened("P-2"), await opened("N-0")];
    const list = async (headers: { readonly cookie: string }) => {
      const response = await fetch(`${site}/console/students`, { headers });
      if (!response.ok) return response.status;
      const { students } = (await response.json()) as Listed;
      expect(students.length).toBeGreaterThan(3);
      return [...new Set(students.map(({ school }) => school))].join();
    };
    const [asked, expected] = [
      [middle, high, nobody],
      ["CAST-MS", "CAST-HS", 403],
    ];
    const lists = await Promise.all(
      Array.from({ length: 24 }, (_, index) => list(asked[index % 3]!)),
    );
    expect(lists).toEqual(Array.from({ length: 24 }, (_, index) => expected[index % 3]));
    await fetch(`${site}/session/end`, {
      method: "POST",
      headers: { ...middle, origin: site, "content-type": "application/json" },
      body: "{}",
    });
    expect([await list(middle), await list(high)]).toEqual([401, "CAST-HS"]);
  });

  it("show a page the exact figures of their own school alone", async () => {
    const [middle, high] = [await opened("P-1"), await opened("P-2")];
    const rates = async (headers: { readonly cookie: string }) => {
      const latest = await fetch(`${site}/data/cast/latest.json`, { headers });
      const { path } = (await latest.json()) as { path: string };
      return (await fetch(`${site}/data/cast/${path}rates.csv`, { headers })).text();
    };
    const [hers, his] = await Promise.all([rates(middle), rates(high)]);
    const open = (await (await fetch(`${served.address}/data/cast/latest.json`)).json()) as {
      path: string;
    };
    const everybody = await (
      await fetch(`${served.address}/data/cast/${open.path}rates.csv`)
    ).text();
    expect(new Set([hers, his, everybody]).size).toBe(3);
  });

  it("leave each look in the log with who and why, and no student’s name", async () => {
    const folder = join(localFolders(data).records, "access-log", "cast");
    const files = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith(".json"))
      .map(({ parentPath, name }) => readFileSync(join(parentPath, name), "utf8"));
    const entries = files.map((text) => JSON.parse(text) as Logged);
    const of = (kind: string) => entries.filter((entry) => entry.kind === kind);
    expect(
      of("open-session")
        .map(({ who }) => who)
        .sort(),
    ).toEqual([...["N-0", "P-1", "P-1", "P-2", "P-2"]]);
    const looks = of("see-student");
    expect(looks).toHaveLength(25);
    for (const { who, because } of looks) {
      expect(because).toMatch(who === "N-0" ? /gives you no role/ : /^You are principal of /);
    }
    expect(files.join("")).not.toMatch(/C-\d\d|Cedrane|Doverell/);
  });
});

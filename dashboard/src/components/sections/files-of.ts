import type { ReleaseManifest } from "../../../../functions/releases/manifest/manifest.ts";
import type { Edition } from "../../release/edition.ts";
import type { TableFile } from "../tables/table-files.ts";

type TableName = ReleaseManifest["tables"][number]["name"];

/** The whole published table as files of each format. */
export async function filesOf(edition: Edition, name: TableName): Promise<readonly TableFile[]> {
  const { tables, district, asOf } = await edition.manifest();
  const table = tables.find((each) => each.name === name);
  if (table === undefined) return [];
  const formats: readonly (readonly [format: string, file: string | undefined])[] = [
    ["CSV", table.csv],
    ["Parquet", table.parquet],
    ["Arrow", table.arrow],
  ];
  return formats.flatMap(([format, file]) =>
    file === undefined
      ? []
      : [
          {
            format,
            href: new URL(file, edition.folder).href,
            name: `${district.id}-${asOf}-${file}`,
          },
        ],
  );
}

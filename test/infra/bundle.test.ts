import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { App, Stack } from "aws-cdk-lib";
import { Asset } from "aws-cdk-lib/aws-s3-assets";
import { describe, expect, it } from "vitest";
import { HANDLERS } from "../../functions/layout.ts";
import { bundleHandlers } from "../../infra/bundle.ts";
import { scratchFolder } from "../support/scratch-folder.ts";

const HANDLER = `
  import { createHash } from "node:crypto";
  export const handler = async (event: { text: string }) => ({
    hash: createHash("sha256").update(event.text).digest("hex").slice(0, 4),
    hasRequire: typeof require,
  });
`;

async function folders(names: readonly string[] = HANDLERS) {
  const entries = scratchFolder();
  await Promise.all(names.map((name) => writeFile(join(entries, `${name}.ts`), HANDLER)));
  return { entries, bundles: join(scratchFolder(), "lambda") };
}

describe("bundleHandlers", () => {
  it("makes a module of each handler that runs by itself", async () => {
    const bundles = await bundleHandlers(await folders());
    expect(bundles.map(({ name }) => name)).toEqual(HANDLERS);
    const { handler } = (await import(pathToFileURL(bundles[0]!.path).href)) as {
      handler(event: object): Promise<unknown>;
    };
    expect(await handler({ text: "" })).toEqual({ hash: "e3b0", hasRequire: "function" });
  });

  it("makes the same asset when nothing has changed", async () => {
    const where = await folders();
    const hashes = async () =>
      (await bundleHandlers(where)).map(({ name }) => {
        const stack = new Stack(new App(), "Assets");
        const path = join(where.bundles, name);
        return new Asset(stack, name, { path, exclude: ["*.map"] }).assetHash;
      });
    const first = await hashes();
    expect(await hashes()).toEqual(first);
    await writeFile(join(where.entries, "receive.ts"), HANDLER.replace("4", "5"));
    const second = await hashes();
    const changed = HANDLERS.indexOf("receive");
    expect(second[changed]).not.toBe(first[changed]);
    expect(second.toSpliced(changed, 1)).toEqual(first.toSpliced(changed, 1));
  });

  it("leaves the source map out of the code and beside it", async () => {
    const [bundle] = await bundleHandlers(await folders());
    expect(await readFile(bundle!.path, "utf8")).not.toContain("sourceMappingURL");
    expect(await readFile(`${bundle!.path}.map`, "utf8")).toContain(`${HANDLERS[0]}.ts`);
  });

  it("names the handlers that are not there", async () => {
    const where = await folders(["receive", "publish"]);
    const missing = HANDLERS.filter((name) => name !== "receive" && name !== "publish");
    expect(missing.slice(0, 2)).toEqual(["arrive", "lease"]);
    await expect(bundleHandlers(where)).rejects.toThrow(
      `no entry file for the handlers ${missing.join(", ")}`,
    );
  });

  it("refuses an entry without a handler", async () => {
    const where = await folders();
    await writeFile(join(where.entries, "measure.ts"), "export const measure = 1;");
    await expect(bundleHandlers(where)).rejects.toThrow('measure.ts has no export "handler"');
  });
});

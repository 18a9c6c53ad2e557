import { fork } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import {
  type EmbeddedDynamo,
  embeddedDynamo,
} from "../../../functions/adapters/table/embedded-dynamo.ts";
import { scratchFolder } from "../../support/scratch-folder.ts";

const item = { partition: "p", sort: "s", text: "Zoë" };

function dynamoProcess(folder: string, does: "close" | "wait" | "leave") {
  return fork(new URL("../dynamo-process.ts", import.meta.url), [folder, does], {
    execArgv: ["--import", "tsx"],
  });
}

async function itemsIn(folder: string): Promise<number> {
  const dynamo = await embeddedDynamo(folder);
  const { items } = await dynamo.table.query({ partition: "many" });
  await dynamo.close();
  return items.length;
}

describe("embedded-dynamo", () => {
  it("keeps its items from one start to the next", async () => {
    const folder = join(scratchFolder(), "not", "yet", "made");
    const first = await embeddedDynamo(folder);
    await first.table.put(item);
    await first.close();
    const second = await embeddedDynamo(folder);
    expect(await second.table.get(item)).toEqual(item);
    await second.close();
  });

  it("may be closed twice", async () => {
    const dynamo = await embeddedDynamo(null);
    await Promise.all([dynamo.close(), dynamo.close()]);
    await dynamo.close();
  });

  it("listens to this machine alone", async () => {
    const dynamo = await embeddedDynamo(null);
    const endpoint = await dynamo.client.config.endpoint!();
    expect(endpoint.hostname).toBe("127.0.0.1");
    await dynamo.close();
  });

  it("says who holds the folder, and goes on holding it", async () => {
    const folder = scratchFolder();
    const dynamo = await embeddedDynamo(folder);
    await dynamo.table.put(item);
    const message = `another ilp command is using the data folder ${folder}: wait until it has ended`;
    await expect(embeddedDynamo(folder)).rejects.toThrow(message);
    const other = dynamoProcess(folder, "close");
    const [answer] = await once(other, "message");
    expect(answer).toContain(message);
    await once(other, "exit");
    expect(await dynamo.table.get(item)).toEqual(item);
    await dynamo.close();
  });

  it("says why else a folder does not open", async () => {
    const file = join(scratchFolder(), "file");
    writeFileSync(file, "");
    await expect(embeddedDynamo(file)).rejects.toThrow(`the table in the data folder ${file}`);
  });

  it("starts again after its process was killed in the midst of writing", async () => {
    const folder = scratchFolder();
    const killed = dynamoProcess(folder, "wait");
    const [written] = await once(killed, "message");
    expect(written).toBe("1000");
    killed.kill("SIGKILL");
    await once(killed, "exit");
    expect(await itemsIn(folder)).toBeGreaterThanOrEqual(1_000);
  });

  it("does not keep a command alive that forgot to close, nor lose what it wrote", async () => {
    const folder = scratchFolder();
    const leaving = dynamoProcess(folder, "leave");
    const [code] = await once(leaving, "exit");
    expect(code).toBe(0);
    expect(await itemsIn(folder)).toBe(1_000);
  });

  it("outlives a connection that is cut within a request", async () => {
    const dynamo = await embeddedDynamo(null);
    for (const cut of ["destroy", "resetAndDestroy"] as const) await cutRequest(dynamo, cut);
    await dynamo.table.put(item);
    expect(await dynamo.table.get(item)).toEqual(item);
    await dynamo.close();
  });
});

async function cutRequest(
  dynamo: EmbeddedDynamo,
  cut: "destroy" | "resetAndDestroy",
): Promise<void> {
  const { port } = await dynamo.client.config.endpoint!();
  const socket = connect(port!, "127.0.0.1");
  await once(socket, "connect");
  socket.write("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nhalf");
  await new Promise((resolve) => setTimeout(resolve, 30));
  socket[cut]();
  await new Promise((resolve) => setTimeout(resolve, 30));
}

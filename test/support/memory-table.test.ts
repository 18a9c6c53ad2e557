import { describe } from "vitest";
import { tableContract } from "../adapters/table.contract.ts";
import { memoryTable } from "./memory-table.ts";

describe("memory-table", () => {
  tableContract(async () => memoryTable());
});

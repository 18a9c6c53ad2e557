import { serveSite } from "./serve.ts";
const s = await serveSite(process.argv[2] ?? "/tmp/w/demo/public");
console.log(s.address);

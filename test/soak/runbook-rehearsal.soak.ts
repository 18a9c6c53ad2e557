import { rehearseRunbook } from "../infra/rehearsal/rehearsal.ts";

rehearseRunbook(true);

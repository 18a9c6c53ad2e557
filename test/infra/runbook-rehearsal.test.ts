import { rehearseRunbook } from "./rehearsal/rehearsal.ts";

rehearseRunbook(false);

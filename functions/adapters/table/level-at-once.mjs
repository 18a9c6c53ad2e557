/**
 * LevelDB with fewer ways through Node's thread pool. dynalite reads and writes one key at a time,
 * four keys an item, and the way to the pool and back takes many times as long as LevelDB does. In a
 * thread that does nothing else, reads are made on the spot, and all that is put within one turn of
 * the loop is written as one batch. A put still resolves no sooner than it is written.
 */
import { setImmediate as nextTurn } from "node:timers/promises";
import { Level } from "level";

/** Sets it for every store that this thread opens: dynalite takes no store from outside. */
export function readAndWriteAtOnce() {
  Level.prototype._get = async function (key, options) {
    return this._getSync(key, options);
  };
  Level.prototype._put = function (key, value, options) {
    const batch = batches.get(this) ?? startBatch(this);
    batch.operations.push({ ...options, type: "put", key, value });
    return batch.written;
  };
}

/** What is to be put into each store at the end of this turn. */
const batches = new Map();

function startBatch(store) {
  const operations = [];
  const written = nextTurn().then(() => {
    batches.delete(store);
    return store._batch(operations, {});
  });
  const batch = { operations, written };
  batches.set(store, batch);
  return batch;
}

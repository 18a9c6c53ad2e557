/**
 * What is made from an object, such as an index of a list: made when it is first asked for and kept as
 * long as the object is.
 */
export function madeOnce<Source extends object, Made>(
  make: (source: Source) => Made,
): (source: Source) => Made {
  const kept = new WeakMap<Source, { readonly made: Made }>();
  return (source) => {
    let entry = kept.get(source);
    if (entry === undefined) kept.set(source, (entry = { made: make(source) }));
    return entry.made;
  };
}

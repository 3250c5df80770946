import { attached } from '../binary/attached.ts';

/** A function that is asked once for each object, as long as that is in use. */
export function oncePer<Subject extends object, Result>(
  make: (subject: Subject) => Result,
): (subject: Subject) => Result {
  const known = attached<Subject, { readonly result: Result }>();
  return (subject) => {
    const before = known.get(subject);
    if (before !== undefined) return before.result;
    const result = make(subject);
    known.set(subject, { result });
    return result;
  };
}

/**
 * A reader that reads each object of a view once: hundreds of requests lead to the same device, and hundreds of workers to the same
 * queue. What was read is kept as long as the view is in use; when there are more objects than `limit`, all are read anew.
 * @param limit the number of objects that are kept
 */
export function remembered<View extends object, Address extends bigint, Result>(
  limit: number,
  read: (view: View, address: Address) => Result,
): (view: View, address: Address) => Result {
  const byView = attached<View, Map<Address, Result>>();
  return (view, address) => {
    let known = byView.get(view);
    if (known === undefined) {
      known = new Map();
      byView.set(view, known);
    }
    const before = known.get(address);
    if (before !== undefined || known.has(address)) return before as Result;
    const result = read(view, address);
    if (known.size >= limit) known.clear();
    known.set(address, result);
    return result;
  };
}

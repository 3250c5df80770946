/** A name without decoration: identifiers joined by `::`. */
export const PLAIN_NAME = /^\w+(?:::\w+)*$/;

/**
 * Whether a symbol may match `pattern`. Every identifier of a plain name is in its decorated form too (a repeated one at its first
 * place), so a symbol without one of them need not be undecorated, which is most of the cost of a search.
 */
export function mayMatch(pattern: string): (name: string) => boolean {
  if (!PLAIN_NAME.test(pattern)) return () => true;
  const words = pattern.toLowerCase().split('::');
  return (name) => {
    const text = name.toLowerCase();
    return words.every((word) => text.includes(word));
  };
}

/** Letters of a name by which it is looked up. Shorter names are not looked for alone: they are parts of any words. */
const KEY = 4;

const WORD = /[\p{L}\p{N}_]/u;

/**
 * Replaces known names in texts, whatever their case, the longest first, where no letter or digit goes on before or behind them. One
 * pass over a text, however many names there are.
 * @param names the replacement of each name
 */
export function nameReplacer(names: ReadonlyMap<string, string>): (text: string) => string {
  const byStart = new Map<string, { readonly name: string; readonly other: string }[]>();
  for (const [name, other] of names) {
    if (name.length < KEY) continue;
    const lower = name.toLowerCase();
    const key = lower.slice(0, KEY);
    const known = byStart.get(key);
    if (known) known.push({ name: lower, other });
    else byStart.set(key, [{ name: lower, other }]);
  }
  for (const row of byStart.values()) row.sort((a, b) => b.name.length - a.name.length);
  const isWordAt = (text: string, at: number) => at >= 0 && at < text.length && WORD.test(text.charAt(at));

  return (text) => {
    const lower = text.toLowerCase();
    // Letters whose small form is longer would shift all places behind them; such a text is compared as it is.
    const compared = lower.length === text.length ? lower : text;
    let result = '';
    let kept = 0;
    for (let at = 0; at + KEY <= compared.length; at += 1) {
      const row = byStart.get(compared.slice(at, at + KEY));
      const found = row?.find(({ name }) => {
        if (!compared.startsWith(name, at)) return false;
        const end = at + name.length;
        const begins = !(isWordAt(name, 0) && isWordAt(compared, at - 1));
        return begins && !(isWordAt(name, name.length - 1) && isWordAt(compared, end));
      });
      if (found === undefined) continue;
      result += text.slice(kept, at) + found.other;
      kept = at + found.name.length;
      at = kept - 1;
    }
    return result + text.slice(kept);
  };
}

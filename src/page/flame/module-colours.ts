import type { PageData } from '../page-data.ts';

/** How many hues the style sheet has for modules of Microsoft: `.hue-0` … `.hue-5`. */
const HUES = 6;

/** Class names of the colours of modules: grey for the kernel, calm hues for other modules of Microsoft, one strong colour for the rest. */
export function moduleColours({ modules, stacks, frames }: PageData): readonly string[] {
  const uses = new Map<number, number>();
  for (const stack of stacks) {
    for (const module of new Set(stack.frames.map((frame) => frames[frame]?.module))) {
      if (module !== undefined) uses.set(module, (uses.get(module) ?? 0) + 1);
    }
  }
  // The modules that most stacks share get hues of their own; later ones take turns.
  const order = [...uses].sort(([, a], [, b]) => b - a).map(([module]) => module);
  const isPlain = (module: number) =>
    !/^(?:nt|hal)$/.test(modules[module]?.name ?? '') && !modules[module]?.isThirdParty;
  const ranked = order.filter(isPlain);
  return modules.map(({ name, isThirdParty }, index) => {
    if (isThirdParty) return 'foreign';
    if (/^(?:nt|hal)$/.test(name)) return 'kernel';
    const rank = ranked.indexOf(index);
    return `hue-${(rank < 0 ? index : rank) % HUES}`;
  });
}

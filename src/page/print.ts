/** Paper opens nothing: every closed part is open while the page is printed. Returns what ends that. */
export function openWhilePrinting(): () => void {
  let opened: HTMLDetailsElement[] = [];
  const open = () => {
    opened = [...document.querySelectorAll<HTMLDetailsElement>('details:not([open]):not(.no-print)')];
    for (const part of opened) part.open = true;
  };
  const close = () => {
    for (const part of opened) part.open = false;
    opened = [];
  };
  window.addEventListener('beforeprint', open);
  window.addEventListener('afterprint', close);
  return () => {
    window.removeEventListener('beforeprint', open);
    window.removeEventListener('afterprint', close);
  };
}

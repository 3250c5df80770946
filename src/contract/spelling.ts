/** The text with a capital first letter: how names of lists in code become names in the contract and in PowerShell. */
export function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

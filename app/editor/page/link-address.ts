// What a person types as an address, made one.

/** A bare host becomes https, a bare mail address mailto; anything else is left as it is. */
export function linkAddress(typed: string): string {
  const text = typed.trim();
  if (/^[^\s@/:]+@[^\s@/]+\.[^\s@/]+$/.test(text)) return `mailto:${text}`;
  if (/^(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}(?::\d+)?(?:[/?#].*)?$/u.test(text)) return `https://${text}`;
  return text;
}

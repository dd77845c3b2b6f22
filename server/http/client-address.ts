// Who asks, as far as the proxies in front may be believed.

/**
 * The address of the client: the connection's own, or with `trusted` proxies in front what the
 * outermost of them wrote into X-Forwarded-For (each adds one at the end; what stands before was sent
 * by the client and may be anything).
 */
export function clientAddress(
  connection: string | undefined,
  forwardedFor: string | undefined,
  trusted: number,
): string {
  const chain = (forwardedFor ?? '')
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '');
  const seen = [...chain, connection ?? ''];
  return seen[Math.max(0, seen.length - 1 - trusted)] ?? '';
}

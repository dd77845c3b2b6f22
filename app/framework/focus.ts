// Which item of a framework is in focus: it is in the address, and changes at once when one is chosen.
import { useLocation, useNavigation } from '@remix-run/react';

/** The id in `?item=`, of where one is going if that is this page, else of where one is. */
export function useFocus(): string | null {
  const here = useLocation();
  const { location: next } = useNavigation();
  const at = next?.pathname === here.pathname ? next : here;
  return new URLSearchParams(at.search).get('item');
}

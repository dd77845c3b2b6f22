// How much of the page's foot a phone's keyboard covers, told to the style sheet, so that the tools stand above it.

/** Sets `--keyboard` on the page while it changes; the returned function stops that. */
export function followKeyboard(): () => void {
  const { visualViewport: visible } = window;
  if (!visible) return () => {};
  const { style } = document.documentElement;
  const tell = () => {
    const covered = window.innerHeight - visible.height - visible.offsetTop;
    // Pinched in, the window is smaller too, and no keyboard is there.
    if (covered > 1 && visible.scale === 1) style.setProperty('--keyboard', `${covered}px`);
    else style.removeProperty('--keyboard');
  };
  visible.addEventListener('resize', tell);
  visible.addEventListener('scroll', tell);
  return () => {
    visible.removeEventListener('resize', tell);
    visible.removeEventListener('scroll', tell);
    style.removeProperty('--keyboard');
  };
}

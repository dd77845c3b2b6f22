// What stands over or beside the text once the page is alive: tools, menus, dialogs. Loaded with the living part, not before.
import { CommentsOverlay } from '../../comments/overlay.tsx';
import type { Section } from '../live/section.ts';
import type { SectionRows } from '../rows.ts';
import { BinDialog } from './bin-dialog.tsx';
import { ChipMenu } from './chip-menu.tsx';
import { ItemMenu } from './item-menu.tsx';
import { KeysDialog } from './keys-dialog.tsx';
import { Leaving } from './leaving.tsx';
import { LinkDialog } from './link-dialog.tsx';
import { MoveDialog } from './move-dialog.tsx';
import { OutlineDialog } from './outline-dialog.tsx';
import { ReferencePicker } from './reference-picker.tsx';
import { Toolbar } from './toolbar.tsx';

export function Overlays({
  section,
  sections,
}: {
  readonly section: Section;
  readonly sections: readonly SectionRows[];
}) {
  return (
    <>
      <Toolbar section={section} />
      <ItemMenu section={section} />
      <ChipMenu section={section} />
      <MoveDialog section={section} />
      <ReferencePicker section={section} />
      <LinkDialog section={section} />
      <BinDialog section={section} />
      <OutlineDialog sections={sections} />
      <KeysDialog />
      <CommentsOverlay section={section} sections={sections} />
      <Leaving section={section} />
    </>
  );
}

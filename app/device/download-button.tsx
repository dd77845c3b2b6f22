// Saves a text as a file of this device: it is made here, no server is asked.
import { Button } from '../components/button.tsx';
import { useT } from '../language.tsx';

export function DownloadButton({
  text,
  children,
}: {
  readonly text: string;
  readonly children: string;
}) {
  const t = useT();
  const save = () => {
    const address = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }));
    const link = document.createElement('a');
    link.href = address;
    link.download = t('device.file');
    link.click();
    // The browser has taken it by the time this turn of the loop is over.
    setTimeout(() => URL.revokeObjectURL(address), 0);
  };
  return (
    <Button icon="download" onPress={save}>
      {children}
    </Button>
  );
}

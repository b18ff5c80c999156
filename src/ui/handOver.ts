/** How a file reached its owner. */
export type HandedOver = 'shared' | 'downloaded' | 'cancelled';

/** Phones strand a downloaded file in a preview, so there the share sheet is the way to "Save to Files". */
const prefersSharing = (): boolean => matchMedia('(pointer: coarse)').matches && 'canShare' in navigator;

/** Some share sheets take only well-known kinds of file; plain text is one of them everywhere. */
const shareable = (file: File): File | undefined => {
  const asText = new File([file], `${file.name}.txt`, { type: 'text/plain' });
  return [file, asText].find((candidate) => navigator.canShare({ files: [candidate] }));
};

/** Whether a file would go through the share sheet, which must be opened by a tap of its own. */
export const isShared = (file: File): boolean => prefersSharing() && shareable(file) !== undefined;

/** Gives a finished file to its owner: by the share sheet on phones, as a download elsewhere. Call it from a tap. */
export async function handOver(file: File): Promise<HandedOver> {
  const shared = prefersSharing() ? shareable(file) : undefined;
  if (shared) {
    try {
      await navigator.share({ files: [shared] });
      return 'shared';
    } catch (error) {
      if (error instanceof DOMException && error.name === 'AbortError') return 'cancelled';
    }
  }
  download(file);
  return 'downloaded';
}

function download(file: File): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = file.name;
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(address);
  }, 60_000);
}

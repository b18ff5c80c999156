/** Where shared files wait, on this device, until the page opens them; the page knows it by the same name. */
const WAITING = 'shared-files';

/** Named `title`, `text` and `files` in the manifest. */
interface Shared {
  readonly files: readonly File[];
  readonly text: string;
}

function sharedIn(form: FormData): Shared {
  const files = form.getAll('files').filter((entry) => entry instanceof File && entry.size > 0) as File[];
  const text = form.get('text');
  return { files, text: typeof text === 'string' ? text : '' };
}

const kept = (content: Blob | string, name: string) =>
  new Response(content, { headers: { 'x-name': encodeURIComponent(name) } });

/**
 * Takes what another app hands over through the share sheet: it is kept on this device until the page has opened it, and goes nowhere else.
 * What was shared before and never opened is thrown away. The answer leads to the page; a text without a file is a table to paste.
 */
export async function takeShared(request: Request, scope: string): Promise<Response> {
  const page = new URL('./#/import?shared=1', scope).href;
  try {
    const { files, text } = sharedIn(await request.formData());
    await caches.delete(WAITING);
    const waiting = await caches.open(WAITING);
    const place = (i: number) => new URL(`./shared/${i}`, scope).href;
    for (const [i, file] of files.entries()) await waiting.put(place(i), kept(file, file.name));
    if (files.length === 0 && text.trim() !== '') await waiting.put(place(0), kept(text, ''));
  } catch {
    await caches.delete(WAITING).catch(() => false);
  }
  return Response.redirect(page, 303);
}

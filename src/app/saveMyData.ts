import { prepareShopFile } from '../reactive/shopFile';
import type { Session } from '../reactive/session.svelte';
import { Failure } from '../storage/failure';
import type { Envelope } from '../storage/envelope';
import { handOver } from '../ui/handOver';

/**
 * Saves the open shop into a file in one go; the answer is the file's name. For places that must work when nothing else
 * does, so all it needs is the name of the shop: a broken worker or data of a newer version do not stop it.
 */
export async function saveMyData(session: Session): Promise<string> {
  const { shop } = session;
  if (!shop) throw new Failure('nothing-to-save');
  const { file, envelope } = await prepareShopFile(session, shop);
  if ((await handOver(file)) === 'cancelled') throw new Failure('cancelled');
  await remember(session, envelope);
  return file.name;
}

/** The owner has the file; that its age cannot be written down is no reason to say that saving failed. */
async function remember(session: Session, envelope: Envelope): Promise<void> {
  if (session.condition === 'usable') await session.fileSaved(envelope).catch(() => undefined);
}

import { behind, standsFor } from '../../domain/identity/aliases';
import { markOf } from '../../domain/identity/forgetful';
import { namingOf } from '../../domain/identity/scrubbed';
import { foldedName } from '../../domain/intake/values/cleanText';
import { clientKey, phoneKey } from '../../domain/intake/values/clientKey';
import type { Day } from '../../domain/kernel/day';
import type { Forgotten } from '../../domain/notebook/forgotten';
import type { ClientList } from '../../storage/clientList';
import { forgottenEntries } from '../../storage/forgotten';
import { logWithoutNames, namelessCard, writeForgotten } from '../../storage/forgetting';
import { readAliases } from '../../storage/sameClients';
import { countSave } from '../../storage/saves';
import { readCards } from '../../storage/settings';
import type { CardRecord } from '../../storage/shopDb';
import { isGone } from '../../storage/undo';
import type { Input, Output } from '../protocol';
import { touched } from './notebook';
import { shop } from './openShops';
import { basisOf, tried, writeWithFigures } from './shopFigures';

/** Takes a person out of the shop for good; their sales stay, without a name, so that no figure of the past changes. */
export function forgetClient({
  shopId,
  client,
  today,
}: Input<'forgetClient'>): Promise<Output<'forgetClient'>> {
  return tried(async () => {
    const open = await shop(shopId);
    const [before, log, aliases, earlier, { records: cards }] = await Promise.all([
      basisOf(open, today),
      open.log(),
      readAliases(open.db),
      forgottenEntries(open.db),
      readCards(open.db),
    ]);
    const group = behind(aliases, standsFor(aliases, client));
    const list = log.same?.apart ?? log.clients;
    const known = knownBy(list, group, cards);
    const salt = earlier[0]?.salt ?? randomSalt();
    const entries = group.map((place) => forgotten(place, salt, known.keys, today));
    const naming = namingOf(known.names, known.phones);
    const forgetting = { places: new Set(group), naming, entries };
    const without = logWithoutNames(log, forgetting, [...earlier, ...entries]);
    const basis = {
      ...before,
      revision: before.revision + 1,
      cards: [
        ...before.cards.filter((card) => !forgetting.places.has(card.client)),
        ...group.map((place) =>
          namelessCard(before.cards.find((card) => card.client === place) ?? { client: place }),
        ),
      ],
    };
    const results = await writeWithFigures(open, without, basis, async (db) => {
      await writeForgotten(db, forgetting);
      await db.results.clear();
      await countSave(db);
    });
    await touched(shopId);
    return results?.headline ?? null;
  });
}

/** Everything a person could be named by, or come back by. What somebody else bears as well, such as a family's phone, stays theirs. */
function knownBy(list: ClientList, group: readonly number[], cards: readonly CardRecord[]) {
  const mine = new Set(group);
  const isMine = (client: number) => mine.has(client);
  const own = (texts: readonly string[], field: 'name' | 'phone' | 'email') => [
    ...texts.filter((_, client) => isMine(client)),
    ...cards.flatMap((card) => (isMine(card.client) ? [card[field] ?? ''] : [])),
  ];
  const others = new Set([
    ...[list.names, list.emails].flatMap((texts) =>
      texts.flatMap((text, client) => (isMine(client) ? [] : [foldedName(text)])),
    ),
    ...list.phones.flatMap((phone, client) => (isMine(client) ? [] : [phoneKey(phone)])),
    ...cards.flatMap(({ client, name = '', email = '', phone = '' }) =>
      isMine(client) ? [] : [foldedName(name), foldedName(email), phoneKey(phone)],
    ),
  ]);
  const alone = (texts: readonly string[], fold: (text: string) => string) =>
    texts.filter((text) => text !== '' && !others.has(fold(text)));
  const keys = group.map((client) => list.keys[client] ?? '').filter((key) => key !== '' && !isGone(key));
  const names = alone(own(list.names, 'name'), foldedName);
  const emails = alone(own(list.emails, 'email'), foldedName);
  const phones = alone(own(list.phones, 'phone'), phoneKey);
  const marked = [...keys, ...names.map(foldedName), ...emails.map(clientKey), ...phones.map(phoneKey)];
  return {
    names: [...names, ...emails, ...alone(keys, foldedName)],
    phones,
    keys: [...new Set(marked)].filter((key) => key !== ''),
  };
}

function forgotten(client: number, salt: string, keys: readonly string[], day: Day): Forgotten {
  const now = Date.now();
  return {
    kind: 'forgotten',
    id: crypto.randomUUID(),
    rev: 1,
    madeAt: now,
    changedAt: now,
    client,
    salt,
    marks: keys.map((key) => markOf(salt, key)),
    day,
  };
}

const randomSalt = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  );

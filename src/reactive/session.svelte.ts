import type { Headline } from '../domain/loss/headline';
import { defaultSettings, type ShopSettings } from '../domain/shop/settings';
import { Failure, failureOf } from '../storage/failure';
import type { FirstLook } from '../storage/firstLook';
import type { Marker } from '../storage/marker';
import type { ShopRecord } from '../storage/metaDb';
import { decodeSettings } from '../storage/decodeSettings';
import type { Ask } from '../workers/client';
import type { ImportRecord } from '../storage/shopDb';
import type { Envelope } from '../storage/envelope';
import { today } from './today';
import { report } from './trouble.svelte';

/** Whether the data on this device may be used: `newer` data may only be saved to a file, `no-storage` keeps nothing. */
export type Condition = 'usable' | 'newer' | 'no-storage';

/**
 * The open shop as every page sees it: which one it is, its settings and its headline. Everything else is asked of the
 * worker. There is one session, made when the app starts.
 */
export class Session {
  readonly ask: Ask;
  #condition = $state.raw<Condition>('usable');
  #shops = $state.raw<readonly ShopRecord[]>([]);
  #shop = $state.raw<ShopRecord | null>(null);
  /** Id of the shop that was opened last, or is being opened. */
  #wanted: string | null = null;
  #settings = $state.raw<ShopSettings>(defaultSettings);
  #headline = $state.raw<Headline | null>(null);
  #confirmed = $state(false);
  #revision = $state(0);
  #notes = $state(0);
  #missing = $state.raw<readonly Marker[]>([]);
  #succeeded = $state(false);

  constructor(ask: Ask, look: FirstLook) {
    this.ask = ask;
    if (look.kind === 'newer') {
      this.#condition = 'newer';
      this.#shops = look.shops;
      this.#shop = look.shop ?? look.shops[0] ?? null;
    } else if (look.kind === 'no-storage') this.#condition = 'no-storage';
    else if (look.kind === 'shop') {
      this.#shops = look.shops;
      this.#shop = look.shop;
      this.#settings = decodeSettings(look.settings);
      this.#headline = look.headline ?? null;
      this.#warn(this.#headline);
      this.#succeeded = look.headline !== undefined;
    }
    this.#wanted = this.#shop?.id ?? null;
  }

  get condition(): Condition {
    return this.#condition;
  }

  get shops(): readonly ShopRecord[] {
    return this.#shops;
  }

  /** The open shop; null before the first import. */
  get shop(): ShopRecord | null {
    return this.#shop;
  }

  get isExample(): boolean {
    return this.#shop?.kind === 'example';
  }

  get settings(): ShopSettings {
    return this.#settings;
  }

  /** ISO 4217 code, or `VISITS`. */
  get currency(): string {
    return this.#settings.currency;
  }

  /** The figures kept from the last time until they are confirmed; null for a shop without sales. */
  get headline(): Headline | null {
    return this.#headline;
  }

  /** Whether the worker has looked whether the kept figures still hold today. */
  get confirmed(): boolean {
    return this.#confirmed;
  }

  /** Rises whenever the shop's data may have changed; queries that read it ask again. */
  get revision(): number {
    return this.#revision;
  }

  /** Rises whenever something people wrote about the shop may have changed. */
  get notes(): number {
    return this.#notes;
  }

  /** Shops that were on this device and are gone: the browser lost them. */
  get missing(): readonly Marker[] {
    return this.#missing;
  }

  /** The person has seen a first result, so that installing may be offered. */
  get succeeded(): boolean {
    return this.#succeeded;
  }

  /** After the first screen: do the kept figures still hold, and is everything here that was here before? */
  async check(): Promise<void> {
    if (this.#condition !== 'usable') return;
    await this.confirm();
    this.#missing = await this.ask('missing', null).catch(() => []);
  }

  /** Has the worker compute the figures anew where the kept ones no longer hold. */
  async confirm(): Promise<void> {
    const shop = this.#shop;
    if (!shop || this.#condition !== 'usable') return;
    try {
      const headline = await this.ask('confirm', { shopId: shop.id, today: today() });
      if (this.#shop?.id !== shop.id) return;
      this.#headline = headline;
      this.#confirmed = true;
      this.#warn(headline);
    } catch (error) {
      this.#tell(error, () => void this.confirm());
    }
  }

  /** Takes over figures that a job answered with. */
  show(headline: Headline | null): void {
    this.#headline = headline;
    this.#confirmed = true;
    this.#revision++;
    if (headline) this.#succeeded = true;
    this.#warn(headline);
  }

  /** Something people write about the shop was saved. */
  noted(): void {
    this.#notes++;
    if (this.#shop) this.#shop = { ...this.#shop, changedAt: Date.now() };
  }

  /** Opens a shop that is on this device, with everything read anew. */
  async open(shopId: string): Promise<void> {
    await this.ask('switchShop', { shopId });
    await this.reload(shopId);
  }

  /** Reads the list of shops and the open one again, after something about them changed. */
  async reload(shopId: string | null = this.#wanted): Promise<void> {
    this.#wanted = shopId;
    const revision = this.#revision;
    this.#shops = await this.ask('shops', null);
    const shop = this.#shops.find((candidate) => candidate.id === shopId) ?? this.#shops[0] ?? null;
    const settings = shop ? await this.ask('settings', { shopId: shop.id }) : defaultSettings;
    const headline = shop ? await this.ask('confirm', { shopId: shop.id, today: today() }) : null;
    if (shopId !== this.#wanted) return;
    // What was shown in the meantime may be newer than this answer.
    if (revision !== this.#revision) return this.reload(shopId);
    this.#shop = shop;
    this.#wanted = shop?.id ?? null;
    this.#settings = settings;
    this.#notes++;
    this.show(headline);
  }

  /** A shop to look around in; what is on the device stays untouched. */
  async openExample(name: string): Promise<void> {
    const { shopId } = await this.ask('createExample', { name, today: today() });
    await this.reload(shopId);
  }

  async saveSettings(settings: ShopSettings): Promise<void> {
    const shop = this.#shop;
    if (!shop) throw new Failure('shop-missing');
    const headline = await this.ask('saveSettings', { shopId: shop.id, settings, today: today() });
    this.#settings = settings;
    this.#shop = { ...shop, name: settings.name };
    this.#shops = this.#shops.map((other) =>
      other.id === shop.id ? { ...other, name: settings.name } : other,
    );
    this.show(headline);
  }

  async undo(record: ImportRecord): Promise<void> {
    const shop = this.#shop;
    if (!shop) throw new Failure('shop-missing');
    this.show(await this.ask('undo', { shopId: shop.id, importId: record.id, today: today() }));
  }

  /** The owner has the shop's data in a file now. */
  async fileSaved({ sales, savedAt }: Pick<Envelope, 'sales' | 'savedAt'>): Promise<void> {
    const shop = this.#shop;
    if (!shop) return;
    const at = Date.parse(savedAt);
    const saved = await this.ask('fileSaved', { shopId: shop.id, sales, at });
    this.#shop = saved;
    this.#shops = this.#shops.map((other) => (other.id === saved.id ? saved : other));
  }

  /** Called when another tab changed this shop. */
  async changedElsewhere(shopId: string): Promise<void> {
    if (this.#wanted === shopId) await this.reload().catch((error: unknown) => this.#tell(error));
  }

  /** The owner has read that a shop's data are gone. */
  async forgetMissing(shopId: string): Promise<void> {
    await this.ask('forgetMissing', { shopId });
    this.#missing = this.#missing.filter((marker) => marker.shopId !== shopId);
  }

  /** Figures without what could not be read are never shown without a word. */
  #warn(headline: Headline | null): void {
    if (headline?.setAside) report('data-damaged');
  }

  #tell(error: unknown, retry?: () => void): void {
    const { code } = failureOf(error);
    if (code === 'newer-database') this.#condition = 'newer';
    report(code, retry);
  }
}

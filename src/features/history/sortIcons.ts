import Clock from '@lucide/svelte/icons/clock';
import Ellipsis from '@lucide/svelte/icons/ellipsis';
import Globe from '@lucide/svelte/icons/globe';
import Package from '@lucide/svelte/icons/package';
import Store from '@lucide/svelte/icons/store';
import Swords from '@lucide/svelte/icons/swords';
import Tag from '@lucide/svelte/icons/tag';
import Truck from '@lucide/svelte/icons/truck';
import Users from '@lucide/svelte/icons/users';
import type { EventSort } from '../../domain/notebook/event';

/** A small picture for each sort of event. */
export const sortIcons = {
  price: Tag,
  range: Package,
  supplier: Truck,
  staff: Users,
  hours: Clock,
  premises: Store,
  website: Globe,
  competitor: Swords,
  other: Ellipsis,
} satisfies Record<EventSort, unknown>;

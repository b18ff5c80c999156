import { createSubscriber } from 'svelte/reactivity';

const followScheme = createSubscriber((changed) => {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  dark.addEventListener('change', changed);
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  return () => {
    dark.removeEventListener('change', changed);
    observer.disconnect();
  };
});

/** "light" or "dark" as it is drawn now; read inside an effect or a template it is followed. */
export function drawnScheme(): 'light' | 'dark' {
  followScheme();
  const chosen = document.documentElement.dataset.theme;
  if (chosen) return chosen.endsWith('dark') ? 'dark' : 'light';
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

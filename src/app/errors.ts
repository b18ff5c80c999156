import type { MessageKey } from '../i18n/messages';
import type { FailureCode } from '../storage/failure';

interface Handling {
  readonly severity: 'info' | 'warn' | 'danger';
  readonly title: MessageKey;
  readonly advice: MessageKey;
  /** What the banner offers; "retry" only where whoever reported the failure can try again. */
  readonly action: 'retry' | 'reload' | 'saveData' | 'openData' | 'openImport' | 'none';
}

const handling = (
  code: FailureCode,
  severity: Handling['severity'],
  action: Handling['action'],
): Handling => ({
  severity,
  title: `error.${code}`,
  advice: `error.${code}.advice`,
  action,
});

/** Every expected failure: how grave it is, what is said, what can be done. */
export const errors: Readonly<Record<FailureCode, Handling>> = {
  'disk-full': handling('disk-full', 'danger', 'saveData'),
  'newer-database': handling('newer-database', 'danger', 'reload'),
  'no-storage': handling('no-storage', 'danger', 'none'),
  'connection-lost': handling('connection-lost', 'danger', 'reload'),
  'busy-elsewhere': handling('busy-elsewhere', 'warn', 'retry'),
  'worker-stopped': handling('worker-stopped', 'danger', 'saveData'),
  'shop-missing': handling('shop-missing', 'danger', 'openData'),
  'data-damaged': handling('data-damaged', 'danger', 'openData'),
  'file-damaged': handling('file-damaged', 'danger', 'none'),
  'file-foreign': handling('file-foreign', 'warn', 'openImport'),
  'file-newer': handling('file-newer', 'warn', 'reload'),
  'file-unreadable': handling('file-unreadable', 'warn', 'retry'),
  'same-file': handling('same-file', 'info', 'none'),
  'nothing-to-save': handling('nothing-to-save', 'info', 'openImport'),
  cancelled: handling('cancelled', 'info', 'none'),
  unexpected: handling('unexpected', 'danger', 'retry'),
};

import { cloverPayments } from './cloverPayments';
import { datevBookings } from './datevBookings';
import { afasInvoices, eboekhoudenInvoices } from './dutchInvoices';
import { ebayOrders, ebayTransactions } from './ebay';
import { etsyItems } from './etsyItems';
import { etsyOrders } from './etsyOrders';
import { fecSales } from './fecSales';
import { freshaCommission } from './fresha';
import { kofi } from './kofi';
import { loyverseItems, loyverseReceipts } from './loyverse';
import { magentoOrders } from './magentoOrders';
import { oneCDocuments, oneCLedger } from './oneC';
import { paypalActivity } from './paypalActivity';
import type { Preset } from './preset';
import { quickbooksSalesByCustomer } from './quickbooks';
import { sageAuditTrail } from './sageAuditTrail';
import { shopifyOrders } from './shopifyOrders';
import { squareItems } from './squareItems';
import { squareTransactions } from './squareTransactions';
import { stripePayments } from './stripePayments';
import { sumupTransactions } from './sumup';
import { woocommerceAnalytics, woocommerceOrders } from './woocommerce';

/** The layouts that are read with no question asked. */
export const PRESETS: readonly Preset[] = [
  shopifyOrders,
  squareTransactions,
  squareItems,
  stripePayments,
  paypalActivity,
  etsyOrders,
  etsyItems,
  cloverPayments,
  loyverseReceipts,
  loyverseItems,
  sumupTransactions,
  woocommerceAnalytics,
  woocommerceOrders,
  magentoOrders,
  ebayOrders,
  ebayTransactions,
  quickbooksSalesByCustomer,
  sageAuditTrail,
  datevBookings,
  fecSales,
  kofi,
  freshaCommission,
  oneCDocuments,
  oneCLedger,
  afasInvoices,
  eboekhoudenInvoices,
];

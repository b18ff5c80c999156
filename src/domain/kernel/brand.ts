declare const unit: unique symbol;

/** A number or text that carries its unit in the type, so that days are never added to cents. */
export type Brand<T, Unit extends string> = T & { readonly [unit]: Unit };

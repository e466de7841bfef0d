// Names that configurations are made of: which attributes are the user's own, and what is taken.

import { at } from './document.js';

export const CONFIG = '/parameters/config';
export const API = '/parameters/api';

/** Attributes of `config` that have a meaning of their own (spec: studio §1.9). */
export const RESERVED = [
  'jobs', 'outputBucket', 'incrementalOutput', 'debug', 'mappings', 'userData', 'http', 'compatLevel', 'username', '#username', '#password', 'password',
  'lossless',
];

export function isReserved(name) {
  return RESERVED.includes(name) || /^#?__/.test(name);
}

/** The names of the user parameters, in their order. */
export function userParameters() {
  const config = at(CONFIG);
  return config !== null && typeof config === 'object' && !Array.isArray(config) ? Object.keys(config).filter((name) => !isReserved(name)) : [];
}

/** An object at a pointer; an empty one for nothing and for PHP's `[]`; null for anything else. */
export function objectAt(pointer) {
  const value = at(pointer);
  if (value === undefined || value === null || (Array.isArray(value) && value.length === 0)) {
    return {};
  }
  return typeof value === 'object' && !Array.isArray(value) ? value : null;
}

/** A name that is not taken yet: `orders`, `orders-2`, … */
export function free(name, taken) {
  let count = 1;
  let tried = name;
  while (taken.includes(tried)) {
    tried = `${name}-${++count}`;
  }
  return tried;
}

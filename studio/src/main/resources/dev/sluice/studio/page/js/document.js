// The one truth of the page: the text of config.json. Forms change it through the server, one after the other.
//
// Pointers are written with `/parameters` throughout; a bare `{"api", "config"}` has none, which is put right here.

import { ask } from './api.js';

const ROOT = '/parameters';
const listeners = new Set();
const past = [];
const future = [];
let text = '';
let saved = '';
let etag = 'missing';
let path = '';
let line = Promise.resolve();
let parsed = { text: null, value: null, isBare: false };

/** Calls a function after each change. */
export function onChange(listener) {
  listeners.add(listener);
}

function tell() {
  listeners.forEach((listener) => listener());
}

function take(config) {
  ({ text, etag, path } = config);
  saved = text;
  tell();
}

export async function load() {
  take(await ask('GET', '/api/config'));
}

export function current() {
  return { text, path, isSaved: text === saved, canUndo: past.length > 0, canRedo: future.length > 0 };
}

/** JSON in which a number that JavaScript would spell otherwise keeps its spelling. */
export function parseJson(source) {
  return JSON.parse(source, (_, value, context) =>
    (typeof value === 'number' && JSON.rawJSON && context?.source !== undefined && String(value) !== context.source ? JSON.rawJSON(context.source) : value));
}

function reading() {
  if (parsed.text !== text) {
    parsed = { text, value: null, isBare: false };
    try {
      parsed.value = parseJson(text);
      const isObject = parsed.value !== null && typeof parsed.value === 'object';
      parsed.isBare = isObject && !('parameters' in parsed.value) && ('api' in parsed.value || 'config' in parsed.value);
    } catch {
      // No JSON: the value stays null, and the text is edited as a text.
    }
  }
  return parsed;
}

/** The document as an object, read once for each text; null when the text is no JSON. */
export function json() {
  return reading().value;
}

/** A key as a step of a pointer. */
export function step(key) {
  return String(key).replaceAll('~', '~0').replaceAll('/', '~1');
}

/** The keys of a pointer. */
export function keys(pointer) {
  return pointer.split('/').slice(1).map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** A pointer as the server means it. */
export function sent(pointer) {
  return reading().isBare && pointer.startsWith(`${ROOT}/`) ? pointer.slice(ROOT.length) : pointer;
}

/** A pointer of the server as the page writes it. */
export function received(pointer) {
  return reading().isBare && pointer !== '' && !pointer.startsWith(ROOT) ? ROOT + pointer : pointer;
}

/** What stands at a pointer; undefined when there is nothing. */
export function at(pointer) {
  return keys(sent(pointer)).reduce((value, key) => (value !== null && typeof value === 'object' && Object.hasOwn(value, key) ? value[key] : undefined), json());
}

export function setText(next) {
  if (next !== text) {
    past.push(text);
    future.length = 0;
    text = next;
    tell();
  }
}

/** Does one thing with the text after the other, so that no change is made from a text that is no longer there. */
function inLine(work) {
  const done = line.then(work);
  line = done.catch(() => {});
  return done;
}

/** Changes the text by a function that gets the present one and gives the next one. */
export function transform(work) {
  return inLine(async () => setText(await work(text)));
}

/** Changes places of the document; the rest keeps its order and its formatting. The edits may be a function that makes them. */
export function edit(edits) {
  return transform(async (now) => {
    const list = (typeof edits === 'function' ? edits() : edits).map((one) => ({ ...one, pointer: sent(one.pointer), ...(one.from === undefined ? {} : { from: sent(one.from) }) }));
    return list.length === 0 ? now : (await ask('POST', '/api/edit', { text: now.trim() === '' ? '{}' : now, edits: list })).text;
  });
}

/** Puts a value at a pointer, or removes what is there when there is no value. */
export function put(pointer, value) {
  return edit(() => {
    const present = at(pointer);
    if (value === undefined) {
      return present === undefined ? [] : [{ pointer, remove: true }];
    }
    return present !== undefined && JSON.stringify(present) === JSON.stringify(value) ? [] : [...holders(pointer), { pointer, value }];
  });
}

/** PHP writes an empty object as `[]`: where a property is to go, the list gives way. */
function holders(pointer) {
  const parent = pointer.slice(0, pointer.lastIndexOf('/'));
  const isEmptyList = Array.isArray(at(parent)) && at(parent).length === 0 && !/\/(\d+|-)$/.test(pointer);
  return isEmptyList ? [{ pointer: parent, value: {} }] : [];
}

/** The edits that give a property another name and leave it in its place. */
export function renaming(parent, from, to) {
  const object = at(parent);
  if (hasNumbers(object)) {
    return [{ pointer: `${parent}/${step(to)}`, from: `${parent}/${step(from)}` }];
  }
  const value = Object.fromEntries(Object.entries(object).map(([key, one]) => [key === from ? to : key, one]));
  return [{ pointer: parent, value }];
}

/** Whether JavaScript would put keys of this object, or below it, into another order. */
export function hasNumbers(value) {
  return value !== null && typeof value === 'object' && (!Array.isArray(value) && Object.keys(value).some((key) => /^\d+$/.test(key)) || Object.values(value).some(hasNumbers));
}

export function save() {
  return inLine(async () => take(await ask('PUT', '/api/config', { text }, { 'If-Match': `"${etag}"` })));
}

function move(from, to) {
  if (from.length > 0) {
    to.push(text);
    text = from.pop();
    tell();
  }
}

export const undo = () => move(past, future);
export const redo = () => move(future, past);

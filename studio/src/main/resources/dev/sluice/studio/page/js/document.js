// The one truth of the page: the text of config.json. Forms change it through the server.

import { ask } from './api.js';

const listeners = new Set();
const past = [];
const future = [];
let text = '';
let saved = '';
let etag = 'missing';
let path = '';

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

/** The document as an object; null when the text is no JSON. */
export function json() {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** What stands at a pointer; undefined when there is nothing. */
export function at(pointer) {
  return pointer.split('/').slice(1).reduce((value, key) => value?.[key.replaceAll('~1', '/').replaceAll('~0', '~')], json());
}

export function setText(next) {
  if (next !== text) {
    past.push(text);
    future.length = 0;
    text = next;
    tell();
  }
}

/** Changes places of the document; the rest keeps its order and its formatting. */
export async function edit(edits) {
  const base = text.trim() === '' ? '{}' : text;
  const changed = await ask('POST', '/api/edit', { text: base, edits });
  setText(changed.text);
}

export async function save() {
  take(await ask('PUT', '/api/config', { text }, { 'If-Match': `"${etag}"` }));
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

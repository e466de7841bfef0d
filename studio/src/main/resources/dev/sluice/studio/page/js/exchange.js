// One request and its answer.

import { el } from './dom.js';

const lines = (pairs) => (pairs ?? []).map(([name, value]) => `${name}: ${value}`).join('\n');

export function exchange(one, isOpen = false) {
  const head = `${one.n}. ${one.method} ${one.url} → ${one.status ?? one.error ?? 'no answer'}, ${one.ms} ms`;
  return el('details', { open: isOpen }, el('summary', {}, `${head} (${one.purpose})`),
    el('pre', { tabindex: '0' }, `${lines(one.request_headers)}\n\n${one.request_body ?? ''}\n\n${lines(one.response_headers)}\n\n${one.response_body ?? ''}`));
}

/** A command that sends the same request; where the studio hides a secret there is a variable. */
export function asCurl(one) {
  const quoted = (text) => `'${text.replaceAll("'", "'\\''")}'`;
  const hidden = (text) => quoted(text).replaceAll(/•+|\*\*\*+|--HIDDEN--/g, '\'"$SECRET"\'');
  const parts = ['curl', '-X', one.method, hidden(one.url)];
  (one.request_headers ?? []).forEach(([name, value]) => parts.push('-H', hidden(`${name}: ${value}`)));
  if (one.request_body) {
    parts.push('--data-raw', hidden(one.request_body));
  }
  return parts.join(' ');
}

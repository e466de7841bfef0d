// A run of the saved configuration: events as they come, tables, downloads.

import { ask, download, events } from './api.js';
import { current, save } from './document.js';
import { announce, box, el, table, words } from './dom.js';
import { show } from './dock.js';

const MOST_LINES = 500;

export async function run() {
  try {
    if (!current().isSaved) {
      await save();
    }
    const { id } = await ask('POST', '/api/runs', { state: 'first' });
    await follow(id);
  } catch (error) {
    show('Run', [['Result', () => box('error', words(error))]]);
  }
}

async function follow(id) {
  const lines = [];
  const counts = { requests: 0, pages: 0, rows: 0 };
  let tables = [];
  let end = null;
  const cancel = el('button', { type: 'button', onclick: () => ask('DELETE', `/api/runs/${id}`) }, 'Cancel');
  const summary = el('p', { role: 'status' });
  const log = el('pre', {});
  const result = () => [
    end?.error ? box('error', words(end.error)) : null,
    end ? box(end.status === 'success' ? 'good' : 'warning', `${end.status}: ${end.rows} rows in ${tables.length} tables, ${end.requests} requests, ${(end.duration_ms / 1000).toFixed(1)} s`) : null,
    summary,
    end?.status === 'success' ? el('div', { class: 'row' },
      el('button', { type: 'button', onclick: () => download(`/api/runs/${id}/out.zip`) }, 'Download ZIP'),
      ...tables.map((one) => el('button', { type: 'button', onclick: () => download(`/api/runs/${id}/tables/${one.name}.csv`) }, `${one.name}.csv`))) : null,
    ...previews,
  ].filter(Boolean);
  let previews = [];
  const view = show('Run', [['Tables', result], ['Live log', () => log], ['Command', command]], cancel);
  let isDrawn = true;
  const draw = () => {
    isDrawn = true;
    summary.textContent = `${counts.pages} pages, ${counts.rows} rows, ${counts.requests} requests`;
    log.textContent = lines.join('\n');
  };
  await events(`/api/runs/${id}/events`, (type, data) => {
    const line = said(type, data);
    if (line) {
      lines.push(line);
      lines.splice(0, lines.length - MOST_LINES);
    }
    if (type === 'progress') {
      Object.assign(counts, { requests: data.requests, pages: data.pages, rows: data.rows });
    }
    end = type === 'run_finished' ? data : end;
    if (isDrawn) {
      isDrawn = false;
      requestAnimationFrame(draw);
    }
  });
  draw();
  cancel.hidden = true;
  tables = end?.tables ?? [];
  previews = await Promise.all(tables.map(async (one) => {
    const page = await ask('GET', `/api/runs/${id}/tables/${encodeURIComponent(one.name)}?offset=0&limit=100`);
    return table(`${one.name}: ${page.total} rows, ${page.columns.length} columns`, page.columns, page.rows);
  }));
  view.refresh();
  announce(`Run ${end?.status}: ${end?.rows} rows`);
}

function said(type, data) {
  switch (type) {
    case 'response': return `${data.n}  ${data.method} ${data.url}  ${data.purpose}  ${data.status ?? data.error}  ${data.ms} ms`;
    case 'retry': return `   retry in ${data.pause_ms} ms: ${data.reason}`;
    case 'log': return `   ${data.level}: ${data.message}`;
    case 'gap': return `   … ${data.to - data.from + 1} events left out`;
    default: return null;
  }
}

function command() {
  const lines = el('pre', {}, '…');
  ask('GET', '/api/command').then((answer) => { lines.textContent = answer.lines.join('\n'); });
  return lines;
}

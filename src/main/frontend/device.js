import { csrfHeader } from './csrf.js';

/**
 * What this device keeps while the line is bad, sealed (AES-GCM). The key is the office's: a page is given it once, cannot take
 * it out again, and forgets it when it is closed. So whoever finds the telephone finds noise, and so does the next account on it.
 * Where there is no crypto.subtle (a page without TLS) nothing is kept at all.
 */
const KEPT_FOR = 72 * 60 * 60 * 1000;
const STORE = 'kept';
let lock;

const link = () => document.getElementById('unsent');

const asked = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

async function run(mode, act) {
  const opening = indexedDB.open('tasuki', 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(STORE, { keyPath: 'id' });
  const base = await asked(opening);
  try {
    const change = base.transaction(STORE, mode);
    const done = new Promise((resolve, reject) => {
      change.oncomplete = resolve;
      change.onerror = change.onabort = () => reject(change.error);
    });
    const answer = await asked(act(change.objectStore(STORE)));
    await done;
    return answer;
  } finally {
    base.close();
  }
}

/** Whose device it is, and the key; asked for while there is a line. */
export function unlock() {
  lock ??= key().catch((failure) => {
    lock = undefined;
    throw failure;
  });
  return lock;
}

async function key() {
  const answer = await fetch(link().dataset.key, {
    method: 'POST',
    credentials: 'same-origin',
    redirect: 'manual',
    headers: { ...csrfHeader(), 'HX-Request': 'true' },
  });
  if (!answer.ok) throw new Error('no key');
  const [owner, words] = (await answer.text()).split('\n', 2);
  const bytes = Uint8Array.from(atob(words), (letter) => letter.charCodeAt(0));
  return { owner, key: await crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt']) };
}

// Bound to its place: an entry that was moved to another id or owner does not open.
const place = (id, owner) => new TextEncoder().encode(`${id} ${owner}`);

const tooOld = ({ at }) => at + KEPT_FOR < Date.now();

/**
 * Refuses what is too old by now: a page that was left open does not renew it.
 * @param entry {id, at, url, task, number, step, state, finish, fields: [[name, value]]}, at: when its last key was pressed
 */
export async function keep(entry) {
  if (tooOld(entry)) {
    await drop(entry.id);
    throw new Error('too old');
  }
  const { owner, key } = await unlock();
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const words = new TextEncoder().encode(JSON.stringify(entry));
  const data = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: place(entry.id, owner) }, key, words);
  await run('readwrite', (store) => store.put({ id: entry.id, owner, at: entry.at, iv, data }));
}

/** What lies here, still sealed. What is too old goes, whoever wrote it. */
export async function sealed() {
  const all = await run('readonly', (store) => store.getAll());
  const old = all.filter(tooOld);
  for (const { id } of old) await drop(id);
  return all.filter((one) => !old.includes(one));
}

/** The reader's own, oldest first. */
export async function mine() {
  const all = await sealed();
  if (all.length === 0) return [];
  const { owner, key } = await unlock();
  const open = async ({ id, iv, data }) =>
    JSON.parse(new TextDecoder().decode(await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData: place(id, owner) }, key, data)));
  const entries = await Promise.all(all.filter((one) => one.owner === owner).map((one) => open(one).catch(() => null)));
  return entries.filter(Boolean).sort((a, b) => a.at - b.at);
}

export const drop = (id) => run('readwrite', (store) => store.delete(id));

export const wipe = () => run('readwrite', (store) => store.clear());

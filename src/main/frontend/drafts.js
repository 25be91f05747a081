import { csrfHeader, renewCsrf } from './csrf.js';
import { say } from './live.js';

const QUIET = 600;
const AGAIN = 10_000;

/**
 * A form with data-draft saves itself from the first key. Nothing is kept in the browser's own storage: the words in it
 * are a child's. While the server is away the form itself is the copy, and saving is tried again until it works.
 */
export function drafts() {
  document.querySelectorAll('form[data-draft]').forEach((form) => keep(form, form.querySelector('.draft')));
}

function keep(form, status) {
  let timer;
  let dirty = false;
  const later = (wait) => {
    clearTimeout(timer);
    timer = setTimeout(save, wait);
  };

  async function save() {
    if (!dirty) return;
    dirty = false;
    status.textContent = status.dataset.saving;
    try {
      const answer = await send(form);
      status.textContent = answer;
      form.classList.remove('unsaved');
    } catch (failure) {
      // Somebody else was first: the answer to the form itself says who, and shows what was typed.
      if (failure.conflict) return say('gone');
      dirty = true;
      form.classList.add('unsaved');
      status.textContent = status.dataset.failed;
      say(failure.signedOut ? 'signedOut' : failure.wait ? 'slow' : 'lost');
      later(Math.max(AGAIN, failure.wait ?? 0));
    }
  }

  form.addEventListener('input', () => {
    dirty = true;
    stay(form);
    later(QUIET);
  });
  // What was typed is kept before it is sent: while the server is away the page stays, and says so, and nothing is lost.
  form.addEventListener('submit', async (event) => {
    if (!dirty) return;
    event.preventDefault();
    await save();
    if (dirty) return;
    form.requestSubmit(event.submitter);
  });
  // Leaving the page, or the language switch, saves what the timer has not reached yet.
  window.addEventListener('pagehide', () => {
    if (dirty) navigator.sendBeacon(form.dataset.draft, new URLSearchParams(new FormData(form)));
  });
  window.addEventListener('online', () => later(0));
}

/** From the first key on the page has an address of its own: a reload or the other language finds the draft again. */
function stay(form) {
  const { address } = form.dataset;
  if (!address || location.pathname === address) return;
  history.replaceState(null, '', address);
  document.querySelectorAll('form.language input[name="back"]').forEach((back) => (back.value = address));
}

async function send(form) {
  const post = () =>
    fetch(form.dataset.draft, {
      method: 'POST',
      credentials: 'same-origin',
      redirect: 'manual',
      headers: { ...csrfHeader(), 'HX-Request': 'true' },
      body: new URLSearchParams(new FormData(form)),
    });
  let answer = await post();
  if (answer.status === 403 && (await renewCsrf())) answer = await post();
  if (answer.ok) return (await answer.text()).trim();
  throw Object.assign(new Error('draft not saved'), {
    conflict: answer.status === 409,
    wait: answer.status === 429 ? 1000 * Number(answer.headers.get('Retry-After')) : 0,
    signedOut: answer.type === 'opaqueredirect' || [401, 403].includes(answer.status),
  });
}

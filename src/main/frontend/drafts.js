import { csrfHeader, renewCsrf } from './csrf.js';
import { drop } from './device.js';
import { PATIENCE, count, keepForm, leaveSent, post } from './kept.js';
import { say } from './live.js';

const QUIET = 600;
const AGAIN = 10_000;

/**
 * A form with data-draft saves itself from the first key. While the server is away the form itself is the first copy; a task's
 * form (data-kept) is also kept on the device, sealed, and saving is tried again until it works.
 */
export function drafts() {
  document.querySelectorAll('form[data-draft]').forEach((form) => keep(form, form.querySelector('.draft')));
}

function keep(form, status) {
  let timer;
  let dirty = false;
  // From the first failure until it is heard: it goes another way, which looks first whether something newer is there.
  let kept = false;
  let pressed = false;
  let typedAt = Date.now();
  const later = (wait) => {
    clearTimeout(timer);
    timer = setTimeout(save, wait);
  };

  async function save() {
    if (!dirty) return;
    dirty = false;
    status.textContent = kept && status.dataset.sending ? status.dataset.sending : status.dataset.saving;
    try {
      if (kept) await keepHere().then(sendKept);
      else based(form, await draft());
    } catch (failure) {
      await failed(failure);
    }
  }

  async function draft() {
    const answer = await send(form);
    status.textContent = (await answer.text()).trim();
    form.classList.remove('unsaved');
    return answer;
  }

  async function failed(failure) {
    // Somebody else was first: the answer to the form itself says who, and shows what was typed.
    if (failure.conflict) {
      if (kept) await keepForm(form, pressed, typedAt, 'conflict').catch(() => {});
      if (kept) status.textContent = status.dataset.newer;
      return say(kept ? 'newer' : 'gone');
    }
    dirty = true;
    form.classList.add('unsaved');
    status.textContent = status.dataset.failed;
    say(failure.stands ? 'stands' : failure.signedOut ? 'signedOut' : failure.wait ? 'slow' : 'lost');
    if (form.dataset.kept && !failure.wait) await keepHere();
    // Whoever signs in again presses the button again: by then it may be somebody else's hand.
    if (failure.signedOut) pressed = false;
    later(Math.max(AGAIN, failure.wait ?? 0));
  }

  async function keepHere() {
    try {
      await keepForm(form, pressed, typedAt);
      kept = true;
      status.textContent = pressed ? status.dataset.finish : status.dataset.kept;
    } catch {
      // No storage or no key: the page is the only copy, as the status says.
    }
  }

  async function sendKept() {
    const finish = pressed;
    const answer = await post(form.dataset.kept, [...new FormData(form)], finish);
    if (answer.status === 422) {
      // Heard, and refused: the page that says why is the answer to the form itself.
      await drop(form.elements._entry.value);
      form.dataset.left = 'yes';
      return form.submit();
    }
    if (answer.status !== 200) throw problem(answer);
    kept = false;
    await drop(form.elements._entry.value);
    form.classList.remove('unsaved');
    if (finish) {
      form.dataset.left = 'yes';
      return leaveSent(form.dataset.done);
    }
    based(form, answer);
    await draft();
    await count();
  }

  form.addEventListener('input', () => {
    dirty = true;
    // Whoever goes on writing has not finished: they press the button again.
    pressed = false;
    typedAt = Date.now();
    stay(form);
    later(QUIET);
  });
  // What was typed is kept before it is sent: while the server is away the page stays, and says so, and nothing is lost.
  form.addEventListener('submit', async (event) => {
    const offline = form.dataset.kept && !navigator.onLine;
    if (!dirty && !kept && !offline) return;
    event.preventDefault();
    pressed = !event.submitter?.name;
    typedAt = Date.now();
    dirty = true;
    await save();
    if (dirty || kept || form.dataset.left) return;
    form.requestSubmit(event.submitter);
  });
  // Leaving the page, or the language switch, saves what the timer has not reached yet.
  window.addEventListener('pagehide', () => {
    if (dirty && !kept) navigator.sendBeacon(form.dataset.draft, new URLSearchParams(new FormData(form)));
  });
  // What the form has is replaced on purpose: it must not come in late, and replace that again.
  document.querySelectorAll('form[data-replaces]').forEach((other) =>
    other.addEventListener('submit', () => {
      clearTimeout(timer);
      dirty = false;
    }),
  );
  window.addEventListener('online', () => later(0));
}

/** What is typed from here on is based on what the server has by now. */
function based(form, answer) {
  const at = answer.headers.get('Tasuki-Saved');
  if (at && form.elements._base) form.elements._base.value = at;
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
      signal: AbortSignal.timeout(PATIENCE),
    });
  let answer = await post();
  if (answer.status === 403 && (await renewCsrf())) answer = await post();
  if (answer.ok) return answer;
  throw problem(answer);
}

const problem = (answer) =>
  Object.assign(new Error('draft not saved'), {
    conflict: answer.status === 409,
    wait: answer.status === 429 ? 1000 * Number(answer.headers.get('Retry-After')) : 0,
    stands: answer.status === 423,
    signedOut: answer.type === 'opaqueredirect' || [401, 403].includes(answer.status),
  });

const meta = () => document.querySelector('meta[name="csrf"]');

export const csrfHeader = () => (meta() ? { [meta().dataset.header]: meta().content } : {});

/** After a new sign-in in another tab the old token is void: take the new one from this page, and touch nothing else. */
export async function renewCsrf() {
  const answer = await fetch(location.href, { credentials: 'same-origin', redirect: 'manual' });
  if (!answer.ok) return false;
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('meta[name="csrf"]');
  if (!fresh || !meta()) return false;
  meta().content = fresh.content;
  document.querySelectorAll(`input[name="${meta().dataset.parameter}"]`).forEach((input) => (input.value = fresh.content));
  return true;
}

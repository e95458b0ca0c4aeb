'use strict';

// Screening by keyboard: each button that names a key is pressed by it. A decision is sent without
// loading the frame anew; what comes back is read out by the status line.
(() => {
  let waiting = false;

  const show = (html, url) => {
    const page = new DOMParser().parseFromString(html, 'text/html');
    const fresh = page.getElementById('desk');
    if (!fresh) {
      window.location.assign(url);
      return;
    }
    document.getElementById('desk').replaceWith(fresh);
    window.history.replaceState(null, '', url);
    const title = document.getElementById('work-title');
    if (title) {
      title.focus();
    }
    window.scrollTo(0, 0);
  };

  const send = (form, button) => {
    if (waiting) {
      return;
    }
    waiting = true;
    const body = new URLSearchParams(new FormData(form, button));
    fetch(form.action, { method: 'POST', body })
      .then((answer) => (answer.ok ? answer.text().then((html) => show(html, answer.url)) : window.location.reload()))
      .catch(() => window.location.reload())
      .finally(() => { waiting = false; });
  };

  document.addEventListener('submit', (event) => {
    if (event.target.closest('#desk') && event.submitter) {
      event.preventDefault();
      send(event.target, event.submitter);
    }
  });

  document.addEventListener('keydown', (event) => {
    const typing = event.target.closest('input:not([type=hidden]), textarea, select');
    if (typing || event.ctrlKey || event.metaKey || event.altKey || event.repeat) {
      return;
    }
    const button = [...document.querySelectorAll('#desk button[data-key]')]
      .find((each) => each.dataset.key && each.dataset.key === event.key.toLowerCase());
    if (button && !button.disabled) {
      event.preventDefault();
      send(button.form, button);
    }
  });
})();

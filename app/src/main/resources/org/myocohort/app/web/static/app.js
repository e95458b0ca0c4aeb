'use strict';

// Requests that htmx makes carry the same token as forms.
document.addEventListener('htmx:configRequest', (event) => {
  const token = document.querySelector('meta[name="csrf"]');
  if (token) {
    event.detail.headers[token.dataset.header] = token.content;
  }
});

// An open menu closes with Escape and with a click elsewhere.
const closeMenus = (except) => {
  document.querySelectorAll('details.menu[open]').forEach((menu) => {
    if (menu !== except) {
      menu.open = false;
    }
  });
};
document.addEventListener('click', (event) => closeMenus(event.target.closest('details.menu')));
document.addEventListener('keydown', (event) => {
  const menu = event.target.closest && event.target.closest('details.menu[open]');
  if (event.key === 'Escape' && menu) {
    menu.open = false;
    menu.querySelector('summary').focus();
  }
});

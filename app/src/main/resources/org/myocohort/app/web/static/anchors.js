'use strict';

// What an address names may lie in a part that is folded up.
const unfold = () => {
  const target = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
  const folded = target && target.closest('details:not([open])');
  if (folded) {
    folded.open = true;
    target.scrollIntoView({block: 'center'});
  }
};
addEventListener('hashchange', unfold);
unfold();

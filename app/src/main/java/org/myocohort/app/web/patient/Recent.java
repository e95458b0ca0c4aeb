package org.myocohort.app.web.patient;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What was asked for lately, so that the next reader need not wait for it; the least lately used
/// is forgotten first. Keys name a revision, so nothing in it grows stale.
final class Recent<K, V> {
  private static final float USUAL_LOAD = 0.75f;

  private final Map<K, V> kept;

  /// @param most how many are kept
  Recent(int most) {
    kept =
        new LinkedHashMap<>(2 * most, USUAL_LOAD, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > most;
          }
        };
  }

  /// The value kept, or a new one. Two who ask at once may both make it: nobody waits for another.
  V get(K key, Supplier<V> maker) {
    V known = find(key);
    if (known != null) {
      return known;
    }
    V made = maker.get();
    synchronized (kept) {
      kept.put(key, made);
    }
    return made;
  }

  private @Nullable V find(K key) {
    synchronized (kept) {
      return kept.get(key);
    }
  }

  int size() {
    synchronized (kept) {
      return kept.size();
    }
  }
}

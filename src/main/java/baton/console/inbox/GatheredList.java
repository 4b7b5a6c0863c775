// SPDX-License-Identifier: Apache-2.0
package baton.console.inbox;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.RandomAccess;
import javafx.collections.ModifiableObservableListBase;

/**
 * A list that can tell many changes as one, so that those who follow it look at it once for a batch. Any place is reached at once, and says
 * so, or else a search by halves would walk through it. Screen's thread only.
 *
 * @param <T> what it lists
 */
final class GatheredList<T> extends ModifiableObservableListBase<T> implements RandomAccess {
    private final List<T> items = new ArrayList<>();

    /**
     * Whatever {@code changes} does to this list is told at its end, at once. It moves each item once at most: JavaFX tells nonsense of one
     * that was put in and is taken out again.
     */
    void together(Runnable changes) {
        beginChange();
        try {
            changes.run();
        } finally {
            endChange();
        }
    }

    /** JavaFX's own takes the old ones out one by one. */
    @Override
    public boolean setAll(Collection<? extends T> next) {
        together(() -> {
            nextRemove(0, List.copyOf(items));
            items.clear();
            items.addAll(next);
            nextAdd(0, items.size());
        });
        return true;
    }

    @Override
    public T get(int at) {
        return items.get(at);
    }

    @Override
    public int size() {
        return items.size();
    }

    @Override
    protected void doAdd(int at, T item) {
        items.add(at, item);
    }

    @Override
    protected T doSet(int at, T item) {
        return items.set(at, item);
    }

    @Override
    protected T doRemove(int at) {
        return items.remove(at);
    }
}

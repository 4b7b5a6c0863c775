// SPDX-License-Identifier: Apache-2.0
package baton.console.shell;

import baton.console.help.Deed;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import javafx.scene.input.KeyCombination;

/** Deeds as they are put together. */
final class DeedList {
    private final List<Deed> deeds = new ArrayList<>();

    List<Deed> all() {
        return List.copyOf(deeds);
    }

    static boolean always() {
        return true;
    }

    /** Its keys count only while no text has the focus. */
    void plain(
            String key,
            Deed.Group group,
            String keys,
            BooleanSupplier possible,
            Runnable act,
            KeyCombination... combinations) {
        deeds.add(new Deed(key, group, keys, List.of(combinations), false, possible, act));
    }

    /** Its keys count always, but only when it is possible. */
    void writing(
            String key,
            Deed.Group group,
            String keys,
            BooleanSupplier possible,
            Runnable act,
            KeyCombination... combinations) {
        deeds.add(new Deed(key, group, keys, List.of(combinations), true, possible, act));
    }

    /** Its keys count always. */
    void everywhere(String key, Deed.Group group, String keys, Runnable act, KeyCombination... combinations) {
        writing(key, group, keys, DeedList::always, act, combinations);
    }
}

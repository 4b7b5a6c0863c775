// SPDX-License-Identifier: Apache-2.0
package baton.console.help;

import java.util.List;
import java.util.function.BooleanSupplier;
import javafx.scene.input.KeyCombination;

/**
 * One thing a person can do. {@code key}: of its name. {@code keys}: as a person reads them, empty for none. {@code
 * whileWriting}: its keys count also while a text has the focus.
 */
public record Deed(
        String key,
        Group group,
        String keys,
        List<KeyCombination> combinations,
        boolean whileWriting,
        BooleanSupplier possible,
        Runnable act) {

    /** Where it stands on the cheat sheet. */
    public enum Group {
        LIST,
        CONVERSATION,
        WRITING,
        DESK
    }

    public Deed {
        combinations = List.copyOf(combinations);
    }

    public boolean isPossible() {
        return possible.getAsBoolean();
    }
}

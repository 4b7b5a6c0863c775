// SPDX-License-Identifier: Apache-2.0
package baton.console.shell;

import baton.console.help.Deed;
import baton.sync.ConversationRow;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;

/**
 * What a root puts beside the desk: a pane at the right, something in the status bar, and its own entries in palette and cheat sheet.
 * {@code opened} hears which conversation is open. Screen's thread.
 */
public record Annex(Node pane, Node status, List<Deed> deeds, Consumer<Optional<ConversationRow>> opened) {
    /** Of the pane, in pixels. */
    static final double WIDTH = 336;

    public Annex {
        deeds = List.copyOf(deeds);
    }
}

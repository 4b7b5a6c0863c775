// SPDX-License-Identifier: Apache-2.0
package baton.console.conversation;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The one text of a conversation in which something is marked; marking elsewhere takes it over. Screen's thread only. */
final class Selection {
    private @Nullable SelectableText owner;

    void take(SelectableText next) {
        if (owner != null && owner != next) {
            owner.unmark();
        }
        owner = next;
    }

    void clear() {
        if (owner != null) {
            owner.unmark();
        }
        owner = null;
    }

    /** What is marked, with emoji as characters; empty if nothing is. */
    Optional<String> copied() {
        return Optional.ofNullable(owner).map(SelectableText::marked).filter(text -> !text.isEmpty());
    }
}

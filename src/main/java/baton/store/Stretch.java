// SPDX-License-Identifier: Apache-2.0
package baton.store;

import baton.domain.Message;
import java.util.List;

/**
 * Messages of one conversation that follow each other without gaps, oldest first, and from which message on everything of it was in the
 * replica in that moment; 0 = from the first.
 */
public record Stretch(List<Message> messages, long since) {

    public Stretch {
        messages = List.copyOf(messages);
    }

    /** Whether the hub has nothing older than what is here. */
    public boolean isWhole() {
        return since == 0;
    }
}

// SPDX-License-Identifier: Apache-2.0
package baton.console.conversation;

import baton.domain.ConversationId;
import baton.sync.Draft;

/** A text on its way out of the box. */
record Sent(ConversationId conversation, String text, boolean note) {

    /** Whether the draft still has it, and it alone. */
    boolean isIn(Draft draft) {
        return draft.conversation().equals(conversation)
                && draft.text(note).strip().equals(text);
    }
}

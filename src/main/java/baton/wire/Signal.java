// SPDX-License-Identifier: Apache-2.0
package baton.wire;

import baton.domain.ConversationId;
import tools.jackson.databind.JsonNode;

/** Somebody touched a conversation just now, as it travels on the volatile lane: {@code {"conversation":12,"typing":true}}. */
public record Signal(ConversationId conversation, boolean typing) {
    /** Refuses what is missing or of the wrong sort with a {@link Malformed} that names the property. */
    public static Signal read(JsonNode json) {
        Fields fields = new Fields(json);
        return new Signal(fields.numbered("conversation", ConversationId::new), fields.flag("typing", false));
    }
}

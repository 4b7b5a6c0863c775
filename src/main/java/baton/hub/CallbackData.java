// SPDX-License-Identifier: Apache-2.0
package baton.hub;

import baton.domain.MessageId;
import java.util.Optional;

/**
 * The text we give every message on its way and Meta returns in each of its statuses: {@code baton:<journal>:<message>}.
 * It proves that an uncertain message went out, and tells our messages from another program's on the same account.
 */
final class CallbackData {

    private static final String PREFIX = "baton:";

    private CallbackData() {}

    static String of(String journal, MessageId message) {
        return PREFIX + journal + ":" + message;
    }

    /** Our message; empty when the text is somebody else's. */
    static Optional<MessageId> message(String journal, String text) {
        String ours = PREFIX + journal + ":";
        if (!text.startsWith(ours)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new MessageId(Long.parseLong(text.substring(ours.length()))));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package baton.whatsapp;

import baton.domain.Content;
import java.util.Optional;
import java.util.regex.Pattern;

/** The platform's own limits, checked before anything is sent (SPEC.md C3, WHATSAPP.md 4). Pure; any thread. */
public final class OutboundLimits {
    private static final int LONGEST_TEXT = 4096;
    private static final int LONGEST_EMOJI = 64;
    private static final int BEYOND_KEYBOARD = 0xFF;
    private static final char EMOJI_STYLE = '\uFE0F';
    private static final Pattern ONE_CLUSTER = Pattern.compile("\\X");

    private OutboundLimits() {}

    /**
     * Empty when it may be sent, else the key of the reason in {@code platform-errors}: a text needs 1 to 4,096 UTF-16 units that are not
     * all blank, a reaction is one emoji or empty to take it away, other kinds are not sent yet.
     */
    public static Optional<String> check(Content content) {
        return switch (content) {
            case Content.Text text -> text(text.body());
            case Content.Reaction reaction -> reaction(reaction.emoji());
            case Content.Media _,
                    Content.Location _,
                    Content.Contacts _,
                    Content.Choice _,
                    Content.Form _,
                    Content.CallPermission _,
                    Content.Call _,
                    Content.Order _,
                    Content.Notice _,
                    Content.Unsupported _,
                    Content.Unknown _,
                    Content.Withheld _ -> Optional.of("limit.kind-not-sent");
        };
    }

    private static Optional<String> text(String body) {
        if (body.isBlank()) {
            return Optional.of("limit.text-empty");
        }
        return body.length() > LONGEST_TEXT ? Optional.of("limit.text-too-long") : Optional.empty();
    }

    private static Optional<String> reaction(String emoji) {
        return emoji.isEmpty() || isOneEmoji(emoji) ? Optional.empty() : Optional.of("limit.reaction-not-one-emoji");
    }

    private static boolean isOneEmoji(String emoji) {
        return emoji.length() <= LONGEST_EMOJI
                && ONE_CLUSTER.matcher(emoji).matches()
                && emoji.codePoints().anyMatch(Character::isEmoji)
                && (emoji.indexOf(EMOJI_STYLE) >= 0 || emoji.codePointAt(0) > BEYOND_KEYBOARD);
    }
}

// SPDX-License-Identifier: Apache-2.0
package baton.policy;

import baton.domain.Content;
import baton.domain.Conversation;
import baton.domain.Fence;
import baton.domain.PersonId;
import baton.domain.Refusal;
import baton.domain.Touch;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Whether a reply may go: the hold, the send fence, the service window, the platform's limits on text (SPEC.md T4, B1,
 * W1, C3). The console asks it to colour the button, the hub to decide, the sender once more when the reply is due.
 */
public final class ReplyGate {

    /** UTF-16 units in one text (WHATSAPP.md 4.2). */
    public static final int LONGEST_TEXT = 4096;

    private static final int LONGEST_EMOJI = 32;

    private ReplyGate() {}

    /** Why this reply may not be taken, if so; the first reason in the order closed, hold, fence, window, content. */
    public static Optional<Refusal> refuse(
            Conversation conversation, Optional<Touch> touch, PersonId who, Fence fence, Content content, Instant now) {
        if (!conversation.open()) {
            return Optional.of(Refusal.because(Refusal.Reason.NOT_OPEN));
        }
        return ClaimPolicy.refuseHolder(conversation, touch, who, fence, now)
                .or(() -> refuseStale(conversation, fence))
                .or(() -> refuseClosedWindow(conversation, now))
                .or(() -> refuseContent(content));
    }

    /**
     * Why a reply of {@code author} that was taken may not leave now that it is due: somebody else has or had the conversation
     * since ({@code HELD_BY_OTHER} or {@code STALE_CLAIM}), the customer wrote something its writer had not seen, or the window
     * closed. A hold that merely ran out does not stop it, nor one that its author took anew with nobody in between.
     */
    public static Optional<Refusal> refuseDeparture(
            Conversation conversation, Optional<Touch> touch, PersonId author, Fence fence, Instant now) {
        return ClaimPolicy.refuseOvertaken(conversation, touch, author, fence, now)
                .or(() -> refuseStale(conversation, fence))
                .or(() -> refuseClosedWindow(conversation, now));
    }

    private static Optional<Refusal> refuseStale(Conversation conversation, Fence fence) {
        long newest = conversation.traffic().lastInbound();
        return newest <= fence.seen()
                ? Optional.empty()
                : Optional.of(Refusal.because(
                        Refusal.Reason.NEWER_MESSAGE,
                        Map.of("newest", Long.toString(newest), "seen", Long.toString(fence.seen()))));
    }

    private static Optional<Refusal> refuseClosedWindow(Conversation conversation, Instant now) {
        return ServiceWindow.isOpen(conversation.traffic(), now)
                ? Optional.empty()
                : Optional.of(Refusal.because(Refusal.Reason.WINDOW_CLOSED));
    }

    private static Optional<Refusal> refuseContent(Content content) {
        return switch (content) {
            case Content.Text text -> refuseText(text.body(), LONGEST_TEXT);
            case Content.Reaction reaction -> refuseEmoji(reaction.emoji());
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
                    Content.Withheld _ ->
                Optional.of(Refusal.because(
                        Refusal.Reason.NOT_SENDABLE,
                        Map.of("type", content.getClass().getSimpleName())));
        };
    }

    /** Nothing at all takes a reaction away; nothing visible is neither a reaction nor its removal. */
    private static Optional<Refusal> refuseEmoji(String emoji) {
        return emoji.isEmpty() ? Optional.empty() : refuseText(emoji, LONGEST_EMOJI);
    }

    /** Blank text is {@code EMPTY}, text over {@code most} UTF-16 units {@code TOO_LONG}. */
    static Optional<Refusal> refuseText(String text, int most) {
        if (text.codePoints().allMatch(Invisible::is)) {
            return Optional.of(Refusal.because(Refusal.Reason.EMPTY));
        }
        return text.length() > most ? Optional.of(tooLong(text, most)) : Optional.empty();
    }

    private static Refusal tooLong(String text, int most) {
        return Refusal.because(
                Refusal.Reason.TOO_LONG,
                Map.of("characters", Integer.toString(text.length()), "most", Integer.toString(most)));
    }
}

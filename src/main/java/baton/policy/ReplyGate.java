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

    private ReplyGate() {}

    /** Why this reply may not be taken, if so; the first reason in the order hold, fence, window, content. */
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
     * Why a reply that was taken may not leave now that it is due: somebody else has the conversation since, or the
     * customer wrote something its writer had not seen. A hold that merely ran out does not stop it.
     */
    public static Optional<Refusal> refuseDeparture(
            Conversation conversation, Optional<Touch> touch, Fence fence, Instant now) {
        return ClaimPolicy.heldAt(conversation.claim(), touch, now)
                .filter(held -> held.number().value() > fence.claim().value())
                .map(held -> ClaimPolicy.heldByOther(held, touch))
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
            default ->
                Optional.of(Refusal.because(
                        Refusal.Reason.NOT_SENDABLE,
                        Map.of("type", content.getClass().getSimpleName())));
        };
    }

    private static Optional<Refusal> refuseEmoji(String emoji) {
        return emoji.length() > 32 ? Optional.of(tooLong(emoji, 32)) : Optional.empty();
    }

    /** Blank text is {@code EMPTY}, text over {@code most} UTF-16 units {@code TOO_LONG}. */
    static Optional<Refusal> refuseText(String text, int most) {
        if (text.codePoints().allMatch(ReplyGate::isInvisible)) {
            return Optional.of(Refusal.because(Refusal.Reason.EMPTY));
        }
        return text.length() > most ? Optional.of(tooLong(text, most)) : Optional.empty();
    }

    private static Refusal tooLong(String text, int most) {
        return Refusal.because(
                Refusal.Reason.TOO_LONG,
                Map.of("characters", Integer.toString(text.length()), "most", Integer.toString(most)));
    }

    private static boolean isInvisible(int codePoint) {
        return Character.isWhitespace(codePoint)
                || Character.isSpaceChar(codePoint)
                || Character.isISOControl(codePoint)
                || Character.getType(codePoint) == Character.FORMAT;
    }
}

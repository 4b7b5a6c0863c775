// SPDX-License-Identifier: Apache-2.0
package baton.hub;

import baton.domain.Conversation;
import baton.domain.ConversationId;
import baton.domain.PersonId;
import baton.domain.Touch;
import baton.policy.LeaseExtension;
import baton.store.Inbox;
import baton.store.Touches;
import baton.wire.Signal;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The volatile lane's way in: somebody touched a conversation, or types in it (SPEC.md T4, T5). Never in the journal. */
final class SignalPages {
    private static final int LARGEST_BODY = 1_024;
    /** A desk that types says so every few seconds; one that stops saying so is not typing. */
    private static final Duration TYPING = Duration.ofSeconds(6);

    /** The bubble on the customer's phone lasts 25 s (WHATSAPP.md 4.11); it is renewed no sooner than this. */
    private static final Duration BUBBLE = Duration.ofSeconds(20);

    /** Hears that somebody types; may block. */
    @FunctionalInterface
    public interface Typing {
        void tell(ConversationId conversation, PersonId who);
    }

    private final Typing typing;
    private final Cache<ConversationId, Instant> told =
            Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(BUBBLE).build();
    private final Inbox inbox;
    private final Touches touches;
    private final InstantSource clock;

    SignalPages(Inbox inbox, Touches touches, Typing typing, InstantSource clock) {
        this.typing = typing;
        this.inbox = inbox;
        this.touches = touches;
        this.clock = clock;
    }

    List<Route> routes() {
        return List.of(Route.later(
                "POST",
                "/api/signals",
                Access.READER,
                LARGEST_BODY,
                call -> CompletableFuture.completedFuture(note(call))));
    }

    private Reply note(Call call) {
        Signal signal = Signal.read(call.json());
        PersonId who = call.badge().person().id();
        Instant now = clock.instant();
        Conversation conversation = inbox.conversation(signal.conversation())
                .orElseThrow(() -> new Problem(404, "There is no conversation " + signal.conversation() + "."));
        Optional<Touch> before = inbox.touch(conversation.id(), who);
        Touch touch = LeaseExtension.touched(conversation, before, who, signal.typing(), now);
        touches.note(touch, signal.typing() ? now.plus(TYPING) : now, now);
        if (signal.typing()) {
            tell(conversation.id(), who, now);
        }
        return Reply.nothing();
    }

    private void tell(ConversationId conversation, PersonId who, Instant now) {
        Instant last = told.asMap().get(conversation);
        if (last == null || !now.isBefore(last.plus(BUBBLE))) {
            told.put(conversation, now);
            Thread.ofVirtual().name("typing").start(() -> typing.tell(conversation, who));
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package baton.hub;

import baton.domain.Conversation;
import baton.domain.PersonId;
import baton.domain.Touch;
import baton.policy.LeaseExtension;
import baton.store.Inbox;
import baton.store.Touches;
import baton.wire.Signal;
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

    private final Inbox inbox;
    private final Touches touches;
    private final InstantSource clock;

    SignalPages(Inbox inbox, Touches touches, InstantSource clock) {
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
        return Reply.nothing();
    }
}

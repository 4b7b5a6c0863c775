// SPDX-License-Identifier: Apache-2.0
package baton.console.shell;

import baton.console.Seat;
import baton.console.Sentence;
import baton.run.Secret;
import baton.sync.Changes;
import baton.sync.LinkState;
import baton.sync.OutboxCounts;
import baton.sync.SignInAnswer;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** How the desk stands to its hub, and what waits to go there. Screen's thread only. */
public final class LinkModel {
    private final Seat seat;
    private final ReadOnlyObjectWrapper<LinkState> state;
    private final ReadOnlyObjectWrapper<OutboxCounts> outbox = new ReadOnlyObjectWrapper<>(OutboxCounts.NONE);
    private final ReadOnlyObjectWrapper<Optional<Sentence>> trouble = new ReadOnlyObjectWrapper<>(Optional.empty());

    LinkModel(Seat seat) {
        this.seat = seat;
        this.state = new ReadOnlyObjectWrapper<>(seat.workspace().link());
    }

    public ReadOnlyObjectProperty<LinkState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<OutboxCounts> outboxProperty() {
        return outbox.getReadOnlyProperty();
    }

    /** Why signing in again did not work. */
    public ReadOnlyObjectProperty<Optional<Sentence>> troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    void changed(Changes changes) {
        changes.link().ifPresent(state::set);
        changes.outbox().ifPresent(outbox::set);
        if (changes.reload()) {
            state.set(seat.workspace().link());
            outbox.set(seat.workspace().outbox());
        }
    }

    public void tryNow() {
        seat.workspace().wake();
    }

    /** Signs the same person in again; {@code password} must not be blank. */
    public void signIn(String password) {
        CompletableFuture<Void> _ = seat.workspace()
                .signIn(new Secret(password))
                .thenAcceptAsync(answer -> trouble.set(reason(answer)), seat.screen());
    }

    private static Optional<Sentence> reason(SignInAnswer answer) {
        return switch (answer) {
            case SignInAnswer.Welcome _ -> Optional.empty();
            case SignInAnswer.Refused _ -> Optional.of(Sentence.of("signin.refused"));
            case SignInAnswer.NotReachable _ -> Optional.of(Sentence.of("refused.offline"));
            case SignInAnswer.Unusable _ -> Optional.of(Sentence.of("link.NO_HUB"));
        };
    }
}

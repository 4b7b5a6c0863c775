// SPDX-License-Identifier: Apache-2.0
package baton.console.conversation;

import baton.console.Sentence;
import baton.console.Ticker;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** What can still be taken back: the last thing done, for five seconds (SPEC.md B10). Screen's thread only. */
public final class UndoModel {
    public static final Duration TIME = Duration.ofSeconds(5);

    /** What was done, until when it can be taken back, and how. */
    public record Offer(Sentence done, Instant until, Runnable back) {}

    private final Ticker ticker;
    private final ReadOnlyObjectWrapper<Optional<Offer>> offer = new ReadOnlyObjectWrapper<>(Optional.empty());

    public UndoModel(Ticker ticker) {
        this.ticker = ticker;
        ticker.nowProperty().subscribe(this::expire);
    }

    public ReadOnlyObjectProperty<Optional<Offer>> offerProperty() {
        return offer.getReadOnlyProperty();
    }

    void offer(Sentence done, Runnable back) {
        offer.set(Optional.of(new Offer(done, ticker.now().plus(TIME), back)));
    }

    /** Takes it back; nothing happens when it is too late. */
    public void undo() {
        Optional<Offer> last = offer.get();
        offer.set(Optional.empty());
        last.ifPresent(known -> known.back().run());
    }

    public void dismiss() {
        offer.set(Optional.empty());
    }

    private void expire(Instant now) {
        if (offer.get().filter(known -> !now.isBefore(known.until())).isPresent()) {
            offer.set(Optional.empty());
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package baton.console.phone;

import baton.console.Seat;
import baton.domain.Identity;
import baton.run.Loop;
import baton.sync.ConversationRow;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Which phone lies beside the desk, what it shows, and writing on it. Looks at it three times a second. Screen's thread only. */
public final class PhoneModel implements AutoCloseable {
    private static final Duration LOOK = Duration.ofMillis(330);

    private final Handsets handsets;
    private final Seat seat;
    private final Loop loop;
    private final ObservableList<Handset> all = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Optional<Handset>> chosen = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<PhoneScreen> screen = new ReadOnlyObjectWrapper<>(PhoneScreen.EMPTY);
    private final ReadOnlyBooleanWrapper rough = new ReadOnlyBooleanWrapper();
    private final BooleanProperty open = new SimpleBooleanProperty(true);
    private volatile Optional<Handset> looked = Optional.empty();

    /** {@code trouble} hears what keeps it from looking. It does not look before {@link #start()}. */
    public PhoneModel(Handsets handsets, Seat seat, Consumer<RuntimeException> trouble) {
        this.handsets = handsets;
        this.seat = seat;
        this.loop = new Loop("phone", this::look, trouble);
    }

    public PhoneModel start() {
        loop.start();
        return this;
    }

    /** Everyone with a phone, who came last first. */
    public ObservableList<Handset> all() {
        return all;
    }

    public ReadOnlyObjectProperty<Optional<Handset>> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<PhoneScreen> screenProperty() {
        return screen.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty roughProperty() {
        return rough.getReadOnlyProperty();
    }

    /** Whether the phone lies there at all. */
    public BooleanProperty openProperty() {
        return open;
    }

    public List<String> languages() {
        return handsets.languages();
    }

    public void choose(Handset handset) {
        if (!chosen.get().equals(Optional.of(handset))) {
            screen.set(PhoneScreen.EMPTY);
            chosen.set(Optional.of(handset));
            looked = chosen.get();
            loop.wake();
        }
    }

    /** The phone of whoever's conversation is open at the desk comes to the hand. */
    public void follow(Optional<ConversationRow> row) {
        row.ifPresent(open -> open.customer().identities().stream()
                .map(Identity::value)
                .flatMap(mark -> all.stream().filter(each -> each.isOf(mark)))
                .findFirst()
                .ifPresent(this::choose));
    }

    /** Writes as the phone's owner; completes on the screen's thread with whether it was sent. Blank text is not. */
    public CompletableFuture<Boolean> say(String text) {
        Optional<Handset> who = chosen.get();
        if (who.isEmpty() || text.isBlank()) {
            return CompletableFuture.completedFuture(false);
        }
        return act(() -> {
                    handsets.say(who.get(), text);
                    return true;
                })
                .exceptionally(_ -> false);
    }

    /** Sends something made up as the phone's owner. */
    public void send(Handsets.Sample sample) {
        chosen.get().ifPresent(who -> {
            CompletableFuture<Boolean> _ = act(() -> {
                handsets.send(who, sample);
                return true;
            });
        });
    }

    /** Somebody new gets a phone, which is then the one shown. A blank name is passed over. */
    public void introduce(String name, String language) {
        if (!name.isBlank()) {
            CompletableFuture<Void> _ =
                    act(() -> handsets.introduce(name.strip(), language)).thenAccept(this::welcome);
        }
    }

    public void changeWeather() {
        boolean next = !rough.get();
        CompletableFuture<Void> _ = act(() -> {
                    handsets.weather(next);
                    return next;
                })
                .thenAccept(rough::set);
    }

    /** One look at all of it; tells when to look again. Any thread. */
    Duration look() {
        List<Handset> now = handsets.all();
        boolean isRough = handsets.isRough();
        Optional<Handset> who = looked;
        PhoneScreen shown = who.map(handsets::look).orElse(PhoneScreen.EMPTY);
        seat.screen().execute(() -> show(now, isRough, who, shown));
        return LOOK;
    }

    private void show(List<Handset> now, boolean isRough, Optional<Handset> who, PhoneScreen shown) {
        now.stream().filter(each -> !all.contains(each)).forEach(each -> all.addFirst(each));
        rough.set(isRough);
        if (chosen.get().isEmpty() && !all.isEmpty()) {
            choose(all.getFirst());
        } else if (who.equals(chosen.get())) {
            screen.set(shown);
        }
    }

    private void welcome(Handset handset) {
        if (!all.contains(handset)) {
            all.addFirst(handset);
        }
        choose(handset);
    }

    private <T> CompletableFuture<T> act(Supplier<T> deed) {
        return CompletableFuture.supplyAsync(deed, seat.background())
                .thenApplyAsync(
                        done -> {
                            loop.wake();
                            return done;
                        },
                        seat.screen());
    }

    @Override
    public void close() {
        loop.close();
    }
}

// SPDX-License-Identifier: Apache-2.0
package baton.console.connection;

import baton.console.Seat;
import baton.domain.Command;
import baton.domain.DeliveryId;
import baton.domain.Role;
import baton.policy.RolePolicy;
import baton.sync.Books;
import baton.sync.BooksAnswer;
import baton.sync.CommandAnswer;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;

/**
 * The hub's books as last told, whether they could be asked, and replays under way. Asks every half minute while open and
 * every minute otherwise, so that the rail can warn. Screen's thread only.
 */
public final class ConnectionModel {
    private static final Duration WHILE_OPEN = Duration.ofSeconds(30);
    private static final Duration OTHERWISE = Duration.ofSeconds(60);
    private static final int WEEK = 7;

    private final Seat seat;
    private final BooleanProperty open = new SimpleBooleanProperty();
    private final IntegerProperty days = new SimpleIntegerProperty(WEEK);
    private final ReadOnlyObjectWrapper<Optional<Books>> books = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<String>> trouble = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper asking = new ReadOnlyBooleanWrapper();
    private final ObservableMap<DeliveryId, Replaying> replays = FXCollections.observableHashMap();
    private Instant asked = Instant.EPOCH;
    private int round;

    public ConnectionModel(Seat seat) {
        this.seat = seat;
        open.subscribe(isOpen -> {
            if (isOpen) {
                refresh();
            }
        });
        days.subscribe((_, _) -> refresh());
    }

    /** Whether this person is shown the page at all. */
    public boolean isForMe() {
        return RolePolicy.seesConnection(seat.workspace().role());
    }

    /** Whether this person may take in again and put away. */
    boolean canReplay() {
        return seat.workspace().role() == Role.ADMIN;
    }

    /** Whether the page stands in the window. */
    public BooleanProperty openProperty() {
        return open;
    }

    /** How many days the board shows, 1 to 31. */
    IntegerProperty daysProperty() {
        return days;
    }

    /** The last answer; kept while the hub cannot be asked. */
    ReadOnlyObjectProperty<Optional<Books>> booksProperty() {
        return books.getReadOnlyProperty();
    }

    /** Why the last question got no answer. */
    ReadOnlyObjectProperty<Optional<String>> troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty askingProperty() {
        return asking.getReadOnlyProperty();
    }

    ObservableMap<DeliveryId, Replaying> replays() {
        return replays;
    }

    /** Asks again when it is time; the window calls it with each tick. Does nothing for those who are not shown the page. */
    public void tick(Instant now) {
        Duration every = open.get() ? WHILE_OPEN : OTHERWISE;
        if (isForMe() && !asking.get() && Duration.between(asked, now).compareTo(every) >= 0) {
            refresh();
        }
    }

    /** Whether somebody should look: a number fell silent, the line is broken, something is set aside, or the books disagree. */
    public ObservableValue<Boolean> alarm() {
        return books.map(told -> told.filter(ConnectionModel::isAlarming).isPresent());
    }

    private static boolean isAlarming(Books told) {
        return told.numbers().stream().anyMatch(line -> line.silence().needsALook())
                || told.platform().works().filter(works -> !works).isPresent()
                || !told.setAside().isEmpty()
                || told.days().stream().anyMatch(day -> day.counts().missing() != 0);
    }

    /** Asks the hub now. Only the answer to the latest question counts. */
    void refresh() {
        asked = seat.workspace().now();
        asking.set(true);
        round++;
        int mine = round;
        CompletableFuture<Void> _ = seat.workspace()
                .books(days.get())
                .exceptionally(broken -> new BooksAnswer.NotTold(String.valueOf(broken.getMessage())))
                .thenAcceptAsync(answer -> told(mine, answer), seat.screen());
    }

    private void told(int mine, BooksAnswer answer) {
        if (mine != round) {
            return;
        }
        asking.set(false);
        switch (answer) {
            case BooksAnswer.Told told -> {
                books.set(Optional.of(told.books()));
                trouble.set(Optional.empty());
            }
            case BooksAnswer.NotTold no -> trouble.set(Optional.of(no.detail()));
        }
    }

    /** Takes the delivery in again; a second click while it works does nothing. */
    void replay(DeliveryId delivery) {
        ask(delivery, () -> seat.workspace().replay(delivery));
    }

    /** Lets what was set aside rest, with a reason; does nothing while its delivery is worked on. */
    void putAway(Books.Aside entry, String why) {
        ask(entry.delivery(), () -> seat.workspace().ask(new Command.PutAway(entry.id(), why)));
    }

    private void ask(DeliveryId delivery, Supplier<CompletableFuture<CommandAnswer>> asking) {
        if (!canReplay() || replays.get(delivery) instanceof Replaying.Working) {
            return;
        }
        replays.put(delivery, new Replaying.Working());
        CompletableFuture<Void> _ = asking.get()
                .exceptionally(broken -> new CommandAnswer.NotReachable(String.valueOf(broken.getMessage())))
                .thenAcceptAsync(answer -> replayed(delivery, answer), seat.screen());
    }

    private void replayed(DeliveryId delivery, CommandAnswer answer) {
        replays.put(
                delivery,
                switch (answer) {
                    case CommandAnswer.Done done ->
                        new Replaying.Answered(done.facts().getOrDefault("result", "ACCEPTED"));
                    case CommandAnswer.Refused refused -> refused(refused);
                    case CommandAnswer.GivenBack back -> refused(back.refused());
                    case CommandAnswer.NotKept full -> new Replaying.Refused(full.detail());
                    case CommandAnswer.NotReachable gone -> new Replaying.Refused(gone.detail());
                    case CommandAnswer.Queued _ -> new Replaying.Working();
                });
        refresh();
    }

    private static Replaying refused(CommandAnswer.Refused refused) {
        return new Replaying.Refused(
                refused.sentence().orElse(refused.refusal().reason().name()));
    }
}

// SPDX-License-Identifier: Apache-2.0
package baton.console.conversation;

import baton.console.Emoji;
import baton.console.Seat;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * Picking an emoji (SPEC.md I4): one group at a time or what a search finds, in lines of {@value #COLUMNS}; those used last come first
 * and are remembered. Screen's thread only.
 */
public final class EmojiModel {
    static final int COLUMNS = 9;
    static final String RECENT = "recent";
    private static final int MOST_RECENT = 3 * COLUMNS;
    private static final String REMEMBERED = "emoji.recent";

    private final Seat seat;
    private final BooleanProperty open = new SimpleBooleanProperty();
    private final StringProperty sought = new SimpleStringProperty("");
    private final ObjectProperty<String> group = new SimpleObjectProperty<>(RECENT);
    private final IntegerProperty chosen = new SimpleIntegerProperty();
    private final ObservableList<List<Emoji.Known>> lines = FXCollections.observableArrayList();
    private List<Emoji.Known> shown = List.of();
    private List<Emoji.Known> recent = List.of();
    private Optional<Stock> stock = Optional.empty();
    private boolean isRecalled;

    /** All that can be picked, and what they are called. */
    private record Stock(List<Emoji.Known> offered, EmojiWords words) {}

    EmojiModel(Seat seat) {
        this.seat = seat;
        sought.subscribe(_ -> fill());
        group.subscribe(_ -> fill());
        open.subscribe(isOpen -> {
            if (isOpen) {
                begin();
            }
        });
    }

    /** Read when the first is picked. */
    private Stock stock() {
        Stock read = stock.orElseGet(() -> new Stock(seat.emoji().offered(), new EmojiWords()));
        stock = Optional.of(read);
        return read;
    }

    private List<Emoji.Known> offered() {
        return stock().offered();
    }

    public BooleanProperty openProperty() {
        return open;
    }

    /** Letters of a name in English or Korean; blank shows the group. */
    public StringProperty soughtProperty() {
        return sought;
    }

    /** One of {@link #groups()}. */
    public ObjectProperty<String> groupProperty() {
        return group;
    }

    /** The place of the one that Enter takes, counted from the first shown. */
    public IntegerProperty chosenProperty() {
        return chosen;
    }

    public ObservableList<List<Emoji.Known>> lines() {
        return lines;
    }

    /** Those used last, then the groups in the order of the list. */
    public List<String> groups() {
        return Stream.concat(Stream.of(RECENT), offered().stream().map(Emoji.Known::group))
                .distinct()
                .toList();
    }

    /** What stands for a group: its first one. */
    Optional<Emoji.Known> face(String wanted) {
        return offered().stream().filter(each -> each.group().equals(wanted)).findFirst();
    }

    public Optional<Emoji.Known> current() {
        int at = chosen.get();
        return at < shown.size() ? Optional.of(shown.get(at)) : Optional.empty();
    }

    /** What it is called in the reader's language, or else in English. */
    public String nameOf(Emoji.Known emoji) {
        return stock().words().name(emoji, seat.texts().locale());
    }

    /** Goes so many to the right (or left, or by lines of {@value #COLUMNS}); stays within what is shown. */
    public void move(int by) {
        int next = chosen.get() + by;
        boolean isOff = next < 0 || (next >= shown.size() && by > 1 && isOnLastLine());
        chosen.set(isOff ? chosen.get() : Math.clamp(next, 0, Math.max(0, shown.size() - 1)));
    }

    private boolean isOnLastLine() {
        return chosen.get() / COLUMNS == (shown.size() - 1) / COLUMNS;
    }

    /** The group so many further; after the last comes the first. */
    public void turn(int by) {
        List<String> all = groups();
        sought.set("");
        group.set(all.get(Math.floorMod(all.indexOf(group.get()) + by, all.size())));
    }

    /** It was used: it comes first from now on. */
    public void used(Emoji.Known emoji) {
        var next = new ArrayList<>(List.of(emoji));
        recent.stream()
                .filter(each -> !each.equals(emoji))
                .limit(MOST_RECENT - 1L)
                .forEach(next::add);
        recent = List.copyOf(next);
        seat.workspace()
                .remember(
                        REMEMBERED,
                        String.join(
                                " ",
                                recent.stream().map(Emoji.Known::characters).toList()));
    }

    private void begin() {
        sought.set("");
        settle();
        if (!isRecalled) {
            isRecalled = true;
            CompletableFuture<Void> _ = CompletableFuture.supplyAsync(
                            () -> seat.workspace().remembered(REMEMBERED), seat.background())
                    .thenAcceptAsync(kept -> kept.ifPresent(this::recall), seat.screen());
        }
    }

    private void recall(String kept) {
        List<String> before = List.of(kept.split(" "));
        List<Emoji.Known> known = before.stream()
                .flatMap(each ->
                        offered().stream().filter(one -> one.characters().equals(each)))
                .toList();
        recent = Stream.concat(recent.stream(), known.stream())
                .distinct()
                .limit(MOST_RECENT)
                .toList();
        settle();
    }

    /** Begins with those used last, if there are any. */
    private void settle() {
        group.set(recent.isEmpty() ? groups().get(1) : RECENT);
        fill();
    }

    private void fill() {
        shown = sought.get().isBlank() ? ofGroup() : stock().words().found(offered(), sought.get());
        var next = new ArrayList<List<Emoji.Known>>();
        for (int from = 0; from < shown.size(); from += COLUMNS) {
            next.add(shown.subList(from, Math.min(shown.size(), from + COLUMNS)));
        }
        lines.setAll(next);
        chosen.set(0);
    }

    private List<Emoji.Known> ofGroup() {
        String wanted = group.get();
        return wanted.equals(RECENT)
                ? recent
                : offered().stream().filter(each -> each.group().equals(wanted)).toList();
    }
}

// SPDX-License-Identifier: Apache-2.0
package baton.console.inbox;

import baton.console.Seat;
import baton.domain.ConversationId;
import baton.sync.Changes;
import baton.sync.ConversationRow;
import baton.sync.Hold;
import baton.sync.LinkState;
import baton.sync.View;
import baton.sync.Workspace;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;

/** The list of one view: its rows in order, how many each view has, and which one is chosen. Screen's thread only. */
public final class InboxModel {
    private final Workspace workspace;
    private final Seat seat;
    private final SortedRows rows = new SortedRows();
    private final ObjectProperty<View> view = new SimpleObjectProperty<>(View.UNASSIGNED);
    private final ObjectProperty<Order> order = new SimpleObjectProperty<>(Order.NEWEST);
    private final StringProperty sought = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Map<View, Integer>> counts = new ReadOnlyObjectWrapper<>(Map.of());
    private final ReadOnlyObjectWrapper<Optional<ConversationId>> chosen =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper loading = new ReadOnlyBooleanWrapper();
    private final Map<ConversationId, Optional<ConversationRow>> waiting = new LinkedHashMap<>();
    private boolean isHeld;
    private int lastPlace;

    /** Empty until it hears of the first change. */
    public InboxModel(Seat seat) {
        this.seat = seat;
        this.workspace = seat.workspace();
        loading.set(isOnTheWay(workspace.link()));
        var _ = workspace.ready().whenCompleteAsync((_, _) -> loading.set(isOnTheWay(workspace.link())), seat.screen());
        view.subscribe((_, _) -> refill(Optional.empty()));
        order.subscribe((_, _) -> refill(kept()));
        sought.subscribe((_, _) -> refill(Optional.empty()));
    }

    public ObservableList<InboxRow> rows() {
        return rows.seen();
    }

    public ObjectProperty<View> viewProperty() {
        return view;
    }

    public ObjectProperty<Order> orderProperty() {
        return order;
    }

    /** Only rows with these letters in name, number or last words; empty shows all. */
    public StringProperty soughtProperty() {
        return sought;
    }

    public ReadOnlyObjectProperty<Map<View, Integer>> countsProperty() {
        return counts.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<ConversationId>> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /** The chosen one's place in the list, or -1. */
    public int place() {
        return chosen.get().map(this::place).orElse(-1);
    }

    /** That row's place in the list, or -1. */
    int place(ConversationId id) {
        return Math.max(-1, rows.indexOf(id));
    }

    public void choose(ConversationId id) {
        int at = rows.indexOf(id);
        lastPlace = at >= 0 ? at : lastPlace;
        choose(Optional.of(id));
    }

    public void chooseNone() {
        choose(Optional.empty());
    }

    private void choose(Optional<ConversationId> next) {
        Optional<ConversationId> before = chosen.get();
        chosen.set(next);
        before.filter(each -> next.filter(each::equals).isEmpty()).ifPresent(this::letGo);
    }

    /** Chooses the row so many below (or above) the chosen one; stays within the list. */
    public void move(int by) {
        if (rows.all().isEmpty()) {
            return;
        }
        int from = place();
        int wanted = from >= 0 ? from + by : Math.max(lastPlace, 0) + (by > 0 ? by - 1 : by);
        choose(rows.all().get(Math.clamp(wanted, 0, rows.all().size() - 1)).id());
    }

    /** Whom to serve after {@code done}: who has waited longest and is not with a colleague, else the row that took its place. */
    public Optional<ConversationId> nextAfter(ConversationId done) {
        Instant now = seat.ticker().now();
        return rows.all().stream()
                .filter(row -> !row.id().equals(done) && row.waitingSince().isPresent())
                .filter(row -> row.row().heldAt(now).map(Hold::mine).orElse(true))
                .min(Comparator.comparing(row -> row.waitingSince().orElse(Instant.MAX)))
                .or(() -> rows.all().stream()
                        .filter(row -> !row.id().equals(done))
                        .skip(Math.max(0, Math.min(lastPlace, rows.all().size() - 2)))
                        .findFirst())
                .map(InboxRow::id);
    }

    /** The list is not all there yet, so that an empty one says nothing about who waits. */
    public ReadOnlyBooleanProperty loadingProperty() {
        return loading.getReadOnlyProperty();
    }

    private boolean isOnTheWay(LinkState link) {
        return !workspace.ready().isDone() || link instanceof LinkState.Connecting || link instanceof LinkState.Loading;
    }

    public void changed(Changes changes) {
        changes.link().ifPresent(link -> loading.set(isOnTheWay(link)));
        if (changes.reload()) {
            refill(kept());
            return;
        }
        changes.gone().forEach(gone -> waiting.put(gone, Optional.empty()));
        changes.rows().forEach(row -> waiting.put(row.id(), Optional.of(row)));
        catchUp();
        if (!changes.rows().isEmpty() || !changes.gone().isEmpty()) {
            counts.set(workspace.counts());
        }
    }

    /** While somebody aims at a row, none moves: a click takes what was aimed at, not what slid under the pointer. */
    public void hold(boolean isAiming) {
        isHeld = isAiming;
        catchUp();
    }

    private void catchUp() {
        if (isHeld || waiting.isEmpty()) {
            return;
        }
        rows.together(() -> waiting.forEach((id, row) -> row.ifPresentOrElse(this::put, () -> rows.remove(id))));
        waiting.clear();
    }

    private void put(ConversationRow row) {
        InboxRow next = InboxRow.of(row);
        if (isShown(next) || isKept(next)) {
            rows.put(next);
        } else {
            rows.remove(row.id());
        }
    }

    /** What one has before them stays in the list though its view no longer shows it, until another is chosen. */
    private boolean isKept(InboxRow row) {
        return rows.indexOf(row.id()) >= 0
                && chosen.get().filter(row.id()::equals).isPresent();
    }

    /** What only stayed because it was chosen goes, unless rows may not move just now. */
    private void letGo(ConversationId id) {
        waiting.putIfAbsent(id, workspace.row(id));
        catchUp();
    }

    private Optional<InboxRow> kept() {
        return chosen.get().flatMap(workspace::row).map(InboxRow::of).filter(this::isKept);
    }

    private void refill(Optional<InboxRow> kept) {
        waiting.clear();
        rows.fill(
                Stream.concat(
                                workspace.rows(view.get()).stream()
                                        .map(InboxRow::of)
                                        .filter(this::isShown),
                                kept.stream())
                        .toList(),
                order.get());
        counts.set(workspace.counts());
    }

    private boolean isShown(InboxRow row) {
        String letters = sought.get().strip().toLowerCase(Locale.ROOT);
        return view.get().shows(row.row().conversation(), workspace.me()) && (letters.isEmpty() || row.has(letters));
    }
}

// SPDX-License-Identifier: Apache-2.0
package baton.console.customer;

import baton.console.Seat;
import baton.domain.CustomerId;
import baton.sync.Changes;
import baton.sync.ConversationRow;
import baton.sync.Workspace;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Who the customer of the open conversation is, and what else was talked about with them. Screen's thread only. */
public final class CustomerModel {
    private static final int MOST = 20;

    /** The open conversation and the others with the same customer, the newest first, 20 at most. */
    public record Shown(ConversationRow open, List<ConversationRow> others) {
        public Shown {
            others = List.copyOf(others);
        }
    }

    private final Seat seat;
    private final Workspace workspace;
    private final ReadOnlyObjectWrapper<Optional<Shown>> shown = new ReadOnlyObjectWrapper<>(Optional.empty());

    public CustomerModel(Seat seat) {
        this.seat = seat;
        this.workspace = seat.workspace();
    }

    public ReadOnlyObjectProperty<Optional<Shown>> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    public void open(ConversationRow row) {
        shown.set(Optional.of(new Shown(row, List.of())));
        CompletableFuture<Void> _ = CompletableFuture.supplyAsync(() -> others(row), seat.background())
                .thenAcceptAsync(others -> took(row, others), seat.screen());
    }

    public void close() {
        shown.set(Optional.empty());
    }

    public void changed(Changes changes) {
        shown.get().ifPresent(known -> {
            CustomerId customer = known.open().customer().id();
            changes.rows().stream()
                    .filter(row -> row.customer().id().equals(customer))
                    .forEach(row -> took(known, row));
        });
    }

    private void took(Shown known, ConversationRow row) {
        if (row.id().equals(known.open().id())) {
            shown.set(Optional.of(new Shown(row, known.others())));
        } else {
            open(known.open());
        }
    }

    private void took(ConversationRow row, List<ConversationRow> others) {
        shown.get()
                .filter(known -> known.open().id().equals(row.id()))
                .ifPresent(known -> shown.set(Optional.of(new Shown(known.open(), others))));
    }

    private List<ConversationRow> others(ConversationRow row) {
        return workspace.rowsOf(row.customer().id()).stream()
                .filter(each -> !each.id().equals(row.id()))
                .sorted(Comparator.comparing(
                                (ConversationRow each) -> each.conversation().changedAt())
                        .reversed())
                .limit(MOST)
                .toList();
    }
}

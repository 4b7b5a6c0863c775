// SPDX-License-Identifier: Apache-2.0
package baton.console.conversation;

import baton.console.Hint;
import baton.console.Icons;
import baton.console.Times;
import baton.domain.Sending;
import baton.domain.SendingState;
import baton.domain.Tick;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.StackPane;

/** The tick of a sent message: its state as a symbol with a name, and on hover when each step was reached. Screen's thread only. */
final class StatusMark extends StackPane {
    private static final List<Tick> STEPS = List.of(Tick.SENT, Tick.DELIVERED, Tick.READ, Tick.PLAYED);

    StatusMark(Sending sending, Desk desk) {
        Wording wording = new Wording(desk);
        String name = wording.status(sending.state());
        getStyleClass().addAll("status", "status-" + sending.state().name().toLowerCase(java.util.Locale.ROOT));
        setAccessibleRole(AccessibleRole.TEXT);
        setAccessibleText(name);
        getChildren().setAll(icon(sending.state()).icon(Icons.SMALL));
        Hint.over(this, () -> name + steps(sending, wording, desk.times()));
    }

    private static Icons icon(SendingState state) {
        return switch (state) {
            case QUEUED -> Icons.CLOCK;
            case SENDING -> Icons.SENDING;
            case UNCERTAIN -> Icons.UNCERTAIN;
            case ACCEPTED, SENT -> Icons.TICK;
            case DELIVERED, READ -> Icons.TICKS;
            case PLAYED -> Icons.PLAY;
            case FAILED -> Icons.ERROR;
            case WITHHELD -> Icons.LOCK;
            case WITHDRAWN -> Icons.UNDO;
        };
    }

    private static String steps(Sending sending, Wording wording, Times times) {
        return STEPS.stream()
                .filter(sending.ticks()::containsKey)
                .map(tick -> "\n" + wording.status(SendingState.valueOf(tick.name())) + "  "
                        + times.full(sending.ticks().getOrDefault(tick, sending.dueAt())))
                .collect(Collectors.joining());
    }
}

// SPDX-License-Identifier: Apache-2.0
package baton.console.conversation;

import javafx.event.Event;
import javafx.event.EventType;

/** A bubble is about to change its height because a person asked for it: what they clicked on must stay where it is. */
final class Growing extends Event {
    static final EventType<Growing> GROWING = new EventType<>(Event.ANY, "BUBBLE_GROWING");

    private static final long serialVersionUID = 1;

    Growing() {
        super(GROWING);
    }
}

// SPDX-License-Identifier: Apache-2.0
package baton.simulator;

import java.time.Duration;

/** One thing a pretend customer does, so long after the one before. */
sealed interface Act {
    Duration after();

    record Say(String text, Duration after) implements Act {}

    /** A picture, voice note, sticker, document, place or cart; the caption may be empty. */
    record Send(String type, String caption, Duration after) implements Act {}

    record Tap(Choice choice, String message, Duration after) implements Act {}

    record React(String message, String emoji, Duration after) implements Act {}

    /** The phone goes off for a while: a tunnel, an empty battery. */
    record Vanish(Duration length, Duration after) implements Act {}

    /** Turns to other things; with {@code blocking} for good. */
    record Leave(boolean blocking, Duration after) implements Act {}
}

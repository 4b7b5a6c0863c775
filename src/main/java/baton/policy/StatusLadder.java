// SPDX-License-Identifier: Apache-2.0
package baton.policy;

import baton.domain.Change;
import baton.domain.Sending;
import baton.domain.SendingState;
import baton.domain.Tick;

/**
 * What a status does to a sending: ticks only ever go up, the earliest time of each is kept, and once delivered or read a
 * late "failed" is only a note (SPEC.md C5, WHATSAPP.md 3.4). A status also proves that an uncertain message went out.
 */
public final class StatusLadder {
    private StatusLadder() {}

    /** Whether it is known that Meta had the message: from its answer, or from any status, a failed one too. */
    static boolean isProven(Sending sending) {
        return rank(sending) > 0;
    }

    /** The sending after this status; the same one when it tells nothing new. */
    public static Sending climb(Sending sending, Change.Status status) {
        return status.tick() == Tick.FAILED ? fail(sending, status) : raise(sending, status);
    }

    private static Sending raise(Sending sending, Change.Status status) {
        Sending ticked = sending.ticked(status.tick(), status.at()).priced(status.pricing());
        SendingState reached = state(status.tick());
        return rank(reached) > rank(sending) ? ticked.in(reached) : ticked;
    }

    private static Sending fail(Sending sending, Change.Status status) {
        Sending noted = sending.ticked(Tick.FAILED, status.at());
        Sending told = status.failure().map(noted::failing).orElse(noted);
        return rank(sending) >= rank(SendingState.DELIVERED) ? told : told.in(SendingState.FAILED);
    }

    private static SendingState state(Tick tick) {
        return switch (tick) {
            case SENT -> SendingState.SENT;
            case DELIVERED -> SendingState.DELIVERED;
            case READ -> SendingState.READ;
            case PLAYED -> SendingState.PLAYED;
            case FAILED -> SendingState.FAILED;
        };
    }

    /** A failure that Meta did not report is only our belief, which any status corrects. */
    private static int rank(Sending sending) {
        boolean isBelief =
                sending.state() == SendingState.FAILED && !sending.ticks().containsKey(Tick.FAILED);
        return isBelief ? 0 : rank(sending.state());
    }

    private static int rank(SendingState state) {
        return switch (state) {
            case QUEUED, SENDING, UNCERTAIN, WITHHELD, WITHDRAWN -> 0;
            case ACCEPTED -> 1;
            case SENT -> 2;
            case FAILED -> 3;
            case DELIVERED -> 4;
            case READ -> 5;
            case PLAYED -> 6;
        };
    }
}

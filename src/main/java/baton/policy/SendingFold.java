// SPDX-License-Identifier: Apache-2.0
package baton.policy;

import baton.domain.Sending;
import baton.domain.SendingEvent;
import baton.domain.SendingState;

/**
 * What has come of a sending after one more step of its way (SPEC.md C5). Once it is proven that the message went out, by
 * Meta's answer or by a status, only statuses move it: nothing else can make it wait, fail or go a second time. Pure.
 */
public final class SendingFold {
    private SendingFold() {}

    public static Sending fold(Sending sending, SendingEvent event) {
        return switch (event) {
            case SendingEvent.StatusReached reached -> StatusLadder.climb(sending, reached.status());
            case SendingEvent.SendingStarted _,
                    SendingEvent.SendingAccepted _,
                    SendingEvent.SendingPostponed _,
                    SendingEvent.SendingFailed _,
                    SendingEvent.SendingUncertain _,
                    SendingEvent.SendingWithheld _,
                    SendingEvent.SendingWithdrawn _,
                    SendingEvent.SendingSettled _ ->
                StatusLadder.isProven(sending) ? sending : unproven(sending, event);
        };
    }

    private static Sending unproven(Sending sending, SendingEvent event) {
        return switch (event) {
            case SendingEvent.SendingStarted started -> sending.started(started.attempt(), started.hubRun());
            case SendingEvent.SendingAccepted _ -> sending.in(SendingState.ACCEPTED);
            case SendingEvent.SendingPostponed postponed -> sending.postponed(postponed.failure(), postponed.dueAt());
            case SendingEvent.SendingFailed failed ->
                sending.failing(failed.failure()).in(SendingState.FAILED);
            case SendingEvent.SendingUncertain _ -> onlyIfUnanswered(sending);
            case SendingEvent.SendingWithheld withheld -> sending.withheld(withheld.refusal());
            case SendingEvent.SendingWithdrawn _ -> sending.in(SendingState.WITHDRAWN);
            case SendingEvent.SendingSettled settled -> settled(sending, settled);
            case SendingEvent.StatusReached reached -> StatusLadder.climb(sending, reached.status());
        };
    }

    private static Sending settled(Sending sending, SendingEvent.SendingSettled settled) {
        return switch (settled.settlement()) {
            case WENT_OUT -> sending.in(SendingState.ACCEPTED);
            case SEND_AGAIN -> sending.again(settled.dueAt());
            case GIVE_UP -> sending.in(SendingState.FAILED);
        };
    }

    /** The clean-up after a crash may come late: only a call that nothing was heard of is uncertain. */
    private static Sending onlyIfUnanswered(Sending sending) {
        return sending.state() == SendingState.SENDING ? sending.in(SendingState.UNCERTAIN) : sending;
    }
}

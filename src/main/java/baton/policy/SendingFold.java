// SPDX-License-Identifier: Apache-2.0
package baton.policy;

import baton.domain.Sending;
import baton.domain.SendingEvent;
import baton.domain.SendingState;

/** What has come of a sending after one more step of its way (SPEC.md C5). Pure. */
public final class SendingFold {
    private SendingFold() {}

    public static Sending fold(Sending sending, SendingEvent event) {
        return switch (event) {
            case SendingEvent.SendingStarted started -> sending.started(started.attempt(), started.hubRun());
            case SendingEvent.SendingAccepted _ -> atLeastAccepted(sending);
            case SendingEvent.SendingPostponed postponed ->
                sending.failing(postponed.failure()).due(postponed.dueAt());
            case SendingEvent.SendingFailed failed ->
                sending.failing(failed.failure()).in(SendingState.FAILED);
            case SendingEvent.SendingUncertain _ -> onlyIfUnanswered(sending);
            case SendingEvent.SendingWithheld withheld -> sending.withheld(withheld.refusal());
            case SendingEvent.SendingWithdrawn _ -> sending.in(SendingState.WITHDRAWN);
            case SendingEvent.SendingSettled settled ->
                switch (settled.settlement()) {
                    case WENT_OUT -> sending.in(SendingState.ACCEPTED);
                    case SEND_AGAIN -> sending.due(settled.dueAt());
                    case GIVE_UP -> sending.in(SendingState.FAILED);
                };
            case SendingEvent.StatusReached reached -> StatusLadder.climb(sending, reached.status());
        };
    }

    /** The answer to the call may come after the first statuses. */
    private static Sending atLeastAccepted(Sending sending) {
        return isOnItsWay(sending) ? sending.in(SendingState.ACCEPTED) : sending;
    }

    private static Sending onlyIfUnanswered(Sending sending) {
        return isOnItsWay(sending) ? sending.in(SendingState.UNCERTAIN) : sending;
    }

    private static boolean isOnItsWay(Sending sending) {
        return sending.state() == SendingState.SENDING || sending.state() == SendingState.UNCERTAIN;
    }
}

// SPDX-License-Identifier: Apache-2.0
package baton.domain;

import java.time.Instant;
import java.util.Optional;

/** The way of a reply through the Graph API (SPEC.md C5); {@code message} is the reply's id. */
public sealed interface SendingEvent extends Event {

    MessageId message();

    /** The call is about to be made, for the {@code attempt}-th time (from 1), by this run of a hub. Written before the call. */
    record SendingStarted(MessageId message, int attempt, String hubRun) implements SendingEvent {}

    /** Meta took the message and gave it an id. {@code waId}: the address Meta knows the customer by, when it said so. */
    record SendingAccepted(MessageId message, Wamid wamid, Optional<String> waId) implements SendingEvent {}

    /** It surely did not go out and is tried again at {@code dueAt}. */
    record SendingPostponed(MessageId message, Instant dueAt, Failure failure) implements SendingEvent {}

    /** It did not go out and will not be tried again by itself. */
    record SendingFailed(MessageId message, Failure failure) implements SendingEvent {}

    /** Nobody knows whether it went out: the answer never came. Settled only by a status with our id, or by a person. */
    record SendingUncertain(MessageId message, String why) implements SendingEvent {}

    /** The fence was behind the truth when it was due; the text goes back to its writer as a draft (SPEC.md B1). */
    record SendingWithheld(MessageId message, Refusal refusal) implements SendingEvent {}

    /** The writer took it back before it was due (SPEC.md B10). */
    record SendingWithdrawn(MessageId message) implements SendingEvent {}

    /** A person decided about an uncertain message. */
    record SendingSettled(MessageId message, Settlement settlement, Instant dueAt) implements SendingEvent {}

    /** Meta reported a status of it. */
    record StatusReached(MessageId message, Change.Status status, Optional<Wamid> wamid) implements SendingEvent {}
}

// SPDX-License-Identifier: Apache-2.0
package baton.whatsapp;

import baton.domain.Failure;
import baton.domain.Wamid;
import java.util.Optional;

/** What became of one attempt to send (SPEC.md C5). Only after {@code Refused} and {@code NotSent} may it be called again by itself. */
public sealed interface SendOutcome {

    /** Meta took it and gave it an id; {@code waId}: the address Meta knows the customer by, when it said so. */
    record Accepted(Wamid wamid, Optional<String> waId) implements SendOutcome {}

    /** Meta answered that it did not take it; {@code verdict} says what to do. */
    record Refused(Failure failure, Verdict verdict) implements SendOutcome {}

    /** The request never left: no address, no connection, no encryption. */
    record NotSent(Failure failure) implements SendOutcome {}

    /** It may have gone out: the answer never came or makes no sense. Never sent again by itself. */
    record Unknown(String why) implements SendOutcome {}

    /** We do not send this; {@code reason} is the key of a sentence in {@code platform-errors}. */
    record NotSendable(String reason) implements SendOutcome {}
}

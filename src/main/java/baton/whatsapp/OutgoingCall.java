// SPDX-License-Identifier: Apache-2.0
package baton.whatsapp;

import baton.domain.Content;
import baton.domain.NumberId;
import baton.domain.Wamid;
import java.util.Optional;

/**
 * One message to be sent. {@code quote}: the message it answers; {@code reactionTarget}: the message a reaction is put on, by Meta's id.
 * {@code callbackData}: our own id, 1 to 512 UTF-16 units without personal data, echoed in every status (WHATSAPP.md 4.1).
 */
public record OutgoingCall(
        NumberId number,
        Recipient recipient,
        Content content,
        Optional<Wamid> quote,
        Optional<Wamid> reactionTarget,
        String callbackData) {
    private static final int LONGEST_CALLBACK_DATA = 512;

    /** Refuses blank or longer callback data with an {@link IllegalArgumentException}: an uncertain message could not be settled. */
    public OutgoingCall {
        if (callbackData.isBlank() || callbackData.length() > LONGEST_CALLBACK_DATA) {
            throw new IllegalArgumentException("Callback data must have 1 to 512 characters");
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package baton.whatsapp;

import baton.domain.Identity;
import baton.domain.Inbound;
import baton.domain.NumberId;
import java.util.Optional;

/** What all entries of one value share: our number, by id and as people dial it, who is named in it, and how it reached us. */
record Frame(NumberId number, Optional<Identity> dialled, People people, Inbound.Way way) {

    /** Whether the entry was written in our name. Only asked where both sides' messages come mixed (history, standby). */
    boolean isOurs(Fields message) {
        Optional<Identity> from = Marks.of(message, "from").phone();
        return dialled.isPresent() ? from.equals(dialled) : message.has("to");
    }
}

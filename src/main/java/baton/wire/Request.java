// SPDX-License-Identifier: Apache-2.0
package baton.wire;

import baton.domain.Command;
import baton.domain.CommandId;
import java.util.Optional;

/** One command as it travels: its id, what is asked, and a password where somebody gets one (never in the journal). */
public record Request(CommandId id, Command command, Optional<String> password) {

    /** Never shows the password. */
    @Override
    public String toString() {
        return "Request[" + id + ", " + command + "]";
    }
}

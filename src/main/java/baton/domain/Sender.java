// SPDX-License-Identifier: Apache-2.0
package baton.domain;

import java.util.List;
import java.util.Optional;

/** Who wrote, as one delivery names them: all identities it carries and the profile it shows. */
public record Sender(List<Identity> identities, Optional<String> name, Optional<String> username) {

    /** Refuses an empty list of identities with an {@link IllegalArgumentException}: nobody could be answered. */
    public Sender {
        identities = List.copyOf(identities);
        if (identities.isEmpty()) {
            throw new IllegalArgumentException("A sender needs at least one identity");
        }
    }

    public Optional<Identity> identity(Identity.Kind kind) {
        return identities.stream().filter(identity -> identity.kind() == kind).findFirst();
    }
}

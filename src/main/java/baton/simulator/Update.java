// SPDX-License-Identifier: Apache-2.0
package baton.simulator;

import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * One thing the hub is to learn: a customer's message or a status of one of ours, with the contact block that goes beside it.
 *
 * @param lane updates of one lane (one phone) stay in order while the weather is calm
 * @param key unique for the update: the message id, for a status with its name
 */
record Update(String lane, Kind kind, String key, ObjectNode item, Optional<ObjectNode> contact) {
    enum Kind {
        MESSAGE("messages"),
        STATUS("statuses");

        private final String property;

        Kind(String property) {
            this.property = property;
        }

        String property() {
            return property;
        }
    }

    Update with(ObjectNode newItem, Optional<ObjectNode> newContact) {
        return new Update(lane, kind, key, newItem, newContact);
    }
}

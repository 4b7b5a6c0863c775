// SPDX-License-Identifier: Apache-2.0
package baton.simulator;

import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * A message of the business that passed every check.
 *
 * @param content the object named like the type
 * @param text what the phone will show
 * @param quoted the message it answers
 */
record Outgoing(String type, ObjectNode content, String text, Optional<String> quoted, Terms terms) {

    /**
     * How it is addressed, priced and reported.
     *
     * @param toUserId whether it was sent to a user id instead of a number
     * @param category {@code service}, or the template's category in small letters
     * @param callbackData echoed in every status
     * @param lateError what is known to go wrong after the 200
     */
    record Terms(boolean toUserId, String category, Optional<String> callbackData, Optional<GraphError> lateError) {
        static final Terms NONE = new Terms(false, "service", Optional.empty(), Optional.empty());

        boolean isTemplate() {
            return !category.equals("service");
        }
    }
}
